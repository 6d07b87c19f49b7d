// SPDX-License-Identifier: Apache-2.0
/** Draws tables for others from the registers and the area ledger. */
@NullMarked
@NamedInterface("store")
package org.clearground.tables.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
