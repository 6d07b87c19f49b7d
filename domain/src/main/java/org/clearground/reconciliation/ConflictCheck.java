// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.util.function.Consumer;

/** One way of laying figures beside each other. */
@FunctionalInterface
interface ConflictCheck {

    void look(Tellings tellings, Consumer<Conflict> found);
}
