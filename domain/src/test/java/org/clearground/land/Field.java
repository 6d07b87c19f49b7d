// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clearground.geo.GroundShape;
import org.clearground.geo.WrittenGeometry;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** A field in Exampleland, drawn on a grid of metres, and the acts that its story is told in. */
final class Field {

    private static final double METRE_NORTH = 1 / 110_990.0;
    private static final double METRE_EAST = 1 / 86_630.0;

    final PaperBooks books;
    private long nextAct = 1;

    Field() {
        this(new Borders(Map.of()));
    }

    Field(Borders districts) {
        this.books = new PaperBooks(districts);
    }

    /** A rectangle: metres east and north of a corner stone, width, height. */
    static MultiPolygon rectangle(double east, double north, double width, double height) {
        var corners = new Coordinate[] {
            at(east, north),
            at(east + width, north),
            at(east + width, north + height),
            at(east, north + height),
            at(east, north)
        };
        return WrittenGeometry.WGS84.createMultiPolygon(new Polygon[] {WrittenGeometry.WGS84.createPolygon(corners)});
    }

    static GroundShape district(double east, double north, double width, double height) {
        return GroundShape.of(rectangle(east, north, width, height));
    }

    static Coordinate at(double east, double north) {
        return new Coordinate(46 + east * METRE_EAST, 39 + north * METRE_NORTH);
    }

    static LocalDate day(int dayOfYear) {
        return LocalDate.ofYearDay(2024, dayOfYear);
    }

    LandAct act(LandActKind kind, int day, String organisation) {
        return act(kind, day, organisation, null, List.of());
    }

    LandAct act(LandActKind kind, int day, String organisation, String hazard) {
        return act(kind, day, organisation, hazard, List.of());
    }

    LandAct act(LandActKind kind, int day, String organisation, @Nullable String hazard, List<Long> lot) {
        long id = nextAct++;
        return new LandAct(
                id,
                id,
                kind,
                day(day),
                new Account(organisation, null, null),
                hazard,
                false,
                false,
                kind == LandActKind.REOPENED ? HazardClass.CONFIRMED : null,
                kind == LandActKind.RELEASED_EARLIER ? Release.CLEARED : null,
                lot,
                false,
                null);
    }

    LandAct flag(LandActKind kind, GroundFlag flag, int day) {
        long id = nextAct++;
        return new LandAct(
                id,
                id,
                kind,
                day(day),
                new Account("OPERATIONS", null, null),
                null,
                false,
                false,
                null,
                null,
                List.of(),
                false,
                flag);
    }

    LandAct raise(GroundFlag flag, int day, MultiPolygon outline) {
        var act = flag(LandActKind.FLAG_RAISED, flag, day);
        books.enter(act, outline);
        return act;
    }

    LandAct lift(GroundFlag flag, int day, MultiPolygon outline) {
        var act = flag(LandActKind.FLAG_LIFTED, flag, day);
        books.enter(act, outline);
        return act;
    }

    static LandAct correcting(LandAct act, LandAct earlier) {
        return new LandAct(
                act.id(),
                earlier.order(),
                act.kind(),
                act.on(),
                act.account(),
                act.hazard(),
                act.named(),
                earlier.addition(),
                act.hazardClass(),
                act.release(),
                act.lot(),
                act.handedOver(),
                earlier.flag());
    }

    LandAct suspected(String hazard, int day, MultiPolygon outline) {
        var act = act(LandActKind.SUSPECTED, day, "SURVEYOR", hazard);
        books.enter(act, outline);
        return act;
    }

    LandAct confirmed(String hazard, int day, MultiPolygon outline) {
        var act = act(LandActKind.CONFIRMED, day, "SURVEYOR", hazard);
        books.enter(act, outline);
        return act;
    }

    /** Confirmed under a number of its own. */
    void cutOut(String hazard, int day, MultiPolygon outline) {
        var act = act(LandActKind.CONFIRMED, day, "SURVEYOR", hazard);
        books.enter(
                new LandAct(
                        act.id(),
                        act.order(),
                        act.kind(),
                        act.on(),
                        act.account(),
                        hazard,
                        true,
                        false,
                        null,
                        null,
                        List.of(),
                        false,
                        null),
                outline);
    }

    LandAct enter(LandActKind kind, int day, String organisation, MultiPolygon outline) {
        var act = act(kind, day, organisation);
        books.enter(act, outline);
        return act;
    }

    LandAct inspect(LandActKind kind, int day, LandAct completion) {
        var act = act(kind, day, "INSPECTOR", null, List.of(completion.id()));
        books.inspect(act);
        return act;
    }

    /** Suspected, tasked, completed and accepted: a field that went the whole way. */
    LandAct cleared(String hazard, int day, MultiPolygon outline) {
        suspected(hazard, day, outline);
        enter(LandActKind.TASK_ISSUED, day + 1, "OPERATOR", outline);
        var completion = enter(LandActKind.CLEARANCE_COMPLETED, day + 2, "OPERATOR", outline);
        inspect(LandActKind.QUALITY_ACCEPTED, day + 3, completion);
        return completion;
    }
}
