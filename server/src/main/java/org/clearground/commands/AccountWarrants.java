// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.time.Clock;
import java.util.Optional;
import org.clearground.access.Right;
import org.clearground.accounts.store.Accounts;
import org.clearground.bulletins.store.EditionWarrants;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandActKind.Decider;
import org.clearground.reports.store.Warrants;
import org.clearground.storage.Transaction;

/** What the accounts of the store let people decide. */
final class AccountWarrants implements Warrants, EditionWarrants {

    private final Clock clock;

    AccountWarrants(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Warrant> find(Transaction transaction, String person) {
        if (!Accounts.any(transaction)) {
            return Optional.empty();
        }
        var kept = kept(transaction, person, "--by");
        var account = kept.account();
        return Optional.of(new Warrant(
                account, Decider.findOf(account.role()).map(Enum::name).orElse(null), kept.decidesOwn()));
    }

    @Override
    public void require(Transaction transaction, String person, Right right) {
        if (!Accounts.any(transaction)) {
            return;
        }
        var account = kept(transaction, person, "--as").account();
        if (account.sight(right).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    "the role " + account.role().code() + " of the account " + person + " does not include " + right
                            + "; who gives accounts can change it");
        }
    }

    private Accounts.Kept kept(Transaction transaction, String person, String option) {
        return new Accounts(transaction, clock)
                .find(person)
                .filter(found -> !found.account().disabled())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_PERMITTED,
                        "people have accounts here, and \"" + person + "\" is none that holds; name with " + option
                                + " the account of whoever decides"));
    }
}
