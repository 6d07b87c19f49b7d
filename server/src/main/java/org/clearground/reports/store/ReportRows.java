// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.Finding;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.CanonicalText;
import org.clearground.ledger.Digest;
import org.clearground.ledger.LedgerEntry;
import org.clearground.reports.Answers;
import org.clearground.reports.ReadReport;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Writes the rows of submissions, readings, reports and findings. An import and a rebuild write them alike. */
final class ReportRows {

    private ReportRows() {}

    static void insertSubmission(Transaction transaction, LedgerEntry received) {
        var body = CanonicalJson.read(received.body());
        try {
            var insert = transaction.prepared("insert into submission (sha256, file_name, media_type, bytes,"
                    + " organisation, actor, sample, received_at_ms, corrects) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (sha256) do nothing");
            insert.setString(1, received.subject());
            insert.setString(2, String.valueOf(body.get("fileName")));
            insert.setString(3, String.valueOf(body.get("mediaType")));
            insert.setLong(4, whole(body, "bytes"));
            insert.setString(5, received.organisation().isEmpty() ? null : received.organisation());
            insert.setString(6, received.actor());
            insert.setBoolean(7, false);
            insert.setLong(8, received.recordedAt().toEpochMilli());
            var corrects = body.get("corrects");
            insert.setString(9, corrects == null ? null : corrects.toString());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    static void insertReading(Transaction transaction, long reading, LedgerEntry read) {
        var body = CanonicalJson.read(read.body());
        try {
            var insert =
                    transaction.prepared("insert into reading (id, sha256, submission, form, form_version, mapping,"
                            + " reports, read_at_ms) values (?, ?, ?, ?, ?, ?, ?, ?)");
            insert.setLong(1, reading);
            insert.setString(2, String.valueOf(body.get("reading")));
            insert.setString(3, read.subject());
            insert.setString(4, String.valueOf(body.get("form")));
            insert.setString(5, String.valueOf(body.get("formVersion")));
            insert.setString(6, String.valueOf(body.get("mappingFingerprint")));
            insert.setLong(7, whole(body, "reports"));
            insert.setLong(8, read.recordedAt().toEpochMilli());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Reports of an earlier reading of the same submission give way to the new one. */
    static void supersedeEarlierReadings(Transaction transaction, Digest submission, String form) {
        try {
            var update = transaction.prepared(
                    "update report set status = 'REREAD' where submission = ? and form = ? and status = 'PENDING'");
            update.setString(1, submission.hex());
            update.setString(2, form);
            update.executeUpdate();
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** The number of the next row of a table that numbers its rows. */
    static long nextId(Transaction transaction, String table) {
        try (var row = transaction
                .prepared("select coalesce(max(id), 0) + 1 from " + table)
                .executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    /** Where a report's row comes from. */
    record Origin(long reading, Digest submission, String form, Instant readAt) {}

    static void insertReport(
            Transaction transaction, long id, Origin origin, ReadReport read, String fingerprint, int part)
            throws SQLException {
        var report = read.report();
        var answers = report.answers();
        long blocking = read.findings().stream().filter(Finding::blocks).count();
        var insert = transaction.prepared("insert into report (id, report_id, reading, submission, form, ordinal, part,"
                + " organisation, report_no, activity_type, district, period_from, period_to, fingerprint, status,"
                + " blocking, warnings, sample, read_at_ms)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?)");
        insert.setLong(1, id);
        insert.setString(2, report.id().toString());
        insert.setLong(3, origin.reading());
        insert.setString(4, origin.submission().hex());
        insert.setString(5, origin.form());
        insert.setInt(6, report.ordinal());
        insert.setInt(7, part);
        insert.setString(8, answers.code("organisation"));
        insert.setString(9, answers.text("report_no"));
        insert.setString(10, answers.code("activity_type"));
        insert.setString(11, answers.code("district"));
        insert.setString(12, day(answers, "period_from"));
        insert.setString(13, day(answers, "period_to"));
        insert.setString(14, fingerprint);
        insert.setLong(15, blocking);
        insert.setLong(16, read.findings().size() - blocking);
        insert.setBoolean(17, report.sample());
        insert.setLong(18, origin.readAt().toEpochMilli());
        insert.executeUpdate();
        for (var finding : read.findings()) {
            insertFinding(transaction, origin.reading(), id, finding);
        }
    }

    private static @Nullable String day(Answers answers, String question) {
        var day = answers.day(question);
        return day == null ? null : day.toString();
    }

    static void insertFinding(Transaction transaction, long reading, @Nullable Long report, Finding finding)
            throws SQLException {
        var insert = transaction.prepared("insert into finding (reading, report, code, severity, file, sheet, at_row,"
                + " at_column, value, figures) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, reading);
        setLong(insert, 2, report);
        insert.setString(3, finding.code().name());
        insert.setString(4, finding.severity().name());
        insert.setString(5, finding.place().file());
        insert.setString(6, finding.place().sheet());
        var row = finding.place().row();
        setLong(insert, 7, row == null ? null : Long.valueOf(row));
        insert.setString(8, finding.place().column());
        insert.setString(9, finding.value());
        var figures = new StringBuilder();
        CanonicalText.append(figures, new TreeMap<>(finding.figures()));
        insert.setString(10, figures.toString());
        insert.executeUpdate();
    }

    /** A number, or nothing where it is null. */
    static void setLong(PreparedStatement statement, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
    }

    private static long whole(Map<String, Object> body, String name) {
        return body.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
