// SPDX-License-Identifier: Apache-2.0
/** The command that prints a bulletin. */
@NullMarked
package org.clearground.bulletins.commands;

import org.jspecify.annotations.NullMarked;
