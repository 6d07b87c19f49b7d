// SPDX-License-Identifier: Apache-2.0
package org.clearground.operations.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clearground.access.Resource;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;
import org.clearground.registers.Symbol;

/** Explosive ordnance found, as people look it up. */
public final class FindDescription {

    /** Each model once, from one to the next in their index: there are few of them, however many finds there are. */
    private static final String MODELS = "with recursive each(model) as (select min(model) from finds"
            + " union all select (select min(f.model) from finds f where f.model > each.model) from each"
            + " where each.model is not null) select model from each where model like :text escape '!'";

    private FindDescription() {}

    public static Register register() {
        return new Register(
                        "finds",
                        Resource.FIND,
                        Register.Reach.named("t"),
                        "finds t left join report r on r.id = t.report",
                        "",
                        false,
                        new Register.Key("t.fid", true),
                        new Register.Times("t.valid_from", "t.valid_to", "t.known_from_ms", "t.known_to_ms"),
                        "t.sample",
                        new Register.Shape("finds", "fid", false),
                        "found_on",
                        "-found_on",
                        List.of(
                                Column.of("found_on", "t.valid_from", Kind.DAY, "page.day")
                                        .sortable(),
                                Column.code(
                                        "category", "t.category", "page.category", Codes.ofPack("ordnance-categories")),
                                Column.of("model", "t.model", Kind.TEXT, "page.model")
                                        .searchableBy("t.model in (" + MODELS + ")"),
                                Column.of("quantity", "t.quantity", Kind.WHOLE, "page.quantity"),
                                Column.code("organisation", "t.organisation", "page.organisation", Codes.ORGANISATIONS),
                                Column.code("district", "t.district", "page.district", Codes.DISTRICTS),
                                Column.of("depth_cm", "t.depth_cm", Kind.WHOLE, "register.depth"),
                                Column.code(
                                        "condition", "t.condition", "register.condition", Codes.ofPack("conditions")),
                                Column.code("disposal", "t.disposal", "register.disposal", Codes.ofPack("disposals")),
                                Column.of("report_no", "r.report_no", Kind.TEXT, "page.report")
                                        .searchableBy("t.report in (select id from report"
                                                + " where report_no like :text escape '!')"),
                                Column.of("known_since", "t.known_from_ms", Kind.MOMENT, "page.known")),
                        "select report from finds where fid = :key",
                        null)
                .drawn(symbol());
    }

    /** A sign for each group that the bulletin counts: what is counted together looks alike. */
    private static Symbol symbol() {
        return Symbol.chosen(
                "t.category",
                List.of(
                        sign(
                                BulletinGroup.ANTI_PERSONNEL_MINE,
                                "figure.anti-personnel-mines-found",
                                "#9b1c12",
                                "M8 1.5L15 14H1Z"),
                        sign(BulletinGroup.ANTI_TANK_MINE, "figure.anti-tank-mines-found", "#7a1f6b", "M2 2H14V14H2Z"),
                        sign(
                                BulletinGroup.UNEXPLODED_ORDNANCE,
                                "figure.unexploded-ordnance-found",
                                "#a85a00",
                                "M8 1L15 8L8 15L1 8Z"),
                        sign(
                                BulletinGroup.OTHER_EXPLOSIVE,
                                "figure.other-explosive-ordnance-found",
                                "#1b5a9c",
                                "M5 1.5H11L14.5 8L11 14.5H5L1.5 8Z"),
                        sign(
                                BulletinGroup.NOT_COUNTED,
                                "map.finds.notcounted",
                                "#6b777b",
                                "M8 2A6 6 0 1 0 8 14A6 6 0 1 0 8 2Z")));
    }

    private static Symbol.Look sign(BulletinGroup group, String words, String colour, String drawing) {
        return new Symbol.Look(
                words,
                Arrays.stream(OrdnanceCategory.values())
                        .filter(category -> category.bulletinGroup() == group)
                        .map(OrdnanceCategory::name)
                        .collect(Collectors.toUnmodifiableSet()),
                Symbol.Form.SIGN,
                colour,
                drawing,
                "");
    }
}
