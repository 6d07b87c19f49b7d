// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.clearground.bulletins.Correction;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureScope;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;

/**
 * What an edition says of public ones. One of a period that had an edition before says what changed since; one of a week
 * says it of all other periods, as far as no weekly edition has said it already.
 */
final class EditionCorrections {

    /** On which days anything counts that was learned or taken back between two moments. */
    private static final String CHANGED =
            "select distinct valid_from from %s where known_from_ms > :since and known_from_ms <= :until"
                    + " or known_to_ms > :since and known_to_ms <= :until";

    private final Transaction transaction;
    private final SqlFigures figures;
    private final EditionQueries queries;

    EditionCorrections(Transaction transaction) {
        this.transaction = transaction;
        this.figures = new SqlFigures(transaction);
        this.queries = new EditionQueries(transaction);
    }

    /** For an edition of a period that knows what was known at a moment: of its own period first, then by period. */
    List<Correction> of(ReportingPeriod period, Instant knownAt) {
        var corrections = new ArrayList<Correction>();
        var newest = newestOfEachPeriod();
        newest.stream()
                .filter(edition -> edition.period().equals(period))
                .map(edition -> ofOwn(edition, knownAt))
                .forEach(corrections::add);
        if (period.isIsoWeek()) {
            var others = newest.stream()
                    .filter(edition -> !edition.period().equals(period))
                    .sorted(Comparator.comparing(edition -> edition.period().from()))
                    .toList();
            corrections.addAll(ofOthers(others, knownAt));
        }
        return corrections;
    }

    private List<Edition> newestOfEachPeriod() {
        var seen = new HashSet<ReportingPeriod>();
        return queries.published().stream()
                .filter(edition -> seen.add(edition.period()))
                .toList();
    }

    private Correction ofOwn(Edition edition, Instant knownAt) {
        var said = queries.figures(edition);
        return correction(edition, edition.asOf().knownAt(), knownAt, definition -> said.value(definition)
                .value());
    }

    private List<Correction> ofOthers(List<Edition> others, Instant knownAt) {
        var told = lastWeekly();
        var earliest = others.stream()
                .map(edition -> since(edition, told))
                .min(Comparator.naturalOrder())
                .orElse(knownAt);
        var days = changedDays(earliest, knownAt);
        return others.stream()
                .filter(edition -> days.stream().anyMatch(edition.period()::contains))
                .map(edition -> {
                    var before = new AsOf(edition.asOf().validOn(), since(edition, told));
                    return correction(
                            edition, before.knownAt(), knownAt, definition -> value(edition, definition, before));
                })
                .filter(correction -> !correction.changes().isEmpty())
                .toList();
    }

    /** The weekly edition that is public and knows most: what it knew, it has told of the editions public by then. */
    private Optional<Edition> lastWeekly() {
        return queries.published().stream()
                .filter(edition -> edition.period().isIsoWeek())
                .max(Comparator.comparing(edition -> edition.asOf().knownAt()));
    }

    /** From which moment on nobody has told yet what changed in an edition. */
    private static Instant since(Edition edition, Optional<Edition> told) {
        var own = edition.asOf().knownAt();
        var signed = edition.signed();
        return told.map(weekly -> weekly.asOf().knownAt())
                .filter(known -> signed != null && !signed.at().isAfter(known) && known.isAfter(own))
                .orElse(own);
    }

    private java.util.Set<LocalDate> changedDays(Instant since, Instant until) {
        var days = new HashSet<LocalDate>();
        for (var table : List.of("finds", "activities", "counted_ground")) {
            transaction
                    .sql()
                    .sql(CHANGED.formatted(table))
                    .param("since", since.toEpochMilli())
                    .param("until", until.toEpochMilli())
                    .query(row -> {
                        days.add(LocalDate.parse(row.getString(1)));
                    });
        }
        return days;
    }

    private OptionalLong value(Edition edition, FigureDefinition definition, AsOf asOf) {
        return figures.figure(definition, FigureScope.of(edition.period()), asOf)
                .value();
    }

    private Correction correction(
            Edition edition, Instant since, Instant knownAt, Function<FigureDefinition, OptionalLong> before) {
        var now = new AsOf(edition.asOf().validOn(), knownAt);
        var changes = Arrays.stream(FigureDefinition.values())
                .map(definition ->
                        new Correction.Change(definition, before.apply(definition), value(edition, definition, now)))
                .filter(change -> !change.earlier().equals(change.present()))
                .toList();
        return new Correction(
                edition.id(),
                edition.period(),
                since,
                edition.sample() || figures.contributors(edition.period(), now).sample(),
                acts(edition.period(), since, knownAt),
                changes);
    }

    /** Decisions on reports that reach into a period, after one moment and until another. */
    private Correction.Acts acts(ReportingPeriod period, Instant since, Instant until) {
        return transaction
                .sql()
                .sql("select coalesce(sum(known_from_ms > :since and known_from_ms <= :until and not exists"
                        + " (select 1 from report as old where old.organisation = report.organisation"
                        + " and old.report_no = report.report_no and old.id <> report.id"
                        + " and old.known_to_ms = report.known_from_ms)), 0),"
                        + " coalesce(sum(status = 'CORRECTED' and known_to_ms > :since and known_to_ms <= :until), 0),"
                        + " coalesce(sum(status = 'WITHDRAWN' and known_to_ms > :since and known_to_ms <= :until), 0)"
                        + " from report where known_from_ms is not null and period_from <= :to and period_to >= :from")
                .param("since", since.toEpochMilli())
                .param("until", until.toEpochMilli())
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .query((row, number) -> new Correction.Acts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
