// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * What a decision changes: pieces that give way to others, lines for the books, claims that meet. It is known before
 * anything is written, so that it can be shown before the click.
 *
 * @param replaced pieces and what takes their place; the areas on both sides are equal
 * @param found ground that was on no piece before
 * @param lines what the books are moved by; a correction has lines of both signs
 * @param refusals where an act did nothing, by rule and by the act that stands against it
 * @param slivers what was too small to be cut off
 */
public record Effect(
        List<Replaced> replaced,
        List<NewPiece> found,
        List<Line> lines,
        List<Refusal> refusals,
        List<Polygon> slivers) {

    /** When there is no ground to change. */
    public static final Effect NOTHING = new Effect(List.of(), List.of(), List.of(), List.of(), List.of());

    public Effect {
        replaced = List.copyOf(replaced);
        found = List.copyOf(found);
        lines = List.copyOf(lines);
        refusals = List.copyOf(refusals);
        slivers = List.copyOf(slivers);
    }

    /** A piece that gives way. */
    public record Replaced(Piece piece, List<NewPiece> by) {
        public Replaced {
            by = List.copyOf(by);
        }
    }

    /** A piece to be written, with what became of it. */
    public record NewPiece(
            MultiPolygon ground, SquareMetres area, String district, List<Long> acts, GroundStatus status) {
        public NewPiece {
            acts = List.copyOf(acts);
        }
    }

    /**
     * A posting with its square metres.
     *
     * @param squareMetres negative where something is taken back
     */
    public record Line(Posting posting, String district, long squareMetres) {}

    /**
     * Where an act did nothing.
     *
     * @param against the act that stands against it; 0 if there is none
     * @param squareMetres negative where a refusal is taken back
     */
    public record Refusal(LandRule rule, long act, long against, long squareMetres) {}

    /** Whether an act changed the state or the flags of any ground, or counted any. */
    public boolean movedBy(LandAct act) {
        return Stream.concat(found.stream(), replaced.stream().flatMap(one -> one.by().stream()))
                .anyMatch(piece -> piece.status().changedBy(act.id()));
    }

    /** Adds up lines and refusals, so that what is taken back and given again leaves nothing. */
    static final class Sums {
        private record Key(Posting posting, String district) {}

        private record Reason(LandRule rule, long act, long against) {}

        private final Map<Key, Long> lines = new LinkedHashMap<>();
        private final Map<Reason, Long> refusals = new LinkedHashMap<>();

        void add(Timeline timeline, String district, SquareMetres area, int times) {
            for (var step : timeline.steps()) {
                for (var posting : step.postings()) {
                    lines.merge(new Key(posting, district), times * area.value() * posting.times(), Long::sum);
                }
                var rule = step.refusedBy();
                if (rule != null) {
                    refusals.merge(new Reason(rule, step.act().id(), step.against()), times * area.value(), Long::sum);
                }
            }
        }

        List<Line> lines() {
            var all = new ArrayList<Line>();
            lines.forEach((key, squareMetres) -> {
                if (squareMetres != 0) {
                    all.add(new Line(key.posting(), key.district(), squareMetres));
                }
            });
            return all;
        }

        List<Refusal> refusals() {
            var all = new ArrayList<Refusal>();
            refusals.forEach((reason, squareMetres) -> {
                if (squareMetres != 0) {
                    all.add(new Refusal(reason.rule(), reason.act(), reason.against(), squareMetres));
                }
            });
            return all;
        }
    }
}
