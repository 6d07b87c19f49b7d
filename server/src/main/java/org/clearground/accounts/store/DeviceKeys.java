// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearground.access.Account;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Keys by which devices send reports in for an account, within a transaction. A key is written
 * {@code cgk_<id>_<secret>}; of the secret only the digest is kept.
 */
public final class DeviceKeys {

    /** How long a key can hold. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Most letters that the name of a device has. */
    public static final int LONGEST_NAME = 80;

    /** So many keys of an account can hold at once. */
    public static final int MOST = 50;

    /** A use is written down when the one written before is older than this: not every request writes. */
    private static final Duration USE_TOLD_AFTER = Duration.ofMinutes(10);

    private static final Pattern WRITTEN = Pattern.compile("cgk_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
    private static final Right SUBMIT = new Right(Resource.REPORT, Action.SUBMIT);
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SELECT =
            "select id, account, device, made_at_ms, ends_at_ms, used_at_ms, revoked_at_ms from device_key";

    private final Transaction transaction;
    private final Clock clock;
    private final Accounts accounts;

    public DeviceKeys(Transaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
        this.accounts = new Accounts(transaction, clock);
    }

    /**
     * A key as it is kept.
     *
     * @param device as its owner calls it
     * @param endsAt from when on it holds no more
     * @param usedAt to ten minutes; null if it never was
     * @param revokedAt null if it never was
     */
    public record Kept(
            String id,
            String account,
            String device,
            Instant madeAt,
            Instant endsAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {

        public boolean holds(Instant now) {
            return revokedAt == null && now.isBefore(endsAt);
        }
    }

    /** Whether a key of an account would open anything: it sends reports in, of the country or of its body. */
    public static boolean canBeOf(Account account) {
        return account.sight(SUBMIT)
                .filter(sight -> !(sight instanceof Sight.OfDistricts))
                .isPresent();
    }

    /** A key that somebody sent, taken apart. */
    record Sent(String id, String secret) {}

    /** A key as it is sent; empty if it is not written like one. */
    static Optional<Sent> read(String written) {
        var matcher = WRITTEN.matcher(written);
        return matcher.matches() ? Optional.of(new Sent(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /**
     * Makes a key.
     *
     * @param device what its owner calls it
     * @param endsAt from when on it holds no more
     * @return the key as devices send it; it is kept nowhere
     * @throws ProblemException if the account cannot send reports in, has too many keys, or the name or the end will not do
     */
    public String make(String account, String device, Instant endsAt, String actor) {
        var now = clock.instant();
        var name = device.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches(".*[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}].*")) {
            throw wrong("say which device the key is for, in one line of at most " + LONGEST_NAME + " letters");
        }
        if (!endsAt.isAfter(now) || endsAt.isAfter(now.plus(LONGEST))) {
            throw wrong("a key ends on a day from today on, within a year; it can be followed by another");
        }
        if (!canBeOf(accounts.get(account).account())) {
            throw wrong("the account \"" + account + "\" cannot send reports in; a key of it would open nothing");
        }
        if (list(account).stream().filter(key -> key.holds(now)).count() >= MOST) {
            throw wrong(MOST + " keys of this account hold already; revoke those that are not used any more");
        }
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        var secretBytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secretBytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(secretBytes);
        transaction
                .sql()
                .sql("insert into device_key (id, account, device, secret_sha256, made_at_ms, ends_at_ms)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(id, account, name, digest(secret), now.toEpochMilli(), endsAt.toEpochMilli())
                .update();
        accounts.log(AccessEvent.Kind.DEVICE_KEY_MADE, account, actor, told(id, name));
        return "cgk_" + id + "_" + secret;
    }

    /** All of an account, the newest first, those that hold no more too. */
    public List<Kept> list(String account) {
        return transaction
                .sql()
                .sql(SELECT + " where account = ? order by made_at_ms desc, id")
                .param(account)
                .query((row, number) -> kept(row))
                .list();
    }

    /** Whether an account has keys, or could have one. */
    public boolean concern(Account account) {
        return canBeOf(account) || !list(account.name()).isEmpty();
    }

    /** All of this node, by account. */
    public List<Kept> list() {
        return transaction
                .sql()
                .sql(SELECT + " order by account, made_at_ms desc, id")
                .query((row, number) -> kept(row))
                .list();
    }

    Optional<Kept> find(String id) {
        return transaction
                .sql()
                .sql(SELECT + " where id = ?")
                .param(id)
                .query((row, number) -> kept(row))
                .optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var used = row.getObject(6) == null ? null : Instant.ofEpochMilli(row.getLong(6));
        var revoked = row.getObject(7) == null ? null : Instant.ofEpochMilli(row.getLong(7));
        return new Kept(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                used,
                revoked);
    }

    /** Whether a secret is that of a key; as long as it takes to compare, it tells nothing of how far it is right. */
    boolean isSecretOf(Sent sent) {
        var kept = transaction
                .sql()
                .sql("select secret_sha256 from device_key where id = ?")
                .param(sent.id())
                .query((row, number) -> row.getString(1))
                .optional();
        return kept.isPresent()
                && MessageDigest.isEqual(
                        kept.get().getBytes(StandardCharsets.US_ASCII),
                        digest(sent.secret()).getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether a use of it now is worth writing down. */
    static boolean isUseToTell(Kept key, Instant now) {
        var used = key.usedAt();
        return used == null || now.isAfter(used.plus(USE_TOLD_AFTER));
    }

    void tellUse(String id) {
        transaction
                .sql()
                .sql("update device_key set used_at_ms = ? where id = ?")
                .params(clock.instant().toEpochMilli(), id)
                .update();
    }

    /**
     * Ends a key.
     *
     * @throws ProblemException if the account has no such key, or it was revoked before
     */
    public void revoke(String account, String id, String actor) {
        var key = find(id).filter(kept -> kept.account().equals(account))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "this account has no such key; its page lists those that it has"));
        if (key.revokedAt() != null) {
            throw wrong("this key was revoked before; it holds no more");
        }
        transaction
                .sql()
                .sql("update device_key set revoked_at_ms = ? where id = ?")
                .params(clock.instant().toEpochMilli(), id)
                .update();
        accounts.log(AccessEvent.Kind.DEVICE_KEY_REVOKED, account, actor, told(id, key.device()));
    }

    /** Ends all keys of an account that is disabled: letting it in again does not let its devices in. */
    static void endAll(Transaction transaction, String account, Instant now) {
        transaction
                .sql()
                .sql("update device_key set revoked_at_ms = ? where account = ? and revoked_at_ms is null")
                .params(now.toEpochMilli(), account)
                .update();
    }

    /** How the log of the door speaks of a key. */
    static String told(String id, String device) {
        return device + ", " + id;
    }

    private static String digest(String secret) {
        return Digest.of(secret.getBytes(StandardCharsets.US_ASCII)).hex();
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
