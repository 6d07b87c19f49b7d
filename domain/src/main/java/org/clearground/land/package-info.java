// SPDX-License-Identifier: Apache-2.0
/** The area ledger: hazardous areas, what became of their ground, and the books that balance (IMAS 07.11). */
@NullMarked
package org.clearground.land;

import org.jspecify.annotations.NullMarked;
