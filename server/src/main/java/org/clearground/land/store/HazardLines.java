// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.land.BalanceLine;
import org.clearground.land.HazardClass;
import org.clearground.land.Movement;
import org.clearground.registers.Register.Reach;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;

/** The books of each hazardous area: what was found, added and released of it, and what remains. */
public final class HazardLines {

    private static final String BEGINNING = "select hazard, hazard_class, movement, sum(m2) from land_posting"
            + " where hazard_class <> '' and known_from_ms <= :knownAt and valid_on <= :validOn and ";
    private static final String GROUPS = " group by hazard, hazard_class, movement order by hazard";

    private final Transaction transaction;
    private final Sight sight;
    private final String seen;

    /** Those that somebody sees, each with its whole books. */
    public HazardLines(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
        this.seen = GroundReach.ofHazard("land_posting.hazard").condition(sight);
    }

    /**
     * One hazardous area since it is known; its opening is nothing, its closing is what remains.
     *
     * @param hazardClass of what remains; null where nothing remains or both classes do
     */
    public record HazardLine(String code, @Nullable HazardClass hazardClass, BalanceLine line) {}

    /**
     * Hazardous areas in the order of their numbers.
     *
     * @param after the number that they come after; empty for the first
     */
    public List<HazardLine> list(AsOf asOf, String after, int most) {
        var numbers = transaction
                .sql()
                .sql("select distinct hazard from land_posting where hazard > :after and hazard_class <> ''"
                        + " and known_from_ms <= :knownAt and valid_on <= :validOn and " + seen
                        + " order by hazard limit :most")
                .param("after", after)
                .param("knownAt", asOf.knownAt().toEpochMilli())
                .param("validOn", asOf.validOn().toString())
                .param("most", most)
                .params(Reach.values(sight))
                .query(String.class)
                .list();
        return numbers.isEmpty()
                ? List.of()
                : lines(
                        "hazard between :first and :last",
                        asOf,
                        Map.of("first", numbers.get(0), "last", numbers.get(numbers.size() - 1)));
    }

    /** One hazardous area; empty if the books had none of this number. */
    public Optional<HazardLine> find(String code, AsOf asOf) {
        return lines("hazard = :code", asOf, Map.of("code", code)).stream().findFirst();
    }

    /**
     * How many hazardous areas have ground left in a district. One that reaches into several districts counts in each, and
     * one of both classes in both.
     */
    public record Count(String district, HazardClass hazardClass, long areas) {}

    /** Hazardous areas with ground left, by district and class. */
    public List<Count> counts(AsOf asOf) {
        return transaction
                .sql()
                .sql(
                        "select district, hazard_class, count(*) from (select district, hazard_class, hazard from land_posting"
                                + " where hazard_class <> '' and known_from_ms <= :knownAt and valid_on <= :validOn and "
                                + seen
                                + " group by district, hazard_class, hazard having sum("
                                + LandDescriptions.signed("land_posting") + ") > 0)"
                                + " group by district, hazard_class order by district, hazard_class")
                .param("knownAt", asOf.knownAt().toEpochMilli())
                .param("validOn", asOf.validOn().toString())
                .params(Reach.values(sight))
                .query((row, number) ->
                        new Count(row.getString(1), HazardClass.valueOf(row.getString(2)), row.getLong(3)))
                .list();
    }

    private List<HazardLine> lines(String which, AsOf asOf, Map<String, String> parameters) {
        var hazards = new TreeMap<String, Map<HazardClass, Map<Movement, Long>>>();
        transaction
                .sql()
                .sql(BEGINNING + which + " and " + seen + GROUPS)
                .param("knownAt", asOf.knownAt().toEpochMilli())
                .param("validOn", asOf.validOn().toString())
                .params(parameters)
                .params(Reach.values(sight))
                .query(row -> {
                    hazards.computeIfAbsent(row.getString(1), any -> new EnumMap<>(HazardClass.class))
                            .computeIfAbsent(
                                    HazardClass.valueOf(row.getString(2)), any -> new EnumMap<>(Movement.class))
                            .merge(Movement.valueOf(row.getString(3)), row.getLong(4), Math::addExact);
                });
        var lines = new ArrayList<HazardLine>();
        hazards.forEach((code, classes) -> {
            var total = BalanceLine.EMPTY;
            var remaining = new ArrayList<HazardClass>();
            for (var one : classes.entrySet()) {
                var line = new BalanceLine(0, one.getValue(), one.getValue());
                total = total.plus(line);
                if (line.closing() != 0) {
                    remaining.add(one.getKey());
                }
            }
            lines.add(new HazardLine(code, remaining.size() == 1 ? remaining.get(0) : null, total));
        });
        return lines;
    }
}
