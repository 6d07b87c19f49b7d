// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of this node, within a transaction. Whatever changes one is written down as an {@link AccessEvent} in the
 * same transaction.
 */
public final class Accounts {

    /** How long a link can be used. */
    public static final Duration LINK_HOLDS = Duration.ofHours(24);

    /** No account has it, because the page of what happened at the door stands where its page would. */
    private static final String KEPT_NAME = "events";

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transaction transaction;
    private final Clock clock;
    private final DoorLog door;

    public Accounts(Transaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
        this.door = new DoorLog(transaction, clock);
    }

    /**
     * An account as it is kept.
     *
     * @param epoch sessions begun under an earlier number have ended
     * @param hasPassword whether somebody can sign in by it
     * @param decidesOwn whether its person may decide on reports that they sent in themselves
     */
    public record Kept(Account account, long epoch, boolean hasPassword, Instant createdAt, boolean decidesOwn) {}

    /** Whether anybody has an account. Where nobody has, the node is one person's, on one machine. */
    public static boolean any(Transaction transaction) {
        return transaction
                .sql()
                .sql("select exists (select 1 from account)")
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    private static final String SELECT =
            "select name, role, organisation, disabled, epoch, password is not null, created_at_ms, decides_own from account";

    public List<Kept> list() {
        return transaction
                .sql()
                .sql(SELECT + " order by name")
                .query((row, number) -> kept(row))
                .list();
    }

    public Optional<Kept> find(String name) {
        return transaction
                .sql()
                .sql(SELECT + " where name = ?")
                .param(name)
                .query((row, number) -> kept(row))
                .optional();
    }

    private Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
        var name = row.getString(1);
        var account =
                new Account(name, Role.valueOf(row.getString(2)), row.getString(3), districts(name), row.getBoolean(4));
        return new Kept(
                account, row.getLong(5), row.getBoolean(6), Instant.ofEpochMilli(row.getLong(7)), row.getBoolean(8));
    }

    private SortedSet<String> districts(String name) {
        return new TreeSet<>(transaction
                .sql()
                .sql("select district from account_district where account = ?")
                .param(name)
                .query(String.class)
                .list());
    }

    /** The account of that name. */
    public Kept get(String name) {
        return find(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "there is no account \"" + name + "\"; see: clearground users list"));
    }

    /**
     * Gives an account, as yet without a password.
     *
     * @throws ProblemException if the name was ever given
     */
    public void add(Account account, String actor) {
        if (account.name().equals(KEPT_NAME)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "the name \"" + KEPT_NAME + "\" is that of a page; choose another");
        }
        if (find(account.name()).isPresent()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "the name \"" + account.name() + "\" is given already; names are never given twice");
        }
        transaction
                .sql()
                .sql("insert into account (name, role, organisation, password, disabled, epoch, created_at_ms)"
                        + " values (:name, :role, :organisation, null, :disabled, 1, :now)")
                .param("name", account.name())
                .param("role", account.role().name())
                .param("organisation", account.organisation())
                .param("disabled", account.disabled())
                .param("now", clock.instant().toEpochMilli())
                .update();
        keepDistricts(account);
        log(AccessEvent.Kind.ACCOUNT_ADDED, account.name(), actor, described(account));
    }

    /**
     * Gives an account another role, body and districts. What it may do changes with its next request.
     *
     * @throws ProblemException if it would take the last administrator away, or its own right to give accounts from
     *     whoever does it
     */
    public void change(Account account, String actor) {
        var before = get(account.name());
        if (account.role() != Role.ADMINISTRATOR) {
            requireAnotherAdministrator(before, actor);
        }
        transaction
                .sql()
                .sql("update account set role = :role, organisation = :organisation where name = :name")
                .param("role", account.role().name())
                .param("organisation", account.organisation())
                .param("name", account.name())
                .update();
        transaction
                .sql()
                .sql("delete from account_district where account = ?")
                .param(account.name())
                .update();
        keepDistricts(account);
        log(
                AccessEvent.Kind.ACCOUNT_CHANGED,
                account.name(),
                actor,
                described(before.account()) + " -> " + described(account));
    }

    private void keepDistricts(Account account) {
        for (var district : account.districts()) {
            transaction
                    .sql()
                    .sql("insert into account_district (account, district) values (?, ?)")
                    .params(account.name(), district)
                    .update();
        }
    }

    private static String described(Account account) {
        return account.role().code()
                + (account.organisation() == null ? "" : " of " + account.organisation())
                + (account.districts().isEmpty() ? "" : " in " + String.join(" ", account.districts()));
    }

    /** Lets somebody decide on reports that they sent in themselves, or no longer. */
    public void letDecideOwn(String name, boolean granted, String actor) {
        get(name);
        transaction
                .sql()
                .sql("update account set decides_own = ? where name = ?")
                .params(granted, name)
                .update();
        log(
                AccessEvent.Kind.ACCOUNT_CHANGED,
                name,
                actor,
                granted ? "may decide on own reports" : "may not decide on own reports");
    }

    /**
     * Ends an account with its sessions, links, keys of devices and passkeys, or lets it in again.
     *
     * @throws ProblemException if it would take the last administrator away, or is one's own
     */
    public void disable(String name, boolean disabled, String actor) {
        var before = get(name);
        if (disabled) {
            requireAnotherAdministrator(before, actor);
        }
        transaction
                .sql()
                .sql("update account set disabled = ?, epoch = epoch + 1 where name = ?")
                .params(disabled, name)
                .update();
        dropLinks(name);
        DeviceKeys.endAll(transaction, name, clock.instant());
        Passkeys.endAll(transaction, name, clock.instant());
        log(disabled ? AccessEvent.Kind.ACCOUNT_DISABLED : AccessEvent.Kind.ACCOUNT_ENABLED, name, actor, "");
    }

    /**
     * Nobody shuts the door behind themselves or behind the last who could open it. Who could sign in does not count on
     * who could not yet.
     */
    private void requireAnotherAdministrator(Kept before, String actor) {
        var account = before.account();
        if (account.role() != Role.ADMINISTRATOR || account.disabled()) {
            return;
        }
        if (account.name().equals(actor)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "nobody takes the role of administrator from themselves; another administrator can");
        }
        if (list().stream()
                .noneMatch(other -> other.account().role() == Role.ADMINISTRATOR
                        && !other.account().disabled()
                        && !other.account().name().equals(account.name())
                        && (other.hasPassword() || !before.hasPassword()))) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "\"" + account.name() + "\" is the last administrator who can sign in; give another one first");
        }
    }

    /** Ends all sessions of an account; its password stays. */
    public void endSessions(String name, String actor) {
        get(name);
        nextEpoch(name);
        log(AccessEvent.Kind.SESSIONS_ENDED, name, actor, "");
    }

    /**
     * Ends all sessions that began under an earlier number.
     *
     * @return the number that sessions begin under from now on
     */
    long nextEpoch(String name) {
        transaction
                .sql()
                .sql("update account set epoch = epoch + 1 where name = ?")
                .param(name)
                .update();
        return get(name).epoch();
    }

    /** Sets a password and ends all sessions and links of the account. */
    public void setPassword(String name, String password, String actor) {
        get(name);
        transaction
                .sql()
                .sql("update account set password = ?, epoch = epoch + 1 where name = ?")
                .params(Passwords.hashed(name, password), name)
                .update();
        dropLinks(name);
        log(AccessEvent.Kind.PASSWORD_SET, name, actor, "");
    }

    /** The hash that a password is compared with; null where there is none or the account is disabled. */
    @Nullable
    String password(String name) {
        return transaction
                .sql()
                .sql("select password from account where name = ? and not disabled and password is not null")
                .param(name)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Gives a link by which the password of an account is set, once. An earlier one of the same account holds no more.
     *
     * @param name null for the link that makes the first administrator
     * @return the secret that ends its address; it is kept nowhere
     */
    public String giveLink(@Nullable String name, String actor) {
        if (name == null ? any(transaction) : get(name).account().disabled()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    name == null
                            ? "there are accounts already; see: clearground users list"
                            : "the account \"" + name + "\" is disabled; see: clearground users enable");
        }
        dropLinks(name);
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transaction
                .sql()
                .sql(
                        "insert into account_link (secret_sha256, account, expires_at_ms) values (:secret, :name, :expires)")
                .param("secret", digest(secret))
                .param("name", name)
                .param("expires", clock.instant().plus(LINK_HOLDS).toEpochMilli())
                .update();
        log(AccessEvent.Kind.LINK_GIVEN, name == null ? "" : name, actor, "");
        return secret;
    }

    private void dropLinks(@Nullable String name) {
        transaction
                .sql()
                .sql("delete from account_link where account is null and :name is null or account = :name")
                .param("name", name)
                .update();
    }

    /**
     * What a link is for.
     *
     * @param account null where it makes the first administrator
     */
    public record Link(@Nullable String account) {}

    /** A link that still holds. */
    public Optional<Link> findLink(String secret) {
        return transaction
                .sql()
                .sql("select account from account_link where secret_sha256 = :secret and expires_at_ms > :now"
                        + " and (account is not null or not exists (select 1 from account))")
                .param("secret", digest(secret))
                .param("now", clock.instant().toEpochMilli())
                .query((row, number) -> new Link(row.getString(1)))
                .optional();
    }

    /**
     * Sets the password that a link is for, and makes the first administrator where it is for that. The link holds no more.
     *
     * @param name of the first administrator; else not looked at
     * @return the account; empty where the link does not hold
     */
    public Optional<String> useLink(String secret, String name, String password) {
        var link = findLink(secret);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        var account = link.get().account();
        if (account == null) {
            account = name;
            add(newAccount(name), "link");
            dropLinks(null);
        }
        setPassword(account, password, "link");
        return Optional.of(account);
    }

    private static Account newAccount(String name) {
        try {
            return new Account(name, Role.ADMINISTRATOR, null, new TreeSet<>(), false);
        } catch (IllegalArgumentException unfit) {
            throw new ProblemException(ProblemCode.WRONG_CALL, String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private static String digest(String secret) {
        return Digest.of(secret.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Writes down what happened. What was typed is cut and carries no control characters. */
    public void log(AccessEvent.Kind kind, String account, String actor, String detail) {
        door.add(kind, account, actor, detail);
    }

    /** The latest events, the newest first. */
    public List<AccessEvent> events(int most) {
        return door.latest(most);
    }

    /** The latest events that concern an account or that it brought about, the newest first. */
    public List<AccessEvent> eventsOf(String name, int most) {
        return door.latestOf(name, most);
    }
}
