// SPDX-License-Identifier: Apache-2.0
/** What was decided about conflicts between published figures. */
@NullMarked
@NamedInterface("store")
package org.clearground.reconciliation.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
