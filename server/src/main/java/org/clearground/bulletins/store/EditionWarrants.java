// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.store;

import org.clearground.access.Right;
import org.clearground.storage.Transaction;

/** Whether somebody may prepare or sign editions, where people have accounts. */
public interface EditionWarrants {

    /**
     * Asks in the transaction of the deed; where nobody has an account, whoever has the machine may.
     *
     * @throws org.clearground.errors.ProblemException if people have accounts and this person's does not include it
     */
    void require(Transaction transaction, String person, Right right);
}
