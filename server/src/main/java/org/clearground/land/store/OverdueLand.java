// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.clearground.access.Sight;
import org.clearground.geo.Position;
import org.clearground.land.LandParameters;
import org.clearground.land.LandState;
import org.clearground.land.OverdueGround;
import org.clearground.land.Piece;
import org.clearground.land.store.LandGround.Traced;
import org.clearground.storage.Transaction;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/** Ground that waits for inspection, handover or survey for longer than the country allows. */
public final class OverdueLand {

    private final LandGround grounds;
    private final LandHistories histories;
    private final LandParameters parameters;

    /** Of all ground. */
    public OverdueLand(Transaction transaction, LandParameters parameters) {
        this(transaction, parameters, new Sight.All());
    }

    /** Of the ground that somebody sees. */
    public OverdueLand(Transaction transaction, LandParameters parameters, Sight sight) {
        this.grounds = new LandGround(transaction, sight);
        this.histories = new LandHistories(transaction);
        this.parameters = parameters;
    }

    private record Waiting(
            LandState state, String organisation, @Nullable String hazard, String district, long cause) {}

    /** What one act left waiting, in one district: its pieces. */
    private record Found(LocalDate since, long days, int allowed, List<Piece> pieces) {}

    /** On a day, what waits longest first. */
    public List<OverdueGround> list(LocalDate on, Instant knownAt) {
        var waiting = new LinkedHashMap<Waiting, Found>();
        for (var traced : pieces(on, knownAt)) {
            var status = traced.timeline().statusOn(on);
            var allowed = parameters.mostDays(status.state());
            var account = status.account();
            if (allowed.isEmpty() || account == null) {
                continue;
            }
            long days = ChronoUnit.DAYS.between(status.since(), on);
            if (days > allowed.getAsInt()) {
                var key = new Waiting(
                        status.state(),
                        account.organisation(),
                        status.hazard(),
                        traced.piece().district(),
                        status.cause());
                waiting.computeIfAbsent(
                                key, any -> new Found(status.since(), days, allowed.getAsInt(), new ArrayList<>()))
                        .pieces()
                        .add(traced.piece());
            }
        }
        return waiting.entrySet().stream()
                .map(entry -> overdue(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(OverdueGround::since)
                        .thenComparing(OverdueGround::organisation)
                        .thenComparing(one -> one.claim().act()))
                .toList();
    }

    /**
     * Ground that may have waited too long. Where no act is of a later day, its last state is that of the day, and most
     * ground is in one in which it may stay; else the timelines of all must be looked at.
     */
    private List<Traced> pieces(LocalDate on, Instant knownAt) {
        return grounds.anyActAfter(on)
                ? grounds.pieces(null, knownAt)
                : grounds.standing(
                        Arrays.stream(LandState.values())
                                .filter(state -> parameters.mostDays(state).isPresent())
                                .toList(),
                        knownAt);
    }

    private OverdueGround overdue(Waiting waiting, Found found) {
        var largest = found.pieces().stream()
                .max(Comparator.comparingLong(piece -> piece.area().value()))
                .orElseThrow();
        var inside = largest.ground().getInteriorPoint();
        return new OverdueGround(
                waiting.state(),
                waiting.organisation(),
                waiting.hazard(),
                waiting.district(),
                found.since(),
                found.days(),
                found.allowed(),
                new SquareMetres(found.pieces().stream()
                        .mapToLong(piece -> piece.area().value())
                        .sum()),
                new Position(inside.getX(), inside.getY()),
                histories.claim(waiting.cause()));
    }
}
