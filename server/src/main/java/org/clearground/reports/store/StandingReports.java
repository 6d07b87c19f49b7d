// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReadReport;
import org.clearground.storage.Transaction;

/** Every report that waits or is approved, as it was read, one after the other. */
final class StandingReports {

    private final Transaction transaction;

    StandingReports(Transaction transaction) {
        this.transaction = transaction;
    }

    /** A report with where it comes from. */
    record Standing(String form, String fileName, ReadReport read, boolean approved) {}

    private record Reading(long id, String sha256, String submission, String form, String fileName) {}

    /** Reads them in the order in which their files came. One reading is open at a time, one report is held. */
    void forEach(Consumer<Standing> reports) {
        List<Reading> readings = transaction
                .sql()
                .sql("select reading.id, reading.sha256, reading.submission, reading.form, submission.file_name"
                        + " from reading join submission on submission.sha256 = reading.submission"
                        + " where exists (select 1 from report where report.reading = reading.id"
                        + " and report.status in ('PENDING', 'APPROVED')) order by reading.id")
                .query((row, number) -> new Reading(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
        for (var reading : readings) {
            var standing = new BitSet();
            var approved = new BitSet();
            transaction
                    .sql()
                    .sql("select ordinal, status from report where reading = ? and status in ('PENDING', 'APPROVED')")
                    .param(reading.id())
                    .query(row -> {
                        standing.set(row.getInt(1));
                        if (row.getString(2).equals("APPROVED")) {
                            approved.set(row.getInt(1));
                        }
                    });
            ReadingDocument.read(
                    Contents.open(transaction, new Digest(reading.sha256())).orElseThrow(),
                    new Digest(reading.submission()),
                    reading.form(),
                    read -> {
                        int ordinal = read.report().ordinal();
                        if (standing.get(ordinal)) {
                            reports.accept(
                                    new Standing(reading.form(), reading.fileName(), read, approved.get(ordinal)));
                        }
                    },
                    findings -> {});
        }
    }
}
