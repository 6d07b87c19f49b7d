// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReadReport;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;

/**
 * Some reports of a reading, found without reading the others: parts that hold none of them stay as they lie, and of a
 * part only their own lines are read.
 */
final class ChosenReports {

    private ChosenReports() {}

    /**
     * Reads them in the order of the file.
     *
     * @param digest under which the reading is kept
     */
    static void forEach(
            Transaction transaction,
            Digest digest,
            ReportRows.Origin origin,
            Ordinals chosen,
            ReportStore.Step<ReadReport> reports) {
        try {
            for (var next = chosen.from(1); next.isPresent(); ) {
                int part = part(transaction, origin.reading(), next.getAsLong());
                long last = ReadingDocument.readChosen(
                        Contents.part(transaction, digest, part), origin.submission(), origin.form(), chosen, reports);
                if (last < next.getAsLong()) {
                    throw new IllegalStateException(
                            "report " + next.getAsLong() + " of reading " + digest + " is not in part " + part);
                }
                next = chosen.from(last + 1);
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private static int part(Transaction transaction, long reading, long ordinal) throws SQLException {
        var select = transaction.prepared("select part from report where reading = ? and ordinal = ?");
        select.setLong(1, reading);
        select.setLong(2, ordinal);
        try (var row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("reading " + reading + " has no report " + ordinal);
            }
            return row.getInt(1);
        }
    }
}
