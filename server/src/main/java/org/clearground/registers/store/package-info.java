// SPDX-License-Identifier: Apache-2.0
/** Rows of registers, by their descriptions. */
@NullMarked
package org.clearground.registers.store;

import org.jspecify.annotations.NullMarked;
