// SPDX-License-Identifier: Apache-2.0
/** The command line: every command, and the wiring of everything behind them. Above all other modules. */
@NullMarked
package org.clearground.commands;

import org.jspecify.annotations.NullMarked;
