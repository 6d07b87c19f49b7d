// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.time.LocalDate;
import java.util.List;
import org.clearground.ordnance.Find;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.units.Centimetres;
import org.clearground.units.ItemCount;
import org.jspecify.annotations.Nullable;

/** The explosive ordnance that a report of any form says was found, under {@code finds}. */
public final class ReportedFinds {

    private ReportedFinds() {}

    /**
     * The typed reading of a report that its rules do not block. Where a find has no day of its own, it is the last day
     * of the report's period.
     *
     * @throws IllegalArgumentException if an answer that the form requires is absent
     */
    public static List<Find> of(FieldReport report) {
        var lastDay = report.answers().day("period_to");
        return report.repeat("finds").stream().map(row -> find(row, lastDay)).toList();
    }

    private static Find find(Answers row, @Nullable LocalDate lastDay) {
        var foundOn = row.day("found_on");
        return new Find(
                OrdnanceCategory.valueOf(required(row.code("category"), "category")),
                row.text("model"),
                new ItemCount(required(row.whole("quantity"), "quantity")),
                foundOn == null ? required(lastDay, "period_to") : foundOn,
                row.position("point"),
                centimetres(row.whole("find_depth_cm")),
                row.code("condition"),
                row.code("disposal"));
    }

    static @Nullable Centimetres centimetres(@Nullable Long value) {
        return value == null ? null : new Centimetres(Math.toIntExact(value));
    }

    private static <T> T required(@Nullable T answer, String question) {
        if (answer == null) {
            throw new IllegalArgumentException("a find without " + question);
        }
        return answer;
    }
}
