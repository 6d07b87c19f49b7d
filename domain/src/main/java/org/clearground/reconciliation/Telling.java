// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What one statement says of the same days: a figure of each measure, and parts of these.
 *
 * @param days null where one end is open or unknown
 * @param whole a figure of each measure that is not of a part
 * @param again further figures of a measure that {@code whole} has already
 * @param parts of districts, purposes and the like
 */
record Telling(
        Statement statement,
        Whose whose,
        ClaimScope scope,
        PeriodKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Days days,
        Map<Measured, StatedFigure> whole,
        List<StatedFigure> again,
        List<StatedFigure> parts) {

    private record Key(Whose whose, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** All that a statement tells, in the order in which it does. */
    static List<Telling> of(Statement statement) {
        var told = new LinkedHashMap<Key, List<StatedFigure>>();
        for (var figure : statement.figures()) {
            told.computeIfAbsent(
                            new Key(Whose.of(figure.scope()), figure.from(), figure.to()), key -> new ArrayList<>())
                    .add(figure);
        }
        var tellings = new ArrayList<Telling>();
        told.forEach((key, figures) -> tellings.add(of(statement, key, figures)));
        return tellings;
    }

    private static Telling of(Statement statement, Key key, List<StatedFigure> figures) {
        var whole = new EnumMap<Measured, StatedFigure>(Measured.class);
        var again = new ArrayList<StatedFigure>();
        var parts = new ArrayList<StatedFigure>();
        for (var figure : figures) {
            if (figure.scope() == ClaimScope.DISTRICT || figure.scope() == ClaimScope.PART) {
                parts.add(figure);
            } else if (whole.putIfAbsent(figure.measured(), figure) != null) {
                again.add(figure);
            }
        }
        var first = whole.isEmpty() ? figures.get(0) : whole.values().iterator().next();
        var days = key.from() == null || key.to() == null ? null : new Days(key.from(), key.to());
        return new Telling(
                statement,
                key.whose(),
                first.scope(),
                first.kind(),
                key.from(),
                key.to(),
                days,
                Collections.unmodifiableMap(whole),
                List.copyOf(again),
                List.copyOf(parts));
    }

    @Nullable
    StatedFigure figure(Measured measured) {
        return whole.get(measured);
    }

    /** By which it is known among all of them. */
    String id() {
        return statement.number() + " " + whose + " " + from + "/" + to;
    }

    Source source(StatedFigure figure) {
        return new Source(statement.number(), statement.publisher(), figure);
    }

    /** Whoever wrote it first, as far as the publisher says: of "MENAFN/AzerNews" the second. */
    String origin() {
        var publisher = statement.publisher();
        return publisher
                .substring(publisher.lastIndexOf('/') + 1)
                .replaceAll("\\(.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether both are copies of one release: of what both state, two figures or more are the same. */
    boolean copies(Telling other) {
        int same = 0;
        for (var own : whole.values()) {
            var beside = other.figure(own.measured());
            if (beside != null && own.value().compareTo(beside.value()) == 0) {
                same++;
            }
        }
        return same >= 2;
    }
}
