// SPDX-License-Identifier: Apache-2.0
package org.clearground;

import org.clearground.commands.CommandLineFace;

/** Where the programme begins. Commands that need no web server start none. */
public final class Clearground {

    private Clearground() {}

    public static void main(String[] arguments) {
        System.exit(CommandLineFace.run(arguments));
    }
}
