// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clearground.storage.Transaction;

/** What was done to keep the store well, within a transaction. It stands beside the ledger and is no part of it. */
public final class Upkeep {

    /** After this a backup is too old, and is told to be. */
    public static final Duration BACKUP_HOLDS = Duration.ofDays(7);

    /** What is done. */
    public enum Kind {
        VERIFIED,
        BACKED_UP
    }

    /**
     * Something that was done.
     *
     * @param at when it ended
     * @param entries of the ledger, and {@code contents} kept, that were found to hold
     * @param registers whether registers were made again and compared
     * @param fault what did not hold, a sentence in English; empty where all did
     * @param copy the file that was made, an empty one for a verification
     */
    public record Done(
            Kind kind,
            Instant at,
            Duration took,
            String actor,
            long entries,
            long contents,
            boolean registers,
            String fault,
            Copy copy) {

        public boolean holds() {
            return fault.isEmpty();
        }
    }

    /**
     * A copy of the store.
     *
     * @param fileName without its directory
     * @param sha256 in 64 digits
     */
    public record Copy(String fileName, long bytes, String sha256) {

        static final Copy NONE = new Copy("", 0, "");
    }

    private final Transaction transaction;

    public Upkeep(Transaction transaction) {
        this.transaction = transaction;
    }

    void add(Done done) {
        transaction
                .sql()
                .sql("insert into upkeep (kind, at_ms, took_ms, actor, entries, contents, registers, fault, file_name,"
                        + " bytes, sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        done.kind().name(),
                        done.at().toEpochMilli(),
                        done.took().toMillis(),
                        done.actor(),
                        done.entries(),
                        done.contents(),
                        done.registers(),
                        done.fault(),
                        done.copy().fileName(),
                        done.copy().bytes(),
                        done.copy().sha256())
                .update();
    }

    /** What was done last of a kind; empty if it never was. */
    public Optional<Done> findLast(Kind kind) {
        return transaction
                .sql()
                .sql("select at_ms, took_ms, actor, entries, contents, registers, fault, file_name, bytes, sha256"
                        + " from upkeep where kind = ? order by at_ms desc, id desc limit 1")
                .param(kind.name())
                .query((row, number) -> new Done(
                        kind,
                        Instant.ofEpochMilli(row.getLong(1)),
                        Duration.ofMillis(row.getLong(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getBoolean(6),
                        row.getString(7),
                        new Copy(row.getString(8), row.getLong(9), row.getString(10))))
                .optional();
    }
}
