// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clearground.access.Sight;
import org.clearground.errors.FindingCode;
import org.clearground.errors.Severity;
import org.clearground.registers.Register;
import org.clearground.reports.ReportStatus;
import org.clearground.storage.KeptOfTables;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Findings counted, as far as somebody sees the reports that they are of. The same rows as those of the register of
 * findings, in one pass over them.
 */
public record FindingTally(List<Group> groups) {

    public FindingTally {
        groups = List.copyOf(groups);
    }

    /**
     * Findings that are alike.
     *
     * @param organisation empty where the report names none that is known
     * @param district empty where the report names none that is known
     * @param age one of {@link FindingDescription#AGES}
     */
    public record Group(
            FindingCode code,
            Severity severity,
            ReportStatus status,
            String organisation,
            String district,
            String age,
            boolean sample,
            long count) {}

    /**
     * Findings that share one thing.
     *
     * @param blocking in reports that wait for somebody, and cannot be approved with it
     * @param warnings in reports that wait for somebody
     * @param approved in reports that were approved all the same
     */
    public record Line(String key, long blocking, long warnings, long approved) {

        /** All of them. */
        public long all() {
            return blocking + warnings + approved;
        }
    }

    /**
     * A tally, and for how long it is the same if nobody writes: until the first finding comes to another age.
     */
    private record Aged(FindingTally tally, Instant from, @Nullable Instant until) {

        boolean holds(Instant now) {
            return !now.isBefore(from) && (until == null || now.isBefore(until));
        }
    }

    private static final KeptOfTables<Aged> KEPT = new KeptOfTables<>(200, "finding", "report", "submission");

    /** All that somebody sees, with their age at a moment. */
    public static FindingTally of(Transaction transaction, Sight sight, Instant now) {
        return KEPT.get(transaction, sight.toString(), aged -> aged.holds(now), () -> read(transaction, sight, now))
                .tally();
    }

    private static Aged read(Transaction transaction, Sight sight, Instant now) {
        var until = new ArrayList<Instant>();
        var groups = transaction
                .sql()
                .sql("select t.code, t.severity, report.status, coalesce(report.organisation, ''),"
                        + " coalesce(report.district, ''), " + FindingDescription.AGE
                        + ", report.sample, count(*), min(" + FindingDescription.NEXT_AGE + ") from "
                        + FindingDescription.SOURCE + " where "
                        + FindingDescription.RESTRICTION + " and " + Register.Reach.REPORTS.condition(sight)
                        + " group by 1, 2, 3, 4, 5, 6, 7")
                .param("knownAt", now.toEpochMilli())
                .params(Register.Reach.values(sight))
                .query((row, number) -> {
                    long next = row.getLong(9);
                    if (!row.wasNull()) {
                        until.add(Instant.ofEpochMilli(next));
                    }
                    return new Group(
                            FindingCode.valueOf(row.getString(1)),
                            Severity.valueOf(row.getString(2)),
                            ReportStatus.valueOf(row.getString(3)),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getBoolean(7),
                            row.getLong(8));
                })
                .list();
        return new Aged(
                new FindingTally(groups),
                now,
                until.stream().min(Comparator.naturalOrder()).orElse(null));
    }

    /** How many findings wait in reports that nobody has decided on, counted up to a limit. */
    public static long waiting(Transaction transaction, Sight sight, int most) {
        return transaction
                .sql()
                .sql("select count(*) from (select 1 from " + FindingDescription.SOURCE
                        + " where report.status in ('PENDING', 'RETURNED') and "
                        + Register.Reach.REPORTS.condition(sight) + " limit :most)")
                .param("most", most)
                .params(Register.Reach.values(sight))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Whether any is of an invented report. */
    public boolean sample() {
        return groups.stream().anyMatch(Group::sample);
    }

    /** Counted by one thing, the most first. */
    public List<Line> by(Function<Group, String> thing) {
        var lines = new HashMap<String, Line>();
        for (var group : groups) {
            lines.merge(thing.apply(group), line(thing.apply(group), group), FindingTally::plus);
        }
        var sorted = new ArrayList<>(lines.values());
        sorted.sort(Comparator.comparingLong(Line::blocking)
                .thenComparingLong(Line::all)
                .reversed()
                .thenComparing(Line::key));
        return Collections.unmodifiableList(sorted);
    }

    /** All together. */
    public Line total() {
        return groups.stream().map(group -> line("", group)).reduce(new Line("", 0, 0, 0), FindingTally::plus);
    }

    private static Line line(String key, Group group) {
        boolean approved = group.status() == ReportStatus.APPROVED;
        boolean blocks = !approved && group.severity() == Severity.BLOCKING;
        return new Line(
                key, blocks ? group.count() : 0, approved || blocks ? 0 : group.count(), approved ? group.count() : 0);
    }

    private static Line plus(Line one, Line other) {
        return new Line(
                one.key(),
                one.blocking() + other.blocking(),
                one.warnings() + other.warnings(),
                one.approved() + other.approved());
    }

    /** What is counted by, by its name in addresses. */
    public static Map<String, Function<Group, String>> things() {
        var things = new java.util.LinkedHashMap<String, Function<Group, String>>();
        things.put("code", group -> group.code().name());
        things.put("organisation", Group::organisation);
        things.put("district", Group::district);
        things.put("age", Group::age);
        return Collections.unmodifiableMap(things);
    }
}
