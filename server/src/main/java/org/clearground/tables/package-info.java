// SPDX-License-Identifier: Apache-2.0
/** What treaties, donors and operators ask for of a period, in the shape that they ask for. */
@NullMarked
package org.clearground.tables;

import org.jspecify.annotations.NullMarked;
