// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.storage.Transaction;

/**
 * What is asked of accounts behind the password, within a transaction: a code of the telephone, or one of ten recovery
 * codes. Neither is taken twice.
 */
public final class SecondSteps {

    /** How many recovery codes are given together. */
    public static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_BYTES = 10;

    private final Transaction transaction;
    private final Clock clock;
    private final Accounts accounts;

    public SecondSteps(Transaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
        this.accounts = new Accounts(transaction, clock);
    }

    /** What is kept of an account's telephone. */
    private record Kept(String secret, long taken) {}

    /**
     * What begins when it is switched on.
     *
     * @param recoveryCodes shown once
     * @param epoch sessions begun under an earlier number, by the password alone, have ended
     */
    public record Begun(List<String> recoveryCodes, long epoch) {}

    /** Whether more than a password is asked of an account. */
    public boolean isAskedOf(String account) {
        return kept(account).isPresent();
    }

    /** How many recovery codes of an account were not used yet. */
    public int recoveryCodesLeft(String account) {
        return transaction
                .sql()
                .sql("select count(*) from account_recovery_code where account = ?")
                .param(account)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private Optional<Kept> kept(String account) {
        return transaction
                .sql()
                .sql("select secret, last_step from account_second_step where account = ?")
                .param(account)
                .query((row, number) -> new Kept(row.getString(1), row.getLong(2)))
                .optional();
    }

    /**
     * Switches it on for an account.
     *
     * @param code that the telephone shows now, as proof that it has the secret; it is used up by this
     * @return empty if the code is not right; nothing is changed then
     */
    public Optional<Begun> switchOn(String account, String secret, String code) {
        if (isAskedOf(account)) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "a second step is asked of this account already");
        }
        var stretch = OneTimeCodes.stretch(secret, plain(code), clock.instant(), 0);
        if (stretch.isEmpty()) {
            return Optional.empty();
        }
        transaction
                .sql()
                .sql("insert into account_second_step (account, secret, last_step, since_ms) values (?, ?, ?, ?)")
                .params(account, secret, stretch.getAsLong(), clock.instant().toEpochMilli())
                .update();
        accounts.log(AccessEvent.Kind.SECOND_STEP_ON, account, account, "");
        return Optional.of(new Begun(newRecoveryCodes(account), accounts.nextEpoch(account)));
    }

    /** Ten new recovery codes in place of those before. They are kept nowhere but as digests. */
    public List<String> giveRecoveryCodes(String account) {
        var codes = newRecoveryCodes(account);
        accounts.log(AccessEvent.Kind.RECOVERY_CODES_GIVEN, account, account, "");
        return codes;
    }

    private List<String> newRecoveryCodes(String account) {
        dropRecoveryCodes(account);
        var codes = Stream.generate(() -> OneTimeCodes.randomBase32(RECOVERY_BYTES))
                .limit(RECOVERY_CODES)
                .map(code -> code.toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-"))
                .toList();
        for (var code : codes) {
            transaction
                    .sql()
                    .sql("insert into account_recovery_code (account, code_sha256) values (?, ?)")
                    .params(account, digest(account, code))
                    .update();
        }
        return codes;
    }

    /**
     * Takes what was typed: a code of the telephone or a recovery code, with or without blanks and hyphens. It is not taken
     * again.
     *
     * @return whether it is right
     */
    boolean take(String account, String typed) {
        var kept = kept(account);
        if (kept.isEmpty()) {
            return false;
        }
        var code = plain(typed);
        var stretch = OneTimeCodes.stretch(
                kept.get().secret(), code, clock.instant(), kept.get().taken());
        if (stretch.isPresent()) {
            transaction
                    .sql()
                    .sql("update account_second_step set last_step = ? where account = ?")
                    .params(stretch.getAsLong(), account)
                    .update();
            return true;
        }
        boolean recovered = transaction
                        .sql()
                        .sql("delete from account_recovery_code where account = ? and code_sha256 = ?")
                        .params(account, digest(account, code))
                        .update()
                > 0;
        if (recovered) {
            accounts.log(
                    AccessEvent.Kind.RECOVERY_CODE_USED, account, account, recoveryCodesLeft(account) + " are left");
        }
        return recovered;
    }

    /** Takes it from an account, which signs in with the password alone from now on. */
    public void takeAway(String account, String actor) {
        boolean had = transaction
                        .sql()
                        .sql("delete from account_second_step where account = ?")
                        .param(account)
                        .update()
                > 0;
        if (!had) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "no second step is asked of this account");
        }
        dropRecoveryCodes(account);
        accounts.log(AccessEvent.Kind.SECOND_STEP_OFF, account, actor, "");
    }

    private void dropRecoveryCodes(String account) {
        transaction
                .sql()
                .sql("delete from account_recovery_code where account = ?")
                .param(account)
                .update();
    }

    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    /** 80 random bits need no slow hash. */
    private static String digest(String account, String code) {
        return Digest.of((account + " " + plain(code)).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
