// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.clearground.packs.Words;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;

/**
 * What a decision would do to totals, before it is taken. The decision is taken in a transaction that is undone, and the
 * totals are added up there and beside it by whoever publishes them: so what is shown is what will be.
 *
 * @param parts by week, or of one period where there are many weeks; none where nothing would move
 * @param refused reports that a rule refuses as things stand now, with the reason
 */
public record ForeseenTotals(List<Part> parts, Map<ReportId, String> refused) {

    /** More weeks than these are taken together. */
    private static final int MOST_WEEKS = 5;

    public ForeseenTotals {
        parts = List.copyOf(parts);
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /**
     * Totals of one kind in one period.
     *
     * @param title key of the sentence that says what they are totals of
     */
    public record Part(String title, ReportingPeriod period, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** One total, now and after the decision. */
    public record Line(Totals.Total now, Totals.Total after) {

        /** By how much it moves; what is absent counts for nothing. */
        public long difference() {
            return Math.subtractExact(after.value().orElse(0), now.value().orElse(0));
        }

        public boolean moves() {
            return !now.value().equals(after.value());
        }

        /** Whether there is anything to be said of it. */
        boolean speaks() {
            return speaks(now.value()) || speaks(after.value());
        }

        private static boolean speaks(OptionalLong value) {
            return value.isPresent() && value.getAsLong() != 0;
        }
    }

    /**
     * Works it out.
     *
     * @throws org.clearground.errors.ProblemException if one of the reports cannot be decided so, or somebody else is
     *     writing to the store
     */
    public static ForeseenTotals of(
            Store store,
            ReportDecisions decisions,
            List<Totals> kinds,
            Decision decision,
            List<ReportId> reports,
            Words words) {
        return decisions.foresee(
                decision,
                reports,
                (after, since, knownAt, refused) ->
                        // nobody can write meanwhile, so what is read beside is what the decision begins with
                        store.read(now -> compare(now, after, kinds, since, knownAt, refused, words)));
    }

    private static ForeseenTotals compare(
            Transaction now,
            Transaction after,
            List<Totals> kinds,
            Instant since,
            Instant knownAt,
            Map<ReportId, String> refused,
            Words words) {
        var parts = new ArrayList<Part>();
        for (var kind : kinds) {
            for (var period : periods(kind.moved(after, since))) {
                var before = kind.of(now, period, knownAt, words);
                var then = kind.of(after, period, knownAt, words);
                var lines = new ArrayList<Line>();
                for (int i = 0; i < before.size(); i++) {
                    lines.add(new Line(before.get(i), then.get(i)));
                }
                if (lines.stream().anyMatch(Line::moves)) {
                    parts.add(new Part(
                            kind.title(),
                            period,
                            lines.stream().filter(Line::speaks).toList()));
                }
            }
        }
        return new ForeseenTotals(parts, refused);
    }

    private static List<ReportingPeriod> periods(java.util.SortedSet<LocalDate> days) {
        var weeks = new TreeSet<LocalDate>();
        days.forEach(day -> weeks.add(ReportingPeriod.weekOf(day).from()));
        return weeks.size() > MOST_WEEKS
                ? List.of(new ReportingPeriod(
                        weeks.first(), ReportingPeriod.weekOf(weeks.last()).to()))
                : weeks.stream().map(ReportingPeriod::weekOf).toList();
    }
}
