// SPDX-License-Identifier: Apache-2.0
/** Where the area ledger is kept, asked and shown. */
@NullMarked
package org.clearground.land;

import org.jspecify.annotations.NullMarked;
