// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation.store;

import java.sql.SQLException;
import java.time.Instant;
import org.clearground.accreditation.Accreditation;
import org.clearground.accreditation.AccreditationReport;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ReportRegister;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;

/** Which bodies are accredited for which work, one row for each type of activity of an approved report. */
public final class AccreditationRegister implements ReportRegister {

    private final Transaction transaction;

    /** Opens the register in a transaction. */
    public AccreditationRegister(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public void add(AcceptedReport accepted) {
        if (!accepted.form().equals(AccreditationReport.FORM)) {
            return;
        }
        try {
            for (var accreditation : AccreditationReport.of(accepted.report()).accreditations(0)) {
                insert(accepted, accreditation);
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private void insert(AcceptedReport accepted, Accreditation accreditation) throws SQLException {
        var insert = transaction.prepared("insert into accreditation (id, report, report_no, organisation, phase,"
                + " activity_type, status, valid_from, last_day, conditions, reason, sample, known_from_ms) values"
                + " ((select coalesce(max(id), 0) + 1 from accreditation), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        var lastDay = accreditation.lastDay();
        insert.setLong(1, accepted.key());
        insert.setString(2, accreditation.number());
        insert.setString(3, accreditation.organisation());
        insert.setString(4, accreditation.phase().name());
        insert.setString(5, accreditation.activityType());
        insert.setString(6, accreditation.status().name());
        insert.setString(7, accreditation.from().toString());
        insert.setString(8, lastDay == null ? null : lastDay.toString());
        insert.setString(9, accreditation.conditions());
        insert.setString(10, accreditation.reason());
        insert.setBoolean(11, accreditation.sample());
        insert.setLong(12, accepted.knownFrom().toEpochMilli());
        insert.executeUpdate();
    }

    @Override
    public void end(long reportKey, Instant knownTo) {
        try {
            var update = transaction.prepared(
                    "update accreditation set known_to_ms = ? where report = ? and known_to_ms is null");
            update.setLong(1, knownTo.toEpochMilli());
            update.setLong(2, reportKey);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    @Override
    public void complete() {
        // Every row is written when it comes.
    }

    @Override
    public void drop() {
        transaction.sql().sql("delete from accreditation").update();
    }
}
