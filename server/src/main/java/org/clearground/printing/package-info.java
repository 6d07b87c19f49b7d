// SPDX-License-Identifier: Apache-2.0
/** How tables are printed for terminals and spreadsheets, and districts as pictures. */
@NullMarked
package org.clearground.printing;

import org.jspecify.annotations.NullMarked;
