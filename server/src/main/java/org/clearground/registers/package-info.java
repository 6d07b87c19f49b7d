// SPDX-License-Identifier: Apache-2.0
/** Registers described once: lists, details, JSON and exports follow from the description. It knows no feature. */
@NullMarked
package org.clearground.registers;

import org.jspecify.annotations.NullMarked;
