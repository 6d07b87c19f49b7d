// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.Optional;
import org.clearground.access.Account;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Sight;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Who may decide, where people have accounts. */
public interface Warrants {

    /**
     * What somebody may decide.
     *
     * @param person by the name of their account
     * @return empty where nobody has an account: then whoever has the machine decides, in the office that they state
     * @throws org.clearground.errors.ProblemException if people have accounts and this is none that holds
     */
    Optional<Warrant> find(Transaction transaction, String person);

    /**
     * What an account may decide.
     *
     * @param office in which it signs; null for none
     * @param ownToo whether it may decide on what its person sent in
     */
    record Warrant(Account account, @Nullable String office, boolean ownToo) {

        private static final Right DECIDE = new Right(Resource.REPORT, Action.DECIDE);
        private static final Right SIGN = new Right(Resource.REPORT, Action.SIGN);

        /** On which reports it may decide; null for none. */
        @Nullable
        Sight decides() {
            return account.sight(DECIDE).orElse(null);
        }

        /** Which reports it may sign; null for none. */
        @Nullable
        Sight signs() {
            return account.sight(SIGN).orElse(null);
        }
    }
}
