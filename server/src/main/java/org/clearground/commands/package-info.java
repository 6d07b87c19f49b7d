// SPDX-License-Identifier: Apache-2.0
/** What every command of the command line shares. */
@NullMarked
package org.clearground.commands;

import org.jspecify.annotations.NullMarked;
