// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Transaction;

/**
 * Who people are at an issuer outside, within a transaction. An account is linked by its owner or by an administrator, never
 * by what an issuer says of a name or an address for letters: those are given to others in time, subjects are not.
 */
public final class Elsewhere {

    private static final int LONGEST_SUBJECT = 255;

    private final Transaction transaction;
    private final Clock clock;
    private final Accounts accounts;

    public Elsewhere(Transaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
        this.accounts = new Accounts(transaction, clock);
    }

    /** Who an account is at an issuer. */
    public record Link(String issuer, String subject, Instant since) {}

    /** All of an account. */
    public List<Link> of(String account) {
        return transaction
                .sql()
                .sql("select issuer, subject, since_ms from account_elsewhere where account = ? order by issuer")
                .param(account)
                .query((row, number) ->
                        new Link(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }

    /** The account that is linked with a subject, disabled or not. */
    public Optional<Accounts.Kept> find(String issuer, String subject) {
        return transaction
                .sql()
                .sql("select account from account_elsewhere where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query((row, number) -> row.getString(1))
                .optional()
                .flatMap(accounts::find);
    }

    /**
     * Links an account with a subject.
     *
     * @throws ProblemException if either is linked at this issuer already
     */
    public void link(String account, String issuer, String subject, String actor) {
        accounts.get(account);
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.matches(".*\\p{C}.*")) {
            throw wrong(
                    "a subject is a text of at most " + LONGEST_SUBJECT + " letters, as the issuer's tokens say it");
        }
        if (find(issuer, subject).isPresent()) {
            throw wrong("this sign-in is linked with an account already; unlink it there first");
        }
        if (of(account).stream().anyMatch(link -> link.issuer().equals(issuer))) {
            throw wrong("the account \"" + account + "\" is linked with another sign-in there; unlink it first");
        }
        transaction
                .sql()
                .sql("insert into account_elsewhere (issuer, subject, account, since_ms) values (?, ?, ?, ?)")
                .params(issuer, subject, account, clock.instant().toEpochMilli())
                .update();
        accounts.log(AccessEvent.Kind.SIGN_IN_LINKED, account, actor, "at " + issuer);
    }

    /**
     * Unlinks an account and ends its sessions, some of which may have begun there.
     *
     * @return the number under which sessions begin from now on
     * @throws ProblemException if it is linked nowhere
     */
    public long unlink(String account, String actor) {
        accounts.get(account);
        int gone = transaction
                .sql()
                .sql("delete from account_elsewhere where account = ?")
                .param(account)
                .update();
        if (gone == 0) {
            throw wrong("the account \"" + account + "\" is linked with no sign-in elsewhere");
        }
        accounts.log(AccessEvent.Kind.SIGN_IN_UNLINKED, account, actor, "");
        return accounts.nextEpoch(account);
    }

    /**
     * Lets in whoever an issuer says that somebody is, and writes down what became of it.
     *
     * @param where what people call the issuer
     * @return empty if no account that may sign in is linked with them
     */
    public Optional<Accounts.Kept> admit(String issuer, String subject, String where) {
        var found = find(issuer, subject);
        var may = found.filter(kept -> !kept.account().disabled());
        may.ifPresentOrElse(
                kept -> accounts.log(
                        AccessEvent.Kind.SIGNED_IN,
                        kept.account().name(),
                        kept.account().name(),
                        "at " + where),
                () -> accounts.log(
                        AccessEvent.Kind.SIGN_IN_FAILED,
                        found.map(kept -> kept.account().name()).orElse(""),
                        "–",
                        "at " + where + ", subject " + plain(subject)));
        return may;
    }

    private static String plain(String subject) {
        var plain = subject.replaceAll("\\p{C}", "\ufffd");
        return plain.length() > LONGEST_SUBJECT ? plain.substring(0, LONGEST_SUBJECT) + "…" : plain;
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
