// SPDX-License-Identifier: Apache-2.0
/** The append-only chain of entries, the content it names, and the projections made from both. */
@NullMarked
package org.clearground.ledger;

import org.jspecify.annotations.NullMarked;
