// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;

/** All that statements tell, by whose work it is and by days, in an order that does not depend on theirs. */
final class Tellings {

    /** The counts of which most releases state all three. */
    static final List<Measured> COUNTS =
            List.of(Measured.ANTI_TANK_MINES, Measured.ANTI_PERSONNEL_MINES, Measured.UNEXPLODED_ORDNANCE);

    private final List<Telling> all = new ArrayList<>();
    private final Map<Whose, NavigableMap<Days, List<Telling>>> byDays = new EnumMap<>(Whose.class);

    Tellings(Collection<Statement> statements) {
        statements.stream()
                .sorted(Comparator.comparing(Statement::number))
                .forEach(statement -> all.addAll(Telling.of(statement)));
        for (var whose : Whose.values()) {
            byDays.put(whose, new TreeMap<>());
        }
        for (var telling : all) {
            var days = telling.days();
            if (days != null) {
                of(telling.whose())
                        .computeIfAbsent(days, any -> new ArrayList<>())
                        .add(telling);
            }
        }
    }

    List<Telling> all() {
        return all;
    }

    /** Those of known days, the earlier end first. */
    NavigableMap<Days, List<Telling>> of(Whose whose) {
        return byDays.getOrDefault(whose, new TreeMap<>());
    }

    /** Those of known days that do not run on from a beginning. */
    static boolean isPeriod(Telling telling) {
        return telling.days() != null && telling.kind() != PeriodKind.CUMULATIVE;
    }

    /**
     * What is said of a measure, each value once: a figure joins the first reading that may be the same value, the finest
     * figures first.
     *
     * @return the smallest value first; of each reading the finest figure first
     */
    static List<List<Said>> readings(Collection<Telling> tellings, Measured measured) {
        var figures = new ArrayList<Said>();
        for (var telling : tellings) {
            var figure = telling.figure(measured);
            if (figure != null) {
                figures.add(new Said(telling, figure));
            }
        }
        figures.sort(Comparator.comparing(Said::figure, Printed.FINEST_FIRST)
                .thenComparing(said -> said.telling().statement().number()));
        var readings = new ArrayList<List<Said>>();
        for (var said : figures) {
            readings.stream()
                    .filter(reading -> Printed.agree(reading.get(0).figure(), said.figure()))
                    .findFirst()
                    .orElseGet(() -> {
                        var another = new ArrayList<Said>();
                        readings.add(another);
                        return another;
                    })
                    .add(said);
        }
        readings.sort(Comparator.comparing(reading -> reading.get(0).figure().value()));
        return readings;
    }

    /** Measures that any of these states. */
    static Set<Measured> measures(Collection<Telling> tellings) {
        var measures = new LinkedHashSet<Measured>();
        for (var measured : Measured.values()) {
            if (tellings.stream().anyMatch(telling -> telling.figure(measured) != null)) {
                measures.add(measured);
            }
        }
        return measures;
    }

    /** A figure, and where it is told. */
    record Said(Telling telling, StatedFigure figure) {

        Source source() {
            return telling.source(figure);
        }
    }
}
