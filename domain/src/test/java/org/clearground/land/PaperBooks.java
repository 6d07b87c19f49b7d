// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.clearground.geo.GroundOverlay;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;

/** The books kept on paper: everything in lists, with the moment (a number) at which each line was written. */
final class PaperBooks implements LandBooks {

    record Written(Effect.Line line, int moment) {}

    private final Map<Long, Piece> pieces = new TreeMap<>();
    private final Map<Long, LandAct> acts = new HashMap<>();
    private final Set<Timeline.SetAside> setAside = new HashSet<>();
    private final AreaLedger ledger;
    private final PaperWork work = new PaperWork();
    private final WorkLedger workLedger;
    private final Map<Effect.Refusal, Long> refusals = new HashMap<>();
    final List<Written> lines = new ArrayList<>();
    private long nextKey = 1;
    int moment = 1;

    PaperBooks(Borders districts) {
        this.ledger = new AreaLedger(this, districts);
        this.workLedger = new WorkLedger(work, districts);
    }

    @Override
    public List<Piece> piecesMeeting(Envelope box) {
        return pieces.values().stream()
                .filter(piece -> piece.ground().getEnvelopeInternal().intersects(box))
                .toList();
    }

    @Override
    public List<Piece> piecesOf(long act) {
        return pieces.values().stream()
                .filter(piece -> piece.acts().contains(act))
                .toList();
    }

    @Override
    public LandAct act(long id) {
        return java.util.Objects.requireNonNull(acts.get(id));
    }

    @Override
    public Set<Timeline.SetAside> setAside() {
        return setAside;
    }

    /** Worked ground, and the outlines of all work that stands. */
    private final class PaperWork implements WorkBooks {
        private final Map<Long, Piece> counted = new TreeMap<>();
        private final Map<Long, Work> entered = new HashMap<>();
        private final Set<Long> gone = new HashSet<>();

        @Override
        public List<Piece> piecesMeeting(Envelope box) {
            return counted.values().stream()
                    .filter(piece -> piece.ground().getEnvelopeInternal().intersects(box))
                    .toList();
        }

        @Override
        public List<Work> workMeeting(Envelope box) {
            return entered.values().stream()
                    .filter(one -> !gone.contains(one.act().id())
                            && one.outline().getEnvelopeInternal().intersects(box))
                    .sorted(java.util.Comparator.comparing(Work::act))
                    .toList();
        }

        @Override
        public LandAct act(long id) {
            return work(id).act();
        }

        @Override
        public Work work(long act) {
            return java.util.Objects.requireNonNull(entered.get(act));
        }

        @Override
        public Set<Timeline.SetAside> setAside() {
            return setAside;
        }

        Effect write(Effect effect) {
            for (var replaced : effect.replaced()) {
                counted.remove(replaced.piece().key());
                replaced.by().forEach(this::keep);
            }
            effect.found().forEach(this::keep);
            return book(effect);
        }

        private void keep(Effect.NewPiece piece) {
            long key = nextKey++;
            counted.put(key, new Piece(key, piece.ground(), piece.area(), piece.district(), piece.acts()));
        }
    }

    /** Square metres that count as worked. */
    long worked() {
        return work.counted.values().stream()
                .mapToLong(piece -> piece.area().value())
                .sum();
    }

    List<Piece> workedPieces() {
        return List.copyOf(work.counted.values());
    }

    /** Where acts do nothing, as the books say it. */
    Map<Effect.Refusal, Long> refusals() {
        var left = new HashMap<>(refusals);
        left.values().removeIf(squareMetres -> squareMetres == 0);
        return left;
    }

    Effect enter(LandAct act, MultiPolygon outline) {
        if (act.kind() == LandActKind.WORKED) {
            var onGrid = GroundOverlay.onGrid(outline);
            var effect = workLedger.enter(act, onGrid);
            work.entered.put(act.id(), new Work(act, onGrid));
            return work.write(effect);
        }
        acts.put(act.id(), act);
        return write(ledger.enter(act, GroundOverlay.onGrid(outline)));
    }

    Effect inspect(LandAct act) {
        acts.put(act.id(), act);
        return write(ledger.inspect(act));
    }

    Effect withdraw(long act) {
        if (work.entered.containsKey(act)) {
            var effect = workLedger.withdraw(act);
            work.gone.add(act);
            return work.write(effect);
        }
        return write(ledger.withdraw(act));
    }

    Effect prefer(long act, long inFavourOf) {
        var decision = new Timeline.SetAside(act, inFavourOf);
        boolean ofWork = work.entered.containsKey(act);
        var effect = ofWork ? workLedger.prefer(decision) : ledger.prefer(decision);
        setAside.remove(decision.reversed());
        setAside.add(decision);
        return ofWork ? work.write(effect) : write(effect);
    }

    private Effect write(Effect effect) {
        for (var replaced : effect.replaced()) {
            pieces.remove(replaced.piece().key());
            replaced.by().forEach(this::keep);
        }
        effect.found().forEach(this::keep);
        return book(effect);
    }

    private Effect book(Effect effect) {
        effect.lines().forEach(line -> lines.add(new Written(line, moment)));
        effect.refusals()
                .forEach(one -> refusals.merge(
                        new Effect.Refusal(one.rule(), one.act(), one.against(), 0), one.squareMetres(), Long::sum));
        moment++;
        return effect;
    }

    private void keep(Effect.NewPiece piece) {
        long key = nextKey++;
        pieces.put(key, new Piece(key, piece.ground(), piece.area(), piece.district(), piece.acts()));
    }

    List<Piece> pieces() {
        return List.copyOf(pieces.values());
    }

    GroundStatus status(Piece piece) {
        return ledger.timeline(piece.acts()).status();
    }

    /** Ground that stood so at the end of a day, as known now. */
    long areaOn(LocalDate day, Predicate<GroundStatus> chosen) {
        return pieces.values().stream()
                .filter(piece -> chosen.test(ledger.timeline(piece.acts()).statusOn(day)))
                .mapToLong(piece -> piece.area().value())
                .sum();
    }

    /** What lines of a movement add up to at the end of a day, as known now. */
    long sumOn(LocalDate day, Movement movement, Predicate<Effect.Line> chosen) {
        return sum(movement, line -> !line.posting().on().isAfter(day) && chosen.test(line), Integer.MAX_VALUE);
    }

    long area(Predicate<GroundStatus> chosen) {
        return pieces.values().stream()
                .filter(piece -> chosen.test(status(piece)))
                .mapToLong(piece -> piece.area().value())
                .sum();
    }

    long area(LandState state) {
        return area(status -> status.state() == state);
    }

    /** The sum of a movement's lines. */
    long sum(Movement movement) {
        return sum(movement, line -> true, Integer.MAX_VALUE);
    }

    long sum(Movement movement, Predicate<Effect.Line> chosen, int knownAt) {
        return lines.stream()
                .filter(written -> written.moment() <= knownAt)
                .map(Written::line)
                .filter(line -> line.posting().movement() == movement)
                .filter(chosen)
                .mapToLong(Effect.Line::squareMetres)
                .sum();
    }

    /** What was hazardous at the end of a day, as known at a moment. */
    long hazardous(LocalDate day, int knownAt, Predicate<Effect.Line> chosen) {
        var moved = new EnumMap<Movement, Long>(Movement.class);
        for (var movement : Movement.values()) {
            moved.put(movement, sum(movement, line -> !line.posting().on().isAfter(day) && chosen.test(line), knownAt));
        }
        return new BalanceLine(0, moved, Map.of()).closing();
    }
}
