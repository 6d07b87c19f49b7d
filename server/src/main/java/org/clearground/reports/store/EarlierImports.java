// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.intake.Mapping;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;

/** Whether the same bytes were taken in before. */
final class EarlierImports {

    private EarlierImports() {}

    /**
     * When a file was read in the same way before; empty if it is new.
     *
     * @throws ProblemException if it was read otherwise and reports of that reading are decided
     */
    static Optional<Instant> find(Transaction transaction, ReceivedFile file, FormDefinition form, Mapping mapping) {
        var earlier = new TreeMap<String, Instant>();
        try {
            var select = transaction.prepared(
                    "select form_version, mapping, read_at_ms from reading where submission = ? and form = ?"
                            // what its sender took back is as if it had not come, and can come again
                            + " and (reports = 0 or exists (select 1 from report where report.reading = reading.id"
                            + " and report.status <> 'TAKEN_BACK')) order by id");
            select.setString(1, file.digest().hex());
            select.setString(2, form.id());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    earlier.put(row.getString(1) + "/" + row.getString(2), Instant.ofEpochMilli(row.getLong(3)));
                }
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        var same = Optional.ofNullable(earlier.get(form.version() + "/" + mapping.fingerprint()));
        long decided = same.isPresent() ? 0 : decided(transaction, file, form);
        if (decided > 0) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    file.name() + " was imported before in another reading, and " + decided
                            + " of its reports are decided; send a corrected file with the same report numbers instead");
        }
        return same;
    }

    private static long decided(Transaction transaction, ReceivedFile file, FormDefinition form) {
        return transaction
                .sql()
                .sql("select count(*) from report where reading in"
                        + " (select id from reading where submission = ? and form = ?)"
                        + " and status not in ('PENDING', 'REREAD', 'RETURNED', 'TAKEN_BACK')")
                .params(file.digest().hex(), form.id())
                .query(Long.class)
                .single();
    }
}
