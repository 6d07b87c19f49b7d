// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clearground.geo.UnreadableGeometryException;
import org.clearground.geo.WrittenGeometry;
import org.clearground.ledger.Digest;
import org.clearground.reports.Answers.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class FieldReportTest {

    private static final String GROUND = "POLYGON((46 39, 46.01 39, 46.01 39.01, 46 39.01, 46 39))";
    private static final String OTHER = "POLYGON((47 39, 47.01 39, 47.01 39.01, 47 39.01, 47 39))";
    private static final String BOW_TIE = "POLYGON((46 39, 46.01 39.01, 46.01 39, 46 39.01, 46 39))";

    /** What is written of one thing: outlines and points under whatever name the form has for them. */
    private static Answers answers(String... written) {
        var answers = new java.util.HashMap<String, Answer>();
        for (var each : written) {
            answers.put("q" + answers.size(), answer(each));
        }
        return new Answers(answers);
    }

    private static Answer answer(String written) {
        try {
            return written.startsWith("POLYGON")
                    ? new Answer.Shape(WrittenGeometry.readShape(written))
                    : written.isEmpty()
                            ? new Answer.Text("nowhere")
                            : new Answer.Point(WrittenGeometry.readPosition(written));
        } catch (UnreadableGeometryException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    private static FieldReport report(Answers own, Answers... rows) {
        var submission = new Digest("0".repeat(64));
        return new FieldReport(ReportId.of(submission, "form", 1), 1, 2, 2, own, Map.of("rows", List.of(rows)));
    }

    private static String text(FieldReport report) {
        return report.place().map(Geometry::toText).orElse("nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                GROUND + " | 39 45 | an outline of its own before everything",
                "39 45 | " + GROUND + " | an outline of a row before points",
            })
    void itIsWhereItsOutlineIs(String own, String row, String because) {
        assertThat(text(report(answers(own), answers(row))))
                .as(because)
                .isEqualTo("MULTIPOLYGON (((46 39, 46.01 39, 46.01 39.01, 46 39.01, 46 39)))");
    }

    @Test
    void severalOutlinesAreOnePlace() {
        assertThat(report(answers(GROUND, OTHER)).place())
                .hasValueSatisfying(
                        place -> assertThat(place.getNumGeometries()).isEqualTo(2));
    }

    @Test
    void withoutOutlinesItIsAtItsPointsElseAtThoseOfItsRows() {
        assertThat(text(report(answers("39 45"), answers("40 46")))).isEqualTo("POINT (45 39)");
        assertThat(text(report(answers(""), answers("39 45"), answers("39 45"), answers("40 46"))))
                .as("one place, however many finds lay there")
                .isEqualTo("MULTIPOINT ((45 39), (46 40))");
        assertThat(text(report(answers(""), answers("")))).isEqualTo("nowhere");
    }

    @Test
    void aFaultyOutlineIsWhereItIsWritten() {
        assertThat(text(report(answers(BOW_TIE))))
                .isEqualTo("MULTIPOLYGON (((46 39, 46.01 39.01, 46.01 39, 46 39.01, 46 39)))");
    }

    @Test
    void nobodyChangesAReportThroughItsPlace() {
        var report = report(answers(GROUND));
        report.place().orElseThrow().getCoordinate().setX(0);

        assertThat(text(report)).startsWith("MULTIPOLYGON (((46 39");
    }
}
