// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clearground.access.Resource;
import org.clearground.land.HazardClass;
import org.clearground.land.LandState;
import org.clearground.land.Movement;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;
import org.clearground.registers.Register.Elsewhere;

/** Hazardous areas, released pieces and worked ground, as people look them up. */
public final class LandDescriptions {

    private static final Elsewhere HAZARD = new Elsewhere("/land/hazards/", "t.hazard", "land.hazard");
    private static final Codes PURPOSES = Codes.ofPack("purposes");
    private static final Codes METHODS = Codes.ofPack("methods");

    /** The lines of one hazardous area in the books, up to a day and as known at a moment. */
    private static final String LINES = " from land_posting p where p.hazard = t.hazard and p.hazard_class <> ''"
            + " and p.valid_on <= :validOn and p.known_from_ms <= :knownAt";

    private LandDescriptions() {}

    /** One row for each hazardous area in the books; what remains is the sum of their lines. */
    public static Register hazards() {
        return new Register(
                "hazards",
                Resource.HAZARDOUS_AREA,
                GroundReach.ofHazard("t.hazard"),
                "land_posting t",
                "t.hazard <> '' and t.hazard_class <> ''",
                true,
                new Register.Key("t.hazard", false),
                new Register.Times("t.valid_on", null, "t.known_from_ms", null),
                "exists (select 1 from land_acts a where a.hazard = t.hazard and a.sample)",
                new Register.Shape("land_pieces", "hazard", true),
                null,
                "hazard",
                List.of(
                        Column.of("hazard", "t.hazard", Kind.TEXT, "land.hazard")
                                .sortable()
                                .searchable(),
                        Column.code(
                                        "hazard_class",
                                        "(select case when count(*) = 1 then max(class) end from (select p.hazard_class as class"
                                                + LINES + " group by p.hazard_class having sum(" + signed("p")
                                                + ") <> 0))",
                                        "land.hazards.class",
                                        Codes.said("hazardclass", names(HazardClass.values())))
                                .shown(),
                        Column.code(
                                        "district",
                                        "(select p.district" + LINES + " group by p.district order by sum(abs("
                                                + signed("p") + ")) desc, p.district limit 1)",
                                        "register.hazards.district",
                                        Codes.DISTRICTS)
                                .askedBy("t.district"),
                        Column.code(
                                        "organisation",
                                        "(select p.organisation" + LINES + " order by p.valid_on, p.id limit 1)",
                                        "register.hazards.organisation",
                                        Codes.ORGANISATIONS)
                                .askedBy("t.organisation"),
                        Column.of("since", "(select min(p.valid_on)" + LINES + ")", Kind.DAY, "register.hazards.since"),
                        Column.of(
                                "entered_m2",
                                "(select coalesce(sum(p.m2), 0)" + LINES + " and p.movement in ("
                                        + movements(movement -> movement.sign() > 0) + "))",
                                Kind.SQUARE_METRES,
                                "register.hazards.entered"),
                        Column.of(
                                "left_m2",
                                "(select coalesce(sum(p.m2), 0)" + LINES + " and p.movement in ("
                                        + movements(movement -> movement.sign() < 0) + "))",
                                Kind.SQUARE_METRES,
                                "register.hazards.left"),
                        Column.of(
                                "remaining_m2",
                                "(select coalesce(sum(" + signed("p") + "), 0)" + LINES + ")",
                                Kind.SQUARE_METRES,
                                "land.remaining")),
                "select report from land_acts where hazard = :key",
                HAZARD);
    }

    /** Ground that stands as released now, with the day since when. */
    public static Register releasedPieces() {
        var states = Arrays.stream(LandState.values())
                .filter(LandState::released)
                .map(LandState::name)
                .toList();
        return new Register(
                "released-pieces",
                Resource.HAZARDOUS_AREA,
                Register.Reach.named("t"),
                "land_pieces t",
                "t.state in ('" + String.join("', '", states) + "')",
                false,
                new Register.Key("t.fid", true),
                new Register.Times(null, null, "t.known_from_ms", "t.known_to_ms"),
                "t.sample",
                new Register.Shape("land_pieces", "fid", false),
                "since",
                "-number",
                List.of(
                        number(),
                        Column.code("state", "t.state", "page.status", Codes.said("state", states)),
                        Column.of("since", "t.valid_from", Kind.DAY, "register.since"),
                        Column.of("hazard", "t.hazard", Kind.TEXT, "land.hazard")
                                .filterable()
                                .searchable(),
                        Column.of("area_m2", "t.area_m2", Kind.SQUARE_METRES, "page.area"),
                        Column.code("organisation", "t.organisation", "page.organisation", Codes.ORGANISATIONS),
                        Column.code("district", "t.district", "page.district", Codes.DISTRICTS),
                        Column.code("method", "t.method", "register.method", METHODS),
                        Column.code("purpose", "t.purpose", "register.purpose", PURPOSES),
                        Column.of("flags", "nullif(trim(t.flags), '')", Kind.TEXT, "register.flags")),
                "select a.report from land_pieces p join land_acts a on a.fid = p.cause where p.fid = :key",
                HAZARD);
    }

    /** Ground on which work was reported, each square metre for one report. */
    public static Register workedGround() {
        return new Register(
                "worked-ground",
                Resource.WORKED_GROUND,
                Register.Reach.named("t"),
                "worked_ground t left join land_acts a on a.fid = t.act left join report r on r.id = a.report",
                "",
                false,
                new Register.Key("t.fid", true),
                new Register.Times("t.valid_from", null, "t.known_from_ms", "t.known_to_ms"),
                "t.sample",
                new Register.Shape("worked_ground", "fid", false),
                "worked_on",
                "-number",
                List.of(
                        number(),
                        Column.of("worked_on", "t.valid_from", Kind.DAY, "page.day"),
                        Column.of("area_m2", "t.area_m2", Kind.SQUARE_METRES, "register.counted"),
                        Column.code("organisation", "t.organisation", "page.organisation", Codes.ORGANISATIONS),
                        Column.code("district", "t.district", "page.district", Codes.DISTRICTS),
                        Column.code("method", "t.method", "register.method", METHODS),
                        Column.code("purpose", "t.purpose", "register.purpose", PURPOSES),
                        Column.of("hazard", "a.hazard", Kind.TEXT, "land.hazard")
                                .filterable(),
                        Column.of("report_no", "r.report_no", Kind.TEXT, "page.report")
                                .searchableBy(
                                        "t.act in (select fid from land_acts where report in (select id from report"
                                                + " where report_no like :text escape '!'))"),
                        Column.of("known_since", "t.known_from_ms", Kind.MOMENT, "page.known")),
                "select a.report from worked_ground w join land_acts a on a.fid = w.act where w.fid = :key",
                null);
    }

    private static Column number() {
        return Column.of("number", "t.fid", Kind.WHOLE, "register.number").sortable();
    }

    /** What a line of {@code land_posting}, under a name, does to the balance, as {@link Movement#sign} has it. */
    static String signed(String posting) {
        return "case when " + posting + ".movement in (" + movements(movement -> movement.sign() > 0) + ") then "
                + posting + ".m2 when " + posting + ".movement in (" + movements(movement -> movement.sign() < 0)
                + ") then -" + posting + ".m2 else 0 end";
    }

    private static String movements(Predicate<Movement> which) {
        return Arrays.stream(Movement.values())
                .filter(which)
                .map(movement -> "'" + movement.name() + "'")
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
