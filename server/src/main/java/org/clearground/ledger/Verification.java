// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes every chain and every digest of a store.
 *
 * @param entries how many entries hold
 * @param contents how many kept contents hold
 * @param broken the first place that does not hold; null when all do
 */
public record Verification(long entries, long contents, @Nullable Broken broken) {

    /**
     * Where the store was changed behind the ledger's back.
     *
     * @param node the chain; null for content
     * @param seq the entry; 0 for content
     * @param reason what does not fit, in a sentence
     */
    public record Broken(@Nullable UUID node, long seq, String reason) {}

    /** Of everything a store keeps. */
    public static Verification of(Transaction transaction) {
        return of(transaction, done -> {});
    }

    /** How many entries and contents a store keeps. */
    public static long size(Transaction transaction) {
        return transaction
                .sql()
                .sql("select (select count(*) from ledger) + (select count(*) from content)")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /**
     * Of everything a store keeps.
     *
     * @param progress told how many of its {@link #size} hold so far
     */
    public static Verification of(Transaction transaction, LongConsumer progress) {
        try {
            long entries = 0;
            LedgerEntry previous = null;
            try (var rows =
                    transaction.prepared(Ledger.SELECT + " order by node, seq").executeQuery()) {
                while (rows.next()) {
                    LedgerEntry entry;
                    try {
                        entry = Ledger.entry(rows);
                    } catch (RuntimeException unreadable) {
                        return broken(
                                entries,
                                previous == null ? null : previous.node(),
                                rows.getLong(2),
                                "it cannot be read: " + unreadable.getMessage());
                    }
                    if (!isSpeltAsWritten(entry, rows)) {
                        return broken(entries, entry.node(), entry.seq(), "its text was changed after it was written");
                    }
                    var before = previous != null && previous.node().equals(entry.node()) ? previous : null;
                    if (before == null && previous != null) {
                        var end = missingEnd(transaction, previous);
                        if (end.isPresent()) {
                            return new Verification(entries, 0, end.get());
                        }
                    }
                    var reason = fault(entry, before);
                    if (reason.isPresent()) {
                        return broken(entries, entry.node(), entry.seq(), reason.get());
                    }
                    entries++;
                    progress.accept(entries);
                    previous = entry;
                }
            }
            var fault = previous == null ? missingAll(transaction) : missingEnd(transaction, previous);
            if (fault.isEmpty()) {
                fault = missingNode(transaction);
            }
            if (fault.isEmpty()) {
                fault = missingContent(transaction);
            }
            return fault.isPresent()
                    ? new Verification(entries, 0, fault.get())
                    : verifyContents(transaction, entries, progress);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private static Optional<String> fault(LedgerEntry entry, @Nullable LedgerEntry before) {
        long expected = before == null ? 1 : before.seq() + 1;
        if (entry.seq() != expected) {
            return Optional.of("entry " + expected + " before it is missing");
        }
        if (!entry.previous().equals(before == null ? Digest.NONE : before.hash())) {
            return Optional.of("it does not follow the entry before it");
        }
        if (!entry.hash().equals(Ledger.hash(entry))) {
            return Optional.of("its text was changed after it was written");
        }
        return Optional.empty();
    }

    private static Optional<Broken> missingEnd(Transaction transaction, LedgerEntry last) throws SQLException {
        var head = transaction.prepared("select seq, hash from ledger_head where node = ?");
        head.setString(1, last.node().toString());
        try (var row = head.executeQuery()) {
            if (!row.next()
                    || row.getLong(1) != last.seq()
                    || !row.getString(2).equals(last.hash().hex())) {
                return Optional.of(new Broken(
                        last.node(), last.seq() + 1, "the chain ends too early: entries after it were taken out"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Broken> missingAll(Transaction transaction) throws SQLException {
        try (var row = transaction.prepared("select node from ledger_head").executeQuery()) {
            return row.next()
                    ? Optional.of(new Broken(UUID.fromString(row.getString(1)), 1, "every entry was taken out"))
                    : Optional.empty();
        }
    }

    /** This node's own chain has at least the entry that put a pack in force. */
    private static Optional<Broken> missingNode(Transaction transaction) throws SQLException {
        try (var row = transaction
                .prepared("select id from node where id not in (select node from ledger)")
                .executeQuery()) {
            return row.next()
                    ? Optional.of(new Broken(
                            null,
                            0,
                            "this node, " + row.getString(1)
                                    + ", has no entry: its entries were taken out, or its name was changed"))
                    : Optional.empty();
        }
    }

    /** The hash covers what an entry says; the same moment or id in another spelling is an edit all the same. */
    private static boolean isSpeltAsWritten(LedgerEntry entry, ResultSet row) throws SQLException {
        return entry.node().toString().equals(row.getString(1))
                && entry.id().toString().equals(row.getString(3))
                && Ledger.written(entry.recordedAt()).equals(row.getString(4));
    }

    /** Every content that an entry names must still be kept, and every content kept must be named by an entry. */
    private static Optional<Broken> missingContent(Transaction transaction) {
        var missing = new ArrayList<Broken>();
        var named = new HashSet<String>();
        Ledger.forEach(transaction, entry -> {
            if (missing.isEmpty()
                    && CanonicalJson.read(entry.body()).get("contents") instanceof Collection<?> digests) {
                for (var digest : digests) {
                    named.add(digest.toString());
                    if (!Contents.isKept(transaction, new Digest(digest.toString()))) {
                        missing.add(new Broken(
                                entry.node(), entry.seq(), "the content " + digest + " that it names was taken out"));
                        return;
                    }
                }
            }
        });
        if (missing.isEmpty()) {
            transaction
                    .sql()
                    .sql("select coalesce(sha256, '') from content order by id")
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(kept -> !named.contains(kept))
                    .findFirst()
                    .ifPresent(kept -> missing.add(new Broken(
                            null, 0, "the kept content " + kept + " is named by no entry: entries were taken out")));
        }
        return missing.stream().findFirst();
    }

    private static Verification verifyContents(Transaction transaction, long entries, LongConsumer progress) {
        long contents = 0;
        for (var name : transaction
                .sql()
                .sql("select coalesce(sha256, '') from content order by id")
                .query(String.class)
                .list()) {
            var fault = contentFault(transaction, name);
            if (fault.isPresent()) {
                return new Verification(entries, contents, new Broken(null, 0, fault.get()));
            }
            contents++;
            progress.accept(entries + contents);
        }
        return new Verification(entries, contents, null);
    }

    private static Optional<String> contentFault(Transaction transaction, String name) {
        var damaged = "the kept content " + name + " is not what it was when it was received";
        try (var stream = Contents.open(transaction, new Digest(name)).orElseThrow()) {
            var running = Digest.sha256();
            var buffer = new byte[1 << 16];
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                running.update(buffer, 0, length);
            }
            return Digest.finish(running).hex().equals(name) ? Optional.empty() : Optional.of(damaged);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            return Optional.of(damaged);
        }
    }

    private static Verification broken(long entries, @Nullable UUID node, long seq, String reason) {
        return new Verification(entries, 0, new Broken(node, seq, reason));
    }
}
