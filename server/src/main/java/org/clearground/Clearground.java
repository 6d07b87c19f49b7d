// SPDX-License-Identifier: Apache-2.0
package org.clearground;

import org.clearground.commands.CommandLineFace;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where the programme begins. Commands that need no web server start none. */
@SpringBootApplication
public class Clearground {

    public static void main(String[] arguments) {
        System.exit(CommandLineFace.run(arguments));
    }
}
