// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReadReport;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Every report that waits or is approved, as it was read, one after the other. */
final class StandingReports {

    private final Transaction transaction;

    StandingReports(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A report with where it comes from.
     *
     * @param row its key in the store
     * @param sender the organisation that sent the file; null where none was named
     */
    record Standing(long row, String form, String fileName, @Nullable String sender, ReadReport read) {}

    private record Reading(
            long id, String sha256, String submission, String form, String fileName, @Nullable String sender) {}

    /** Reads them in the order in which their files came. One reading is open at a time, one report is held. */
    void forEach(Consumer<Standing> reports) {
        List<Reading> readings = transaction
                .sql()
                .sql("select reading.id, reading.sha256, reading.submission, reading.form, submission.file_name,"
                        + " submission.organisation"
                        + " from reading join submission on submission.sha256 = reading.submission"
                        + " where exists (select 1 from report where report.reading = reading.id"
                        + " and report.status in ('PENDING', 'APPROVED')) order by reading.id")
                .query((row, number) -> new Reading(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
        for (var reading : readings) {
            var standing = new HashMap<Integer, Long>();
            transaction
                    .sql()
                    .sql("select ordinal, id from report where reading = ? and status in ('PENDING', 'APPROVED')")
                    .param(reading.id())
                    .query(row -> {
                        standing.put(row.getInt(1), row.getLong(2));
                    });
            ReadingDocument.read(
                    Contents.open(transaction, new Digest(reading.sha256())).orElseThrow(),
                    new Digest(reading.submission()),
                    reading.form(),
                    read -> {
                        var row = standing.get(read.report().ordinal());
                        if (row != null) {
                            reports.accept(
                                    new Standing(row, reading.form(), reading.fileName(), reading.sender(), read));
                        }
                    },
                    findings -> {});
        }
    }
}
