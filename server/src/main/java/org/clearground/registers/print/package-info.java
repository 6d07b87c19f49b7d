// SPDX-License-Identifier: Apache-2.0
/** Rows of registers as text, JSON, tables and features. */
@NullMarked
package org.clearground.registers.print;

import org.jspecify.annotations.NullMarked;
