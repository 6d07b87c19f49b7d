// SPDX-License-Identifier: Apache-2.0
package org.clearground.operations.store;

import java.util.Arrays;
import java.util.List;
import org.clearground.access.Resource;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;
import org.clearground.reports.ActivityResult;

/** What survey and clearance teams did, as people look it up. Their ground is the register of worked ground. */
public final class ActivityDescription {

    private ActivityDescription() {}

    public static Register register() {
        return new Register(
                "activities",
                Resource.REPORT,
                Register.Reach.named("t"),
                "activities t left join report r on r.id = t.report",
                "",
                false,
                new Register.Key("t.fid", true),
                new Register.Times("t.valid_from", "t.valid_to", "t.known_from_ms", "t.known_to_ms"),
                "t.sample",
                null,
                "day",
                "-day",
                List.of(
                        Column.of("day", "t.valid_from", Kind.DAY, "page.day").sortable(),
                        Column.code(
                                "activity_type", "t.activity_type", "page.activity", Codes.ofPack("activity-types")),
                        Column.code(
                                "result",
                                "t.result",
                                "register.result",
                                Codes.said(
                                        "result",
                                        Arrays.stream(ActivityResult.values())
                                                .map(Enum::name)
                                                .toList())),
                        Column.code("organisation", "t.organisation", "page.organisation", Codes.ORGANISATIONS),
                        Column.code("district", "t.district", "page.district", Codes.DISTRICTS),
                        Column.of("period_from", "t.period_from", Kind.DAY, "register.periodfrom"),
                        Column.of("declared_area_m2", "t.declared_area_m2", Kind.SQUARE_METRES, "register.declared"),
                        Column.code("method", "t.method", "register.method", Codes.ofPack("methods")),
                        Column.code("purpose", "t.purpose", "register.purpose", Codes.ofPack("purposes")),
                        Column.of("report_no", "r.report_no", Kind.TEXT, "page.report")
                                .searchableBy("t.report in (select id from report"
                                        + " where report_no like :text escape '!')"),
                        Column.of("known_since", "t.known_from_ms", Kind.MOMENT, "page.known")),
                "select report from activities where fid = :key",
                null);
    }
}
