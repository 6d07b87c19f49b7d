// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.clearground.access.Account;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys of accounts, within a transaction. Of each the public key is kept; what signs stays in the device of its owner.
 */
public final class Passkeys {

    /** Most letters that the name of a passkey has. */
    public static final int LONGEST_NAME = 80;

    /** So many passkeys of an account can hold at once. */
    public static final int MOST = 20;

    private static final int ID_BYTES = 8;
    private static final int HANDLE_BYTES = 32;
    private static final String SELECT = "select id, account, name, host, handle, credential_id, credential,"
            + " backup_eligible, counter, made_at_ms, used_at_ms, revoked_at_ms from passkey";

    private final Transaction transaction;
    private final Clock clock;
    private final Accounts accounts;

    public Passkeys(Transaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
        this.accounts = new Accounts(transaction, clock);
    }

    /**
     * A passkey as it is kept.
     *
     * @param name as its owner calls it
     * @param host name of this site under which it was made
     * @param handle by which devices know the account, base64url
     * @param credentialId as the device gave it, base64url
     * @param credential with the public key, base64url
     * @param counter of signatures, as the device said last; 0 where it does not count
     * @param usedAt null if it never was
     * @param revokedAt null if it never was
     */
    public record Kept(
            String id,
            String account,
            String name,
            String host,
            String handle,
            String credentialId,
            String credential,
            boolean backupEligible,
            long counter,
            Instant madeAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {

        public boolean holds() {
            return revokedAt == null;
        }
    }

    /**
     * A name as it is kept.
     *
     * @throws ProblemException if it will not do
     */
    public static String named(String typed) {
        var name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches(".*[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}].*")) {
            throw wrong("say where the passkey is, in one line of at most " + LONGEST_NAME + " letters");
        }
        return name;
    }

    /**
     * Keeps a passkey that a device has made.
     *
     * @param handle that the device was told, {@link #handle}
     * @throws ProblemException if what the device sent is no answer to what was asked, it is kept already, or there are too
     *     many
     */
    public void add(
            String account,
            String typed,
            String handle,
            PasskeyCheck.Asked asked,
            PasskeyCheck.Made made,
            String actor) {
        var name = named(typed);
        if (accounts.get(account).account().disabled()) {
            throw wrong("the account \"" + account + "\" is disabled; nothing was added");
        }
        requireRoom(account);
        var credential = PasskeyCheck.made(asked, made)
                .filter(fit -> findByCredential(fit.id()).isEmpty())
                .orElseThrow(() ->
                        wrong("what the device sent is no new passkey of this page; nothing was added, begin again"));
        var id = HexFormat.of().formatHex(PasskeyCheck.random(ID_BYTES));
        transaction
                .sql()
                .sql("insert into passkey (id, account, name, host, handle, credential_id, credential,"
                        + " backup_eligible, counter, made_at_ms)"
                        + " values (:id, :account, :name, :host, :handle, :credential, :data, :backup, :counter, :now)")
                .param("id", id)
                .param("account", account)
                .param("name", name)
                .param("host", asked.host())
                .param("handle", handle)
                .param("credential", credential.id())
                .param("data", credential.data())
                .param("backup", credential.backupEligible())
                .param("counter", credential.counter())
                .param("now", clock.instant().toEpochMilli())
                .update();
        accounts.log(AccessEvent.Kind.PASSKEY_ADDED, account, actor, told(id, name));
    }

    /**
     * Whether another may be added.
     *
     * @throws ProblemException if not
     */
    public void requireRoom(String account) {
        if (list(account).size() >= MOST) {
            throw wrong(MOST + " passkeys of this account hold already; remove those that are not used any more");
        }
    }

    /** By which devices know an account: random, so that they tell nobody its name. */
    public String handle(String account) {
        return transaction
                .sql()
                .sql("select handle from passkey where account = ? order by made_at_ms, id limit 1")
                .param(account)
                .query((row, number) -> row.getString(1))
                .optional()
                .orElseGet(() -> PasskeyCheck.written(PasskeyCheck.random(HANDLE_BYTES)));
    }

    /** Those of an account that hold, the newest first. */
    public List<Kept> list(String account) {
        return transaction
                .sql()
                .sql(SELECT + " where account = ? and revoked_at_ms is null order by made_at_ms desc, id")
                .param(account)
                .query((row, number) -> kept(row))
                .list();
    }

    /** All of this node, by account, those that hold no more too. */
    public List<Kept> list() {
        return transaction
                .sql()
                .sql(SELECT + " order by account, made_at_ms desc, id")
                .query((row, number) -> kept(row))
                .list();
    }

    /** Whether any holds. */
    public static boolean any(Transaction transaction) {
        return transaction
                .sql()
                .sql("select exists (select 1 from passkey where revoked_at_ms is null)")
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    Optional<Kept> findByCredential(String credentialId) {
        return transaction
                .sql()
                .sql(SELECT + " where credential_id = ?")
                .param(credentialId)
                .query((row, number) -> kept(row))
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getLong(9),
                Instant.ofEpochMilli(row.getLong(10)),
                row.getObject(11) == null ? null : Instant.ofEpochMilli(row.getLong(11)),
                row.getObject(12) == null ? null : Instant.ofEpochMilli(row.getLong(12)));
    }

    /**
     * Writes down that it was used.
     *
     * @return whether it still holds and its counter went on, or never counted; nothing is written else
     */
    boolean tellUse(String id, long counter) {
        return transaction
                        .sql()
                        .sql("update passkey set used_at_ms = :now, counter = :counter where id = :id"
                                + " and revoked_at_ms is null and (counter < :counter or counter = 0 and :counter = 0)")
                        .param("now", clock.instant().toEpochMilli())
                        .param("counter", counter)
                        .param("id", id)
                        .update()
                > 0;
    }

    /**
     * Ends a passkey and the sessions of its account, some of which may have begun by it.
     *
     * @return the number under which sessions begin from now on
     * @throws ProblemException if the account has no such passkey that holds
     */
    public long revoke(String account, String id, String actor) {
        var key = list(account).stream()
                .filter(kept -> kept.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "this account has no such passkey; its page lists those that it has"));
        transaction
                .sql()
                .sql("update passkey set revoked_at_ms = ? where id = ?")
                .params(clock.instant().toEpochMilli(), id)
                .update();
        accounts.log(AccessEvent.Kind.PASSKEY_REVOKED, account, actor, told(id, key.name()));
        return accounts.nextEpoch(account);
    }

    /**
     * {@link #revoke} by the owner, who must not shut themselves out.
     *
     * @throws ProblemException if nothing else would let them in
     */
    public long revokeOwn(Account owner, String id) {
        var account = owner.name();
        if (!accounts.get(account).hasPassword()
                && list(account).size() == 1
                && new Elsewhere(transaction, clock).of(account).isEmpty()) {
            throw wrong("this account has no password, so nothing else would let you in; ask an administrator for a"
                    + " link first");
        }
        return revoke(account, id, account);
    }

    /** Ends all passkeys of an account that is disabled: letting it in again does not let them in. */
    static void endAll(Transaction transaction, String account, Instant now) {
        transaction
                .sql()
                .sql("update passkey set revoked_at_ms = ? where account = ? and revoked_at_ms is null")
                .params(now.toEpochMilli(), account)
                .update();
    }

    /** How the log of the door speaks of a passkey. */
    static String told(String id, String name) {
        return name + ", " + id;
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
