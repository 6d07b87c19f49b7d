// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.time.Clock;
import java.util.Optional;
import org.clearground.accounts.store.Accounts;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandActKind.Decider;
import org.clearground.reports.store.Warrants;
import org.clearground.storage.Transaction;

/** What the accounts of the store let people decide. */
final class AccountWarrants implements Warrants {

    private final Clock clock;

    AccountWarrants(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Warrant> find(Transaction transaction, String person) {
        if (!Accounts.any(transaction)) {
            return Optional.empty();
        }
        var kept = new Accounts(transaction, clock)
                .find(person)
                .filter(found -> !found.account().disabled())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_PERMITTED,
                        "people have accounts here, and \"" + person
                                + "\" is none that holds; name with --by the account of whoever decides"));
        var account = kept.account();
        return Optional.of(new Warrant(
                account, Decider.findOf(account.role()).map(Enum::name).orElse(null), kept.decidesOwn()));
    }
}
