// SPDX-License-Identifier: Apache-2.0
/** Published figures laid beside each other, as what contradicts is shown. */
@NullMarked
package org.clearground.reconciliation;

import org.jspecify.annotations.NullMarked;
