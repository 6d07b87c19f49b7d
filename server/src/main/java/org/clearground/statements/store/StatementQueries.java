// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.Span;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Statements as they stand in one state of the store: each in its last version. */
public final class StatementQueries {

    private static final String SELECT =
            "select id, number, publisher, published, language, address, bodies, districts, text, remark, file,"
                    + " known_from_ms from statement";

    private static final String FIGURES =
            "select statement, measured, value, hedge, period_from, period_to, kind, scope, part, span_start, span_end"
                    + " from statement_figure";

    private final Transaction transaction;

    public StatementQueries(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A statement with where it came from.
     *
     * @param versions how many there were of it, this one counted
     */
    public record Recorded(Statement statement, Digest file, Instant knownSince, int versions) {}

    /** A file of statements as it was received. */
    public record File(Digest digest, String name, long bytes, Instant receivedAt) {}

    private record Row(long id, Statement document, Digest file, Instant knownSince) {}

    /** All, by the order in which they were taken in. */
    public List<Statement> all() {
        var figures = new HashMap<Long, List<StatedFigure>>();
        transaction
                .sql()
                .sql(FIGURES + " where statement in (select id from statement where known_to_ms is null)"
                        + " order by statement, position")
                .query(row -> {
                    figures.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                            .add(figure(row));
                });
        return transaction
                .sql()
                .sql(SELECT + " where known_to_ms is null order by id")
                .query((row, number) -> row(row))
                .list()
                .stream()
                .map(row -> whole(row.document(), figures.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** By its number; empty if there is none. */
    public Optional<Recorded> find(String number) {
        return transaction
                .sql()
                .sql(SELECT + " where number = ? and known_to_ms is null")
                .param(number)
                .query((row, any) -> row(row))
                .optional()
                .map(row -> new Recorded(
                        whole(row.document(), figures(row.id())), row.file(), row.knownSince(), versions(number)));
    }

    private List<StatedFigure> figures(long statement) {
        return transaction
                .sql()
                .sql(FIGURES + " where statement = ? order by position")
                .param(statement)
                .query((row, number) -> figure(row))
                .list();
    }

    private int versions(String number) {
        return transaction
                .sql()
                .sql("select count(*) from statement where number = ?")
                .param(number)
                .query((row, any) -> row.getInt(1))
                .single();
    }

    /** A file by its digest; empty if no statements came from it. */
    public Optional<File> file(Digest digest) {
        return transaction
                .sql()
                .sql("select sha256, file_name, bytes, received_at_ms from statement_file where sha256 = ?"
                        + " order by id limit 1")
                .param(digest.hex())
                .query((row, number) -> new File(
                        new Digest(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        Instant.ofEpochMilli(row.getLong(4))))
                .optional();
    }

    /** When the same bytes were taken in in the same way the last time; empty if they were not. */
    Optional<Instant> takenIn(Digest digest, boolean corrections) {
        return transaction
                .sql()
                .sql("select received_at_ms from statement_file where sha256 = ? and corrections = ?"
                        + " order by id desc limit 1")
                .params(digest.hex(), corrections)
                .query((row, number) -> Instant.ofEpochMilli(row.getLong(1)))
                .optional();
    }

    /** Every statement by its number, to lay those of a file beside. */
    Map<String, Statement> byNumber() {
        var all = new HashMap<String, Statement>();
        all().forEach(statement -> all.put(statement.number(), statement));
        return all;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                new Statement(
                        row.getString(2),
                        row.getString(3),
                        day(row.getString(4)),
                        row.getString(5),
                        row.getString(6),
                        strings(row.getString(7)),
                        strings(row.getString(8)),
                        row.getString(9),
                        row.getString(10),
                        List.of()),
                new Digest(row.getString(11)),
                Instant.ofEpochMilli(row.getLong(12)));
    }

    private static StatedFigure figure(ResultSet row) throws SQLException {
        int start = row.getInt(10);
        var span = row.wasNull() ? null : new Span(start, row.getInt(11));
        return new StatedFigure(
                Measured.valueOf(name(row, 2)),
                new BigDecimal(row.getString(3)),
                Hedge.valueOf(name(row, 4)),
                day(row.getString(5)),
                day(row.getString(6)),
                PeriodKind.valueOf(name(row, 7)),
                ClaimScope.valueOf(name(row, 8)),
                row.getString(9),
                span);
    }

    /** Tables hold words; the programme's names are their capitals. */
    private static String name(ResultSet row, int column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static Statement whole(Statement document, List<StatedFigure> figures) {
        return new Statement(
                document.number(),
                document.publisher(),
                document.published(),
                document.language(),
                document.address(),
                document.bodies(),
                document.districts(),
                document.text(),
                document.remark(),
                figures);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<String> strings(String json) {
        return CanonicalJson.readList(json).stream().map(String::valueOf).toList();
    }
}
