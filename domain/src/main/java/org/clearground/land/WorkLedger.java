// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundOverlay;
import org.clearground.units.Shares;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Effort: which ground was searched, each square metre counted for one report.
 *
 * <p>Of all reports of work that cover some ground, the first in order counts it, unless the authority set it aside for
 * another that covers the ground too. Teams draw the same field day after day; so ground that counts for one report is
 * not cut by the others. They are on record with their outlines, and when the one that counts is taken back, the next
 * one counts. What a report shares with ground that counts for another is kept as square metres against that other, so
 * that both bodies see it.
 *
 * <p>It decides; writing is for whoever holds the books.
 */
public final class WorkLedger {

    private final WorkBooks books;
    private final Borders districts;

    public WorkLedger(WorkBooks books, Borders districts) {
        this.books = books;
        this.districts = districts;
    }

    /**
     * What work counts when it is entered.
     *
     * @param act of the kind {@link LandActKind#WORKED}
     * @param outline on the grid; not empty
     */
    public Effect enter(LandAct act, MultiPolygon outline) {
        var entered = new Work(act, outline);
        var change = new Change(books.setAside(), books.setAside());
        var prepared = PreparedGeometryFactory.prepare(outline);
        var met = new ArrayList<MultiPolygon>();
        for (var piece : books.piecesMeeting(outline.getEnvelopeInternal())) {
            if (!prepared.intersects(piece.ground())) {
                continue;
            }
            met.add(piece.ground());
            var owner = owner(piece);
            if (owner.compareTo(act) < 0) {
                change.refuse(piece.ground(), owner.id(), Stream.of(entered), change.after, 1);
                continue;
            }
            var split = Split.of(piece, prepared);
            change.slivers.addAll(split.slivers());
            if (!split.inside().isEmpty()) {
                var by = new ArrayList<Effect.NewPiece>();
                if (!split.outside().isEmpty()) {
                    by.add(piece(split.outside(), split.outsideArea(), piece.district(), owner));
                }
                by.add(piece(split.inside(), split.insideArea(), piece.district(), act));
                change.replace(piece, by, Stream.concat(standing(piece.ground(), any -> true), Stream.of(entered)));
            }
        }
        var found = found(act, met.isEmpty() ? outline : beyond(outline, met), change);
        return change.effect(found);
    }

    /** What it does when work is taken back: what it counted counts for the next report of the same ground. */
    public Effect withdraw(long gone) {
        var change = new Change(books.setAside(), books.setAside());
        var work = books.work(gone);
        var freed = PreparedGeometryFactory.prepare(freedBeside(work));
        for (var piece : books.piecesMeeting(work.outline().getEnvelopeInternal())) {
            boolean own = piece.acts().contains(gone);
            boolean beside = !freed.getGeometry().isEmpty() && freed.intersects(piece.ground());
            boolean settled = (own || beside)
                    && change.settle(
                            piece,
                            own ? whole(piece) : Split.of(piece, freed),
                            other -> other.act().id() != gone);
            if (!settled) {
                change.refuse(piece.ground(), owner(piece).id(), Stream.of(work), change.before, -1);
            }
        }
        return change.effect(List.of());
    }

    /** Ground on which others were set aside for work that is taken back. */
    private MultiPolygon freedBeside(Work work) {
        var losers = books.setAside().stream()
                .filter(decision -> decision.inFavourOf() == work.act().id())
                .map(decision -> GroundOverlay.shared(books.work(decision.act()).outline(), work.outline()))
                .filter(ground -> !ground.isEmpty())
                .toList();
        return losers.isEmpty() ? GroundOverlay.of(List.of()) : GroundOverlay.together(losers);
    }

    /** What it does when the authority decides between two reports of work on the same ground. */
    public Effect prefer(Timeline.SetAside decision) {
        var decided = new HashSet<>(books.setAside());
        decided.remove(decision.reversed());
        decided.add(decision);
        var change = new Change(books.setAside(), decided);
        var one = books.work(decision.act());
        var other = books.work(decision.inFavourOf());
        var both = PreparedGeometryFactory.prepare(GroundOverlay.shared(one.outline(), other.outline()));
        if (both.getGeometry().isEmpty()) {
            return Effect.NOTHING;
        }
        for (var piece : books.piecesMeeting(both.getGeometry().getEnvelopeInternal())) {
            if (both.intersects(piece.ground())) {
                change.settle(piece, Split.of(piece, both), any -> true);
            }
        }
        return change.effect(List.of());
    }

    private static Split whole(Piece piece) {
        return new Split(piece.ground(), piece.area(), GroundOverlay.of(List.of()), SquareMetres.ZERO, List.of());
    }

    private LandAct owner(Piece piece) {
        return books.act(piece.acts().get(0));
    }

    private Stream<Work> standing(MultiPolygon ground, Predicate<Work> chosen) {
        return books.workMeeting(ground.getEnvelopeInternal()).stream().filter(chosen);
    }

    private static MultiPolygon beyond(MultiPolygon outline, List<MultiPolygon> met) {
        return GroundOverlay.beyond(outline, met.size() == 1 ? met.get(0) : GroundOverlay.together(met));
    }

    private List<Effect.NewPiece> found(LandAct act, MultiPolygon rest, Change change) {
        var parts = Split.parts(rest);
        change.slivers.addAll(parts.small());
        if (parts.large().isEmpty()) {
            return List.of();
        }
        var pieces = new ArrayList<Effect.NewPiece>();
        for (var part : districts.split(GroundOverlay.of(parts.large()), SquareMetres.computed(parts.largeArea()))) {
            pieces.add(piece(part.ground(), part.squareMetres(), part.area(), act));
            change.count(act, part.area(), part.squareMetres().value());
            // What was too small to be counted for others may lie here.
            change.refuse(part.ground(), act.id(), standing(part.ground(), any -> true), change.after, 1);
        }
        return pieces;
    }

    private static Effect.NewPiece piece(MultiPolygon ground, SquareMetres area, String district, LandAct act) {
        return new Effect.NewPiece(
                ground,
                area,
                district,
                List.of(act.id()),
                new GroundStatus(
                        LandState.UNRECORDED, null, act.hazard(), act.account(), act.on(), act.id(), 0, Flags.NONE));
    }

    /** What is gathered while pieces give way, so that what is taken back and given again leaves nothing. */
    private final class Change {
        private final Set<Timeline.SetAside> before;
        private final Set<Timeline.SetAside> after;
        private final List<Effect.Replaced> replaced = new ArrayList<>();
        private final List<Polygon> slivers = new ArrayList<>();
        private final Map<Counted, Long> counted = new LinkedHashMap<>();
        private final Map<Against, Long> refused = new LinkedHashMap<>();

        private record Counted(Posting posting, String district) {}

        private record Against(LandRule rule, long act, long against) {}

        Change(Set<Timeline.SetAside> before, Set<Timeline.SetAside> after) {
            this.before = before;
            this.after = after;
        }

        void count(LandAct act, String district, long squareMetres) {
            var posting = new Posting(Movement.WORKED, act.id(), 1, null, null, act.account(), act.on());
            counted.merge(new Counted(posting, district), squareMetres, Long::sum);
        }

        /** What work shares with ground that counts for another, by ground that is the same for whoever asks. */
        void refuse(MultiPolygon ground, long owner, Stream<Work> others, Set<Timeline.SetAside> decided, int times) {
            others.filter(other -> other.act().id() != owner).forEach(other -> {
                long shared = Math.round(shared(ground, other.outline()));
                if (shared > 0) {
                    var rule =
                            decided.contains(new Timeline.SetAside(other.act().id(), owner))
                                    ? LandRule.DECIDED_FOR_ANOTHER
                                    : LandRule.GROUND_IS_COUNTED_ONCE;
                    refused.merge(new Against(rule, other.act().id(), owner), times * shared, Long::sum);
                }
            });
        }

        private double shared(MultiPolygon ground, MultiPolygon outline) {
            return ground.getEnvelopeInternal().intersects(outline.getEnvelopeInternal())
                    ? Split.parts(GroundOverlay.shared(ground, outline)).largeArea()
                    : 0;
        }

        /** A piece gives way to others; lines and refusals are moved by the difference. */
        void replace(Piece piece, List<Effect.NewPiece> by, Stream<Work> othersAfter) {
            var owner = owner(piece);
            var then = othersAfter.toList();
            count(owner, piece.district(), -piece.area().value());
            refuse(piece.ground(), owner.id(), standing(piece.ground(), any -> true), before, -1);
            for (var part : by) {
                var act = then.stream()
                        .map(Work::act)
                        .filter(one -> one.id() == part.acts().get(0))
                        .findFirst()
                        .orElseThrow();
                count(act, part.district(), part.area().value());
                refuse(part.ground(), act.id(), then.stream(), after, 1);
            }
            replaced.add(new Effect.Replaced(piece, by));
        }

        /** Finds out anew for whom ground counts, inside a cut of a piece; whether the piece gives way. */
        boolean settle(Piece piece, Split split, Predicate<Work> stands) {
            var others = standing(piece.ground(), stands).toList();
            var by = new ArrayList<Effect.NewPiece>();
            if (!split.outside().isEmpty()) {
                by.add(piece(split.outside(), split.outsideArea(), piece.district(), owner(piece)));
            }
            if (!split.inside().isEmpty()) {
                by.addAll(shareOut(split.inside(), split.insideArea(), piece.district(), others));
            }
            boolean same = by.size() == 1
                    && by.get(0).acts().equals(piece.acts())
                    && by.get(0).area().equals(piece.area());
            boolean gives = !same || !before.equals(after);
            if (gives) {
                replace(piece, by, others.stream());
            }
            return gives;
        }

        /** Ground to whoever covers it first and was not set aside for somebody who covers it too. */
        private List<Effect.NewPiece> shareOut(
                MultiPolygon ground, SquareMetres area, String district, List<Work> others) {
            var grounds = new ArrayList<MultiPolygon>();
            var acts = new ArrayList<LandAct>();
            var rest = ground;
            for (var work : others) {
                if (rest.isEmpty()) {
                    break;
                }
                var covered = Split.parts(unless(GroundOverlay.shared(rest, work.outline()), work, others));
                if (!covered.large().isEmpty()) {
                    grounds.add(GroundOverlay.of(covered.large()));
                    acts.add(work.act());
                    rest = GroundOverlay.beyond(rest, grounds.get(grounds.size() - 1));
                }
            }
            var left = Split.parts(rest);
            slivers.addAll(left.small());
            if (!left.large().isEmpty()) {
                grounds.add(GroundOverlay.of(left.large()));
            }
            if (grounds.isEmpty()) {
                return List.of();
            }
            var shares = Shares.of(
                    area, grounds.stream().map(GeodesicArea::squareMetres).toList());
            var pieces = new ArrayList<Effect.NewPiece>();
            for (int i = 0; i < acts.size(); i++) {
                pieces.add(piece(grounds.get(i), shares.get(i), district, acts.get(i)));
            }
            return pieces;
        }

        private MultiPolygon unless(MultiPolygon covered, Work work, List<Work> others) {
            var rest = covered;
            for (var other : others) {
                if (after.contains(
                        new Timeline.SetAside(work.act().id(), other.act().id()))) {
                    rest = GroundOverlay.beyond(rest, other.outline());
                }
            }
            return rest;
        }

        Effect effect(List<Effect.NewPiece> found) {
            var lines = new ArrayList<Effect.Line>();
            counted.forEach((key, squareMetres) -> {
                if (squareMetres != 0) {
                    lines.add(new Effect.Line(key.posting(), key.district(), squareMetres));
                }
            });
            var refusals = new ArrayList<Effect.Refusal>();
            refused.forEach((key, squareMetres) -> {
                if (squareMetres != 0) {
                    refusals.add(new Effect.Refusal(key.rule(), key.act(), key.against(), squareMetres));
                }
            });
            return new Effect(replaced, found, lines, refusals, slivers);
        }
    }
}
