// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureScope;
import org.clearground.bulletins.Series;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that are asked for together are those that are asked for one by one: values, absences and rows. */
class FiguresTogetherTest {

    @Test
    void figuresTogetherAreThoseOneByOne(@TempDir Path directory) {
        try (var site = new ExampleSite(directory)) {
            site.send(
                    "a.csv",
                    ExampleSite.HEADING
                            + ExampleSite.row("A-1", "1.5", "AV_MINE", 3, false)
                            + ExampleSite.row("A-2", "2", "UXO_MORTAR", 5, false)
                            + moved(ExampleSite.row("B-1", "", "AP_BLAST", 4, false), "2024-04-15")
                            + moved(ExampleSite.row("C-1", "", "IED", 2, true), "2024-03-04")
                            + moved(ExampleSite.row("C-2", "3.25", "IED", 1, false), "2024-03-04")
                            + moved(survey("D-1"), "2024-02-05"),
                    true);
            site.application().store().<Boolean>read(transaction -> {
                var figures = new SqlFigures(transaction);
                var asOf = new AsOf(
                        LocalDate.parse("2024-12-31"),
                        site.application().clock().instant());
                var periods = new ArrayList<ReportingPeriod>();
                for (var monday = LocalDate.parse("2024-01-29");
                        monday.isBefore(LocalDate.parse("2024-05-13"));
                        monday = monday.plusWeeks(1)) {
                    periods.add(ReportingPeriod.weekOf(monday));
                }
                periods.add(ReportingPeriod.named("2024"));
                periods.add(ReportingPeriod.named("2024-04"));
                var together = figures.figures(periods, asOf);
                var told = new TreeSet<String>();
                for (int at = 0; at < periods.size(); at++) {
                    for (var figure : together.get(at)) {
                        var alone = figures.figure(figure.definition(), FigureScope.of(periods.get(at)), asOf);
                        assertThat(figure).isEqualTo(alone);
                        told.add(figure.value().isEmpty() ? "absent" : figure.rows() == 0 ? "zero" : "counted");
                    }
                }
                assertThat(told).containsExactly("absent", "counted", "zero");
                assertThat(figures.figures(List.of(), asOf)).isEmpty();

                var leading = Series.leadingTo(ReportingPeriod.named("2024-05"), asOf, figures);
                assertThat(leading).hasSize(FigureDefinition.values().length);
                for (var series : leading) {
                    assertThat(series.lines().get(0).figures())
                            .isEqualTo(series.periods().stream()
                                    .map(period -> figures.figure(series.definition(), FigureScope.of(period), asOf))
                                    .toList());
                }
                return true;
            });
        }
    }

    private static String moved(String row, String day) {
        return row.replace("2024-04-30", day);
    }

    /** Reported, with nothing found and nothing cleared. */
    private static String survey(String number) {
        return ExampleSite.row(number, "", "AP_BLAST", 1, false)
                .replace("manual_clearance", "non_technical_survey")
                .replace(",AP_BLAST,1,", ",,,");
    }
}
