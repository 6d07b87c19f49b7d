// SPDX-License-Identifier: Apache-2.0
/** The area ledger as tables: acts, pieces, books. */
@NullMarked
@NamedInterface("store")
package org.clearground.land.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
