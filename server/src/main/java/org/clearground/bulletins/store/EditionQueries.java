// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.print.EditionFigures;
import org.clearground.bulletins.print.EditionList;
import org.clearground.bulletins.print.EditionSeal;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.storage.Kept;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;

/** Editions as they stand in one state of the store. */
public final class EditionQueries {

    private static final String SELECT =
            "select sha256, prepared_by, prepared_at_ms, signed_by, signed_at_ms from edition";

    private static final String NEWEST_FIRST = " order by period_to desc, period_from desc, number desc";

    /** An edition never changes: what stands in its row, and the content that this names, is all of it. */
    private static final Kept<Edition> EDITIONS = new Kept<>(2_000, edition -> 1);

    private final Transaction transaction;

    public EditionQueries(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All, those that wait too; the newest period first, and of a period the newest edition. */
    public List<Edition> list() {
        return transaction.sql().sql(SELECT + NEWEST_FIRST).query(this::edition).list();
    }

    /** Those that are public, in the same order. */
    public List<Edition> published() {
        return transaction
                .sql()
                .sql(SELECT + " where signed_at_ms is not null" + NEWEST_FIRST)
                .query(this::edition)
                .list();
    }

    /** The first so many of those that are public. */
    public List<Edition> newest(int most) {
        return transaction
                .sql()
                .sql(SELECT + " where signed_at_ms is not null" + NEWEST_FIRST + " limit ?")
                .param(most)
                .query(this::edition)
                .list();
    }

    /** How many wait for a signature. */
    public long waiting() {
        return transaction
                .sql()
                .sql("select count(*) from edition where signed_at_ms is null")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** By its id, {@code 2024-W18-1}; empty if there is none. */
    public Optional<Edition> find(String id) {
        return transaction
                .sql()
                .sql(SELECT + " where edition_id = ?")
                .param(id)
                .query(this::edition)
                .optional();
    }

    /** The number that the next edition of a period has: those that wait do not count. */
    int nextNumber(ReportingPeriod period) {
        return transaction
                .sql()
                .sql("select coalesce(max(number), 0) + 1 from edition where period_from = ? and period_to = ?"
                        + " and signed_at_ms is not null")
                .params(period.from().toString(), period.to().toString())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** The newest final edition of a period that is published; empty if there is none. */
    Optional<Edition> newestFinal(ReportingPeriod period) {
        return published().stream()
                .filter(edition -> edition.period().equals(period) && edition.standing() == Edition.Standing.FINAL)
                .findFirst();
    }

    /** The seal of an edition; empty where it waits or was published without a key. */
    public Optional<EditionSeal> seal(Edition edition) {
        return transaction
                .sql()
                .sql("select signing_key, signature from edition where sha256 = ? and signature is not null")
                .param(edition.digest().hex())
                .query((row, number) -> new EditionSeal(
                        Base64.getDecoder().decode(row.getString(1)),
                        Base64.getDecoder().decode(row.getString(2))))
                .optional();
    }

    /** The list of an edition as it is published. */
    public byte[] listOf(Edition edition) {
        return Contents.read(transaction, edition.digest());
    }

    /** A document of an edition, byte for byte as it was made. */
    public byte[] content(Edition.Document document) {
        return Contents.read(transaction, document.digest());
    }

    /** What an edition says, read from its own document. */
    public EditionFigures figures(Edition edition) {
        return EditionFigures.read(content(edition.find(EditionFigures.NAME)
                .orElseThrow(() -> new IllegalStateException("edition " + edition.id() + " has no figures"))));
    }

    private Edition edition(ResultSet row, int number) throws SQLException {
        var digest = new Digest(row.getString(1));
        var prepared = new Edition.Signature(row.getString(2), Instant.ofEpochMilli(row.getLong(3)));
        var signedBy = row.getString(4);
        var signed = signedBy == null ? null : new Edition.Signature(signedBy, Instant.ofEpochMilli(row.getLong(5)));
        return EDITIONS.get(
                digest.hex() + " " + prepared + " " + signed,
                () -> EditionList.read(Contents.read(transaction, digest), prepared, signed));
    }
}
