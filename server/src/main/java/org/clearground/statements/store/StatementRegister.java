// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.store;

import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Contents;
import org.clearground.ledger.Digest;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Statements and their figures, from the entries by which files of them were taken in. */
public final class StatementRegister implements Projection {

    @Override
    public List<String> tables() {
        return List.of("statement_file", "statement", "statement_figure");
    }

    @Override
    public void drop(Transaction transaction) {
        for (var table : tables()) {
            transaction.sql().sql("delete from " + table).update();
        }
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() != EntryKind.STATEMENTS_RECEIVED) {
            return;
        }
        var body = CanonicalJson.read(entry.body());
        var reading = new Digest(String.valueOf(body.get("reading")));
        try {
            receive(transaction, entry, body);
            for (var statement : StatementDocument.read(Contents.read(transaction, reading))) {
                take(transaction, statement, entry.subject(), entry.recordedAt().toEpochMilli());
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    private static void receive(Transaction transaction, LedgerEntry entry, Map<String, Object> body)
            throws SQLException {
        transaction
                .sql()
                .sql("insert into statement_file (id, sha256, corrections, file_name, bytes, actor, received_at_ms)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        nextId(transaction, "statement_file"),
                        entry.subject(),
                        Boolean.TRUE.equals(body.get("corrections")),
                        String.valueOf(body.get("fileName")),
                        ((Number) body.getOrDefault("bytes", 0)).longValue(),
                        entry.actor(),
                        entry.recordedAt().toEpochMilli())
                .update();
    }

    private static void take(Transaction transaction, Statement statement, String file, long moment)
            throws SQLException {
        var end = transaction.prepared("update statement set known_to_ms = ? where number = ? and known_to_ms is null");
        end.setLong(1, moment);
        end.setString(2, statement.number());
        end.executeUpdate();
        long id = nextId(transaction, "statement");
        var common = CommonPeriod.of(statement.figures());
        var insert = transaction.prepared("insert into statement (id, number, publisher, published, language, address,"
                + " kind, period_from, period_to, bodies, districts, text, remark, file, known_from_ms)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, id);
        insert.setString(2, statement.number());
        insert.setString(3, statement.publisher());
        insert.setString(4, text(statement.published()));
        insert.setString(5, statement.language());
        insert.setString(6, statement.address());
        insert.setString(7, common.kind());
        insert.setString(8, common.from());
        insert.setString(9, common.to());
        insert.setString(10, CanonicalJson.of(statement.bodies()));
        insert.setString(11, CanonicalJson.of(statement.districts()));
        insert.setString(12, statement.text());
        insert.setString(13, statement.remark());
        insert.setString(14, file);
        insert.setLong(15, moment);
        insert.executeUpdate();
        int position = 0;
        for (var figure : statement.figures()) {
            insert(transaction, id, ++position, figure);
        }
    }

    /** What all figures of a statement have in common; null where they differ. */
    private record CommonPeriod(@Nullable String kind, @Nullable String from, @Nullable String to) {

        static CommonPeriod of(List<StatedFigure> figures) {
            return figures.isEmpty()
                    ? new CommonPeriod(null, null, null)
                    : new CommonPeriod(
                            same(figures, figure -> figure.kind().word()),
                            same(figures, figure -> text(figure.from())),
                            same(figures, figure -> text(figure.to())));
        }

        private static @Nullable String same(List<StatedFigure> figures, Said said) {
            var first = said.of(figures.get(0));
            return figures.stream().allMatch(figure -> java.util.Objects.equals(first, said.of(figure))) ? first : null;
        }

        private interface Said {
            @Nullable
            String of(StatedFigure figure);
        }
    }

    private static void insert(Transaction transaction, long statement, int position, StatedFigure figure)
            throws SQLException {
        var insert = transaction.prepared("insert into statement_figure (id, statement, position, measured, value,"
                + " hedge, period_from, period_to, kind, scope, part, span_start, span_end)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, nextId(transaction, "statement_figure"));
        insert.setLong(2, statement);
        insert.setInt(3, position);
        insert.setString(4, figure.measured().word());
        insert.setString(5, figure.value().toPlainString());
        insert.setString(6, figure.hedge().word());
        insert.setString(7, text(figure.from()));
        insert.setString(8, text(figure.to()));
        insert.setString(9, figure.kind().word());
        insert.setString(10, figure.scope().word());
        insert.setString(11, figure.part());
        var span = figure.span();
        if (span == null) {
            insert.setNull(12, Types.INTEGER);
            insert.setNull(13, Types.INTEGER);
        } else {
            insert.setInt(12, span.start());
            insert.setInt(13, span.end());
        }
        insert.executeUpdate();
    }

    private static long nextId(Transaction transaction, String table) throws SQLException {
        try (var row = transaction
                .prepared("select coalesce(max(id), 0) + 1 from " + table)
                .executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
