// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearground.geo.GroundOverlay;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Double-entry bookkeeping for ground.
 *
 * <p>Ground on record is divided into pieces, each with one history: the acts that cover it. Where an act covers part of
 * a piece, the piece is cut and its square metres are shared out without loss. All that the books say follows from the
 * histories, so that for every hazardous area, at every moment,
 * <i>remaining + cancelled + reduced + cleared = found + added + reopened</i>, as geometry and in whole square metres.
 *
 * <p>It decides; writing is for whoever holds the books.
 */
public final class AreaLedger {

    private final LandBooks books;
    private final Borders districts;

    public AreaLedger(LandBooks books, Borders districts) {
        this.books = books;
        this.districts = districts;
    }

    /**
     * What an act does by its outline. Ground that was on no piece is put on one, even where the act does nothing to it:
     * if an earlier act is corrected to reach there, this one follows it, in whatever order they arrived.
     *
     * @param outline on the grid; not empty
     */
    public Effect enter(LandAct act, MultiPolygon outline) {
        var known = new Known(act);
        var sums = new Effect.Sums();
        var replaced = new ArrayList<Effect.Replaced>();
        var slivers = new ArrayList<Polygon>();
        var prepared = PreparedGeometryFactory.prepare(outline);
        var met = new ArrayList<MultiPolygon>();
        for (var piece : books.piecesMeeting(outline.getEnvelopeInternal())) {
            var split = Split.of(piece, prepared);
            slivers.addAll(split.slivers());
            if (!split.inside().isEmpty() || !split.slivers().isEmpty()) {
                met.add(piece.ground());
            }
            if (!split.inside().isEmpty()) {
                var by = new ArrayList<Effect.NewPiece>();
                if (!split.outside().isEmpty()) {
                    by.add(known.piece(split.outside(), split.outsideArea(), piece.district(), piece.acts()));
                }
                by.add(known.changed(piece, split.inside(), split.insideArea(), with(piece.acts(), act.id()), sums));
                replaced.add(new Effect.Replaced(piece, by));
            }
        }
        var found = found(act, beyond(outline, met), known, sums, slivers);
        return new Effect(replaced, found, sums.lines(), sums.refusals(), slivers);
    }

    /** What an inspection does to the ground of its lot: wherever one of the completions speaks of it. */
    public Effect inspect(LandAct act) {
        var lot = act.lot().stream()
                .flatMap(completion -> books.piecesOf(completion).stream())
                .distinct()
                .sorted(Comparator.comparingLong(Piece::key))
                .toList();
        return rewrite(lot, new Known(act), acts -> with(acts, act.id()));
    }

    /** What it does when an act no longer stands: as if it had never been entered. */
    public Effect withdraw(long act) {
        var known = new Known();
        return rewrite(books.piecesOf(act), known, acts -> known.without(acts, act));
    }

    /** What it does when the authority decides between two claims to the same ground. */
    public Effect prefer(Timeline.SetAside decision) {
        var both = books.piecesOf(decision.act()).stream()
                .filter(piece -> piece.acts().contains(decision.inFavourOf()))
                .toList();
        return rewrite(both, new Known(decision), acts -> acts);
    }

    /** What became of a piece. */
    public Timeline timeline(List<Long> acts) {
        return new Known().timeline(acts);
    }

    private interface History {
        List<Long> changed(List<Long> acts);
    }

    private Effect rewrite(List<Piece> pieces, Known known, History history) {
        var sums = new Effect.Sums();
        var replaced = new ArrayList<Effect.Replaced>();
        for (var piece : pieces) {
            var acts = history.changed(piece.acts());
            var by = known.changed(piece, piece.ground(), piece.area(), acts, sums);
            replaced.add(new Effect.Replaced(piece, acts.isEmpty() ? List.of() : List.of(by)));
        }
        return new Effect(replaced, List.of(), sums.lines(), sums.refusals(), List.of());
    }

    private static MultiPolygon beyond(MultiPolygon outline, List<MultiPolygon> met) {
        return switch (met.size()) {
            case 0 -> outline;
            case 1 -> GroundOverlay.beyond(outline, met.get(0));
            default -> GroundOverlay.beyond(outline, GroundOverlay.together(met));
        };
    }

    private List<Effect.NewPiece> found(
            LandAct act, MultiPolygon rest, Known known, Effect.Sums sums, List<Polygon> slivers) {
        var parts = Split.parts(rest);
        slivers.addAll(parts.small());
        if (parts.large().isEmpty()) {
            return List.of();
        }
        var pieces = new ArrayList<Effect.NewPiece>();
        var ground = GroundOverlay.of(parts.large());
        for (var part : districts.split(ground, SquareMetres.computed(parts.largeArea()))) {
            var piece = known.piece(part.ground(), part.squareMetres(), part.area(), List.of(act.id()));
            sums.add(known.timeline(piece.acts()), part.area(), part.squareMetres(), 1);
            pieces.add(piece);
        }
        return pieces;
    }

    private static List<Long> with(List<Long> acts, long act) {
        var all = new ArrayList<>(acts);
        all.add(act);
        return all.stream().sorted().distinct().toList();
    }

    /** The acts that histories name, read once. */
    private final class Known {
        private final Map<Long, LandAct> acts = new HashMap<>();
        private final Set<Timeline.SetAside> setAside;
        private final Set<Timeline.SetAside> before;

        Known() {
            this.before = books.setAside();
            this.setAside = before;
        }

        Known(LandAct entering) {
            this();
            acts.put(entering.id(), entering);
        }

        Known(Timeline.SetAside decision) {
            this.before = books.setAside();
            this.setAside = new HashSet<>(before);
            this.setAside.remove(decision.reversed());
            this.setAside.add(decision);
        }

        /** An inspection goes with the last completion of its lot. */
        List<Long> without(List<Long> ids, long gone) {
            var rest = ids.stream().filter(id -> id != gone).toList();
            return rest.stream()
                    .filter(id -> {
                        var lot = act(id).lot();
                        return lot.isEmpty() || lot.stream().anyMatch(rest::contains);
                    })
                    .toList();
        }

        private LandAct act(long id) {
            return acts.computeIfAbsent(id, books::act);
        }

        Timeline timeline(List<Long> ids) {
            return timeline(ids, setAside);
        }

        private Timeline timeline(List<Long> ids, Set<Timeline.SetAside> decided) {
            return Timeline.of(ids.stream().map(this::act).toList(), decided);
        }

        Effect.NewPiece piece(MultiPolygon ground, SquareMetres area, String district, List<Long> ids) {
            return new Effect.NewPiece(
                    ground, area, district, ids, timeline(ids).status());
        }

        /** A piece with another history; the books are moved by the difference. */
        Effect.NewPiece changed(Piece from, MultiPolygon ground, SquareMetres area, List<Long> ids, Effect.Sums sums) {
            var now = timeline(ids);
            sums.add(timeline(from.acts(), before), from.district(), area, -1);
            sums.add(now, from.district(), area, 1);
            return new Effect.NewPiece(ground, area, from.district(), ids, now.status());
        }
    }
}
