// SPDX-License-Identifier: Apache-2.0
package org.clearground.operations.store;

import java.util.List;
import org.clearground.access.Resource;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;

/** Explosive ordnance found, as people look it up. */
public final class FindDescription {

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
                        Column.code("category", "t.category", "page.category", Codes.ofPack("ordnance-categories")),
                        Column.of("model", "t.model", Kind.TEXT, "page.model").searchable(),
                        Column.of("quantity", "t.quantity", Kind.WHOLE, "page.quantity"),
                        Column.code("organisation", "t.organisation", "page.organisation", Codes.ORGANISATIONS),
                        Column.code("district", "t.district", "page.district", Codes.DISTRICTS),
                        Column.of("depth_cm", "t.depth_cm", Kind.WHOLE, "register.depth"),
                        Column.code("condition", "t.condition", "register.condition", Codes.ofPack("conditions")),
                        Column.code("disposal", "t.disposal", "register.disposal", Codes.ofPack("disposals")),
                        Column.of("report_no", "r.report_no", Kind.TEXT, "page.report")
                                .searchable(),
                        Column.of("known_since", "t.known_from_ms", Kind.MOMENT, "page.known")),
                "select report from finds where fid = :key",
                null);
    }
}
