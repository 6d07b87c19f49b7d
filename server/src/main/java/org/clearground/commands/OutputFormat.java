// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

/** What a command prints; written on the command line as here. */
enum OutputFormat {
    text,
    html,
    json
}
