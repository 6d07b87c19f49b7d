// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.StatedFigure;

/** How exact a printed number is, and whether two printed numbers can stand for the same value. */
final class Printed {

    /** How far "more than", "nearly" and "about" are believed, as a share of the number. */
    static final BigDecimal HEDGED = new BigDecimal("0.10");

    /** The finest first; among equals the smaller value, so that the order of statements never matters. */
    static final Comparator<StatedFigure> FINEST_FIRST = Comparator.comparing(
                    (StatedFigure figure) -> figure.hedge() == Hedge.EXACT ? 0 : 1)
            .thenComparing(figure -> unit(figure.value()))
            .thenComparing(StatedFigure::value)
            .thenComparing(StatedFigure::hedge);

    private Printed() {}

    /** The place of the last digit that means something: 0.1 for 1429.1, 1 for 1429, 100 for 2900. One zero at the end means something. */
    static BigDecimal unit(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        if (bare.signum() == 0 || bare.scale() > 0) {
            return BigDecimal.ONE.movePointLeft(Math.max(0, bare.scale()));
        }
        return bare.scale() < -1 ? BigDecimal.ONE.movePointRight(-bare.scale()) : BigDecimal.ONE;
    }

    /** By how much the value that was printed may be off, and still be the same one, cut or rounded. */
    static BigDecimal slack(StatedFigure figure) {
        var unit = unit(figure.value());
        var rounding = unit.compareTo(BigDecimal.ONE) == 0 && !isArea(figure) ? BigDecimal.ZERO : unit;
        return figure.hedge() == Hedge.EXACT
                ? rounding
                : rounding.max(figure.value().abs().multiply(HEDGED));
    }

    /** Whether both can be prints of one value. */
    static boolean agree(StatedFigure one, StatedFigure other) {
        int compared = one.value().compareTo(other.value());
        if (compared == 0) {
            return true;
        }
        var smaller = compared < 0 ? one : other;
        var greater = compared < 0 ? other : one;
        var apart = greater.value().subtract(smaller.value());
        if (one.hedge() == Hedge.EXACT && other.hedge() == Hedge.EXACT) {
            return apart.compareTo(slack(one).max(slack(other))) < 0;
        }
        return reachesUp(smaller, apart) || reachesDown(greater, apart);
    }

    /** What figures of kinds come to together, in the measure of the whole; as sure as the least sure of them. */
    static StatedFigure sum(Measured whole, List<StatedFigure> kinds) {
        var first = kinds.get(0);
        boolean exact = kinds.stream().allMatch(kind -> kind.hedge() == Hedge.EXACT);
        return new StatedFigure(
                whole,
                kinds.stream().map(StatedFigure::value).reduce(BigDecimal.ZERO, BigDecimal::add),
                exact ? Hedge.EXACT : Hedge.ABOUT,
                first.from(),
                first.to(),
                first.kind(),
                first.scope(),
                null,
                null);
    }

    private static boolean reachesUp(StatedFigure smaller, BigDecimal apart) {
        return switch (smaller.hedge()) {
            case AT_LEAST, ABOUT -> apart.compareTo(slack(smaller)) <= 0;
            case EXACT -> apart.compareTo(unit(smaller.value())) < 0 && isArea(smaller);
            case AT_MOST, JUST_UNDER -> false;
        };
    }

    private static boolean reachesDown(StatedFigure greater, BigDecimal apart) {
        return switch (greater.hedge()) {
            case AT_MOST, JUST_UNDER, ABOUT -> apart.compareTo(slack(greater)) <= 0;
            case EXACT -> apart.compareTo(unit(greater.value())) < 0 && isArea(greater);
            case AT_LEAST -> false;
        };
    }

    private static boolean isArea(StatedFigure figure) {
        return switch (figure.measured()) {
            case AREA_CLEARED, AREA_INSPECTED -> true;
            case ANTI_TANK_MINES,
                    ANTI_PERSONNEL_MINES,
                    MINES,
                    UNEXPLODED_ORDNANCE,
                    ALL_ITEMS,
                    OTHER_ITEMS,
                    PERSONS_KILLED,
                    PERSONS_INJURED,
                    PERSONS_AFFECTED -> false;
        };
    }
}
