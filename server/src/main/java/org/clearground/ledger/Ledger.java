// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The chain of everything that was received and decided on this node.
 *
 * <p>Each entry carries the SHA-256 of the one before it, so that nothing can be changed, taken out or moved without
 * {@link Verification} naming the place.
 */
public final class Ledger {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Clock clock;

    public Ledger(Clock clock) {
        this.clock = clock;
    }

    /** Gives a new store the name of its node. */
    public static void begin(Transaction transaction) {
        transaction
                .sql()
                .sql("insert into node (id) values (?)")
                .param(UUID.randomUUID().toString())
                .update();
    }

    /**
     * The moment that every entry of this transaction carries: now, or the moment of the last entry where the clock has
     * been set back. Order is the sequence's, not the clock's.
     */
    public Instant moment(Transaction transaction) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var last = head(transaction).map(LedgerEntry::recordedAt).orElse(Instant.MIN);
        return last.isAfter(now) ? last : now;
    }

    /** Adds a link to this node's chain. */
    public LedgerEntry append(
            Transaction transaction,
            Instant recordedAt,
            String actor,
            @Nullable String organisation,
            EntryKind kind,
            String subject,
            Map<String, ? extends @Nullable Object> body) {
        try {
            var head = head(transaction);
            var node = head.map(LedgerEntry::node).orElseGet(() -> node(transaction));
            var unsigned = new LedgerEntry(
                    node,
                    head.map(entry -> entry.seq() + 1).orElse(1L),
                    UUID.randomUUID(),
                    recordedAt,
                    actor,
                    organisation == null ? "" : organisation,
                    kind,
                    subject,
                    CanonicalJson.of(body),
                    head.map(LedgerEntry::hash).orElse(Digest.NONE),
                    Digest.NONE);
            var entry = withHash(unsigned, hash(unsigned));
            insert(transaction, entry);
            return entry;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private static void insert(Transaction transaction, LedgerEntry entry) throws SQLException {
        var insert = transaction.prepared("insert into ledger (node, seq, id, recorded_at, actor, organisation, kind,"
                + " subject, body, previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setString(1, entry.node().toString());
        insert.setLong(2, entry.seq());
        insert.setString(3, entry.id().toString());
        insert.setString(4, written(entry.recordedAt()));
        insert.setString(5, entry.actor());
        insert.setString(6, entry.organisation());
        insert.setString(7, entry.kind().name());
        insert.setString(8, entry.subject());
        insert.setString(9, entry.body());
        insert.setString(10, entry.previous().hex());
        insert.setString(11, entry.hash().hex());
        insert.executeUpdate();
        var head = transaction.prepared("insert into ledger_head (node, seq, hash) values (?, ?, ?)"
                + " on conflict (node) do update set seq = excluded.seq, hash = excluded.hash");
        head.setString(1, entry.node().toString());
        head.setLong(2, entry.seq());
        head.setString(3, entry.hash().hex());
        head.executeUpdate();
    }

    private static UUID node(Transaction transaction) {
        return UUID.fromString(
                transaction.sql().sql("select id from node").query(String.class).single());
    }

    /** The last link of this node's chain; empty before the first. */
    public Optional<LedgerEntry> head(Transaction transaction) {
        try (var rows = transaction
                .prepared(SELECT + " where node = (select id from node) order by seq desc limit 1")
                .executeQuery()) {
            return rows.next() ? Optional.of(entry(rows)) : Optional.empty();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Every entry in the order in which projections take them: by moment, then node, then sequence. */
    public static void forEach(Transaction transaction, Consumer<LedgerEntry> reader) {
        try (var rows = transaction
                .prepared(SELECT + " order by recorded_at, node, seq")
                .executeQuery()) {
            while (rows.next()) {
                reader.accept(entry(rows));
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** All entries of a kind in the order of {@link #forEach}: for kinds that come seldom. */
    public static List<LedgerEntry> all(Transaction transaction, EntryKind kind) {
        return transaction
                .sql()
                .sql(SELECT + " where kind = ? order by recorded_at, node, seq")
                .param(kind.name())
                .query((row, number) -> entry(row))
                .list();
    }

    static final String SELECT =
            "select node, seq, id, recorded_at, actor, organisation, kind, subject, body, previous,"
                    + " hash from ledger";

    static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                UUID.fromString(row.getString(1)),
                row.getLong(2),
                UUID.fromString(row.getString(3)),
                Instant.parse(row.getString(4)),
                row.getString(5),
                row.getString(6),
                EntryKind.valueOf(row.getString(7)),
                row.getString(8),
                row.getString(9),
                new Digest(row.getString(10)),
                new Digest(row.getString(11)));
    }

    /** SHA-256 over the canonical JSON of everything but the hash itself. */
    static Digest hash(LedgerEntry entry) {
        var rest = new TreeMap<String, String>();
        rest.put("actor", entry.actor());
        rest.put("id", entry.id().toString());
        rest.put("kind", entry.kind().name());
        rest.put("node", entry.node().toString());
        rest.put("organisation", entry.organisation());
        rest.put("previous", entry.previous().hex());
        rest.put("recordedAt", written(entry.recordedAt()));
        rest.put("seq", String.valueOf(entry.seq()));
        rest.put("subject", entry.subject());
        rest.put("body", entry.body());
        return Digest.of(CanonicalJson.of(rest).getBytes(StandardCharsets.UTF_8));
    }

    private static LedgerEntry withHash(LedgerEntry entry, Digest hash) {
        return new LedgerEntry(
                entry.node(),
                entry.seq(),
                entry.id(),
                entry.recordedAt(),
                entry.actor(),
                entry.organisation(),
                entry.kind(),
                entry.subject(),
                entry.body(),
                entry.previous(),
                hash);
    }

    /** An instant as the ledger writes it: UTC with milliseconds. */
    public static String written(Instant moment) {
        return MILLISECONDS.format(moment);
    }
}
