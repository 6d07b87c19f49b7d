// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.geo.UnreadableGeometryException;
import org.clearground.geo.UtmPosition;
import org.clearground.geo.WrittenGeometry;
import org.clearground.ledger.Digest;
import org.clearground.names.Names;
import org.clearground.places.District;
import org.clearground.places.Gazetteer;
import org.clearground.reports.Answers.Answer;
import org.junit.jupiter.api.Test;

/** Reports of a country of one district, which is a degree wide and high. */
class CommonRulesTest {

    private static final String SQUARE =
            "POLYGON((46.50 39.50, 46.5041 39.50, 46.5041 39.5032, 46.50 39.5032, 46.50 39.50))";

    private static final Gazetteer PLACES = new Gazetteer(
            List.of(new District(
                    "EX-1",
                    new Names(Map.of("en", "Example")),
                    List.of(),
                    shape("POLYGON((46 39, 47 39, 47 40, 46 40, 46 39))"))),
            List.of());

    private static final NationalParameters PARAMETERS = new NationalParameters(0.05, Map.of());

    private static GroundShape shape(String written) {
        try {
            return WrittenGeometry.readShape(written);
        } catch (UnreadableGeometryException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    /** A report under way: what is written for each question, and what it is read as. */
    private static final class Story {
        private final String form;
        private final Map<String, Answer> answers = new HashMap<>();
        private final Map<String, String> texts = new HashMap<>();
        private final List<Answers> finds = new ArrayList<>();
        private final List<WrittenRecord> records = new ArrayList<>();

        Story(String form) {
            this.form = form;
            says("district", "EX-1");
        }

        Story says(String question, String text) {
            answers.put(question, new Answer.Text(text));
            texts.put(question, text);
            return this;
        }

        Story counts(String question, long number) {
            answers.put(question, new Answer.Amount(BigDecimal.valueOf(number)));
            texts.put(question, String.valueOf(number));
            return this;
        }

        Story draws(String question, String outline) {
            answers.put(question, new Answer.Shape(shape(outline)));
            texts.put(question, outline);
            return this;
        }

        Story writes(String question, String text) {
            texts.put(question, text);
            return this;
        }

        Story finds(String category, String point) {
            var row = new HashMap<String, Answer>();
            row.put("category", new Answer.Text(category));
            row.put("quantity", new Answer.Amount(BigDecimal.ONE));
            if (!point.isEmpty()) {
                try {
                    row.put("point", new Answer.Point(WrittenGeometry.readPosition(point)));
                } catch (UnreadableGeometryException unreadable) {
                    throw new IllegalArgumentException(unreadable);
                }
            }
            finds.add(new Answers(row));
            records.add(record(records.size() + 3, point.isEmpty() ? Map.of() : Map.of("point", point)));
            return this;
        }

        private static WrittenRecord record(int row, Map<String, String> texts) {
            var columns = new WrittenRecord.Columns();
            var cells = new ArrayList<String>();
            texts.forEach((question, text) -> {
                columns.put(question, cells.size(), question);
                cells.add(text);
            });
            return new WrittenRecord("file.csv", null, row, columns, cells);
        }

        List<Finding> findings(FormRules own) {
            var report = new FieldReport(
                    ReportId.of(Digest.of(new byte[] {1}), form, 1),
                    1,
                    2,
                    2,
                    new Answers(answers),
                    Map.of("finds", finds));
            var written = new WrittenReport(record(2, texts), Map.of("finds", records), 2, List.of());
            return new CommonRules(form, own, PLACES, PARAMETERS)
                    .check(new ReadReport(report, List.of()), written, null)
                    .findings();
        }

        List<FindingCode> codes() {
            return findings((read, written, sender) -> read).stream()
                    .map(Finding::code)
                    .toList();
        }

        /** With the rules that tell where a position lies. */
        List<FindingCode> placedCodes() {
            var checks = new ReportChecks(PLACES, PARAMETERS, LocalDate.of(2026, 11, 23));
            return findings((read, written, sender) -> {
                        var findings = new ArrayList<Finding>();
                        var ground = read.report().answers().shape("worked_ground");
                        var district = checks.district(read.report().answers());
                        if (ground != null) {
                            checks.ground(ground, "worked_ground", null, district, written.main(), findings);
                        }
                        return new ReadReport(read.report(), findings);
                    })
                    .stream()
                    .map(Finding::code)
                    .toList();
        }
    }

    private static Story progress() {
        return new Story("progress");
    }

    @Test
    void anOrdinaryReportHasNoFindings() {
        assertThat(progress()
                        .draws("worked_ground", SQUARE)
                        .finds("AV_MINE", "39.501 46.501 812 4")
                        .finds("AV_MINE", "39.502 46.501")
                        .codes())
                .isEmpty();
    }

    @Test
    void whatTheFormsOwnRulesToldIsNotToldAgain() {
        assertThat(progress()
                        .draws("worked_ground", "39.50 46.50; 39.51 46.51; 39.50 46.51; 39.51 46.50")
                        .placedCodes())
                .containsExactly(FindingCode.SELF_CROSSING);
    }

    @Test
    void theSameFindAtTheSamePointTwice() {
        assertThat(progress()
                        .finds("AV_MINE", "39.501 46.501")
                        .finds("AP_BLAST", "39.501 46.501")
                        .finds("AV_MINE", "39.501 46.501 800 3")
                        .codes())
                .containsExactly(FindingCode.SAME_FIND_TWICE);
    }

    @Test
    void theSameRowTwiceWithoutAPoint() {
        assertThat(progress().finds("AV_MINE", "").finds("AV_MINE", "").codes())
                .containsExactly(FindingCode.SAME_ROW_TWICE);
    }

    @Test
    void aFindFarOutsideTheWorkedGround() {
        var findings = progress()
                .draws("worked_ground", SQUARE)
                .finds("AV_MINE", "39.5040 46.5020")
                .finds("AV_MINE", "39.5052 46.5020")
                .findings((read, written, sender) -> read);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.FOUND_OUTSIDE_GROUND);
            assertThat(finding.figures()).containsEntry("metres", "222");
            assertThat(finding.place().row()).isEqualTo(4);
        });
    }

    @Test
    void aReceiverWorseThanAllowed() {
        assertThat(progress().finds("AV_MINE", "39.501 46.501 812 25").codes())
                .containsExactly(FindingCode.POSITION_INACCURATE);
        assertThat(progress()
                        .draws("worked_ground", "39.50 46.50 0 3; 39.51 46.50 0 14.5; 39.51 46.51 0 2")
                        .codes())
                .containsExactly(FindingCode.POSITION_INACCURATE);
    }

    @Test
    void anAreaLargerThanItsDistrict() {
        assertThat(progress().counts("declared_area_ha", 1_246_700_00L).codes())
                .containsExactly(FindingCode.LARGER_THAN_DISTRICT);
        assertThat(progress()
                        .draws("ground", "POLYGON((45 38, 48 38, 48 41, 45 41, 45 38))")
                        .codes())
                .contains(FindingCode.LARGER_THAN_DISTRICT);
    }

    @Test
    void swappedAxesAndNeighbouringZones() {
        var there = UtmPosition.of(new Position(46.5, 39.5), 38)
                .inZone(39)
                .position()
                .orElseThrow();
        var outline = new StringBuilder();
        for (double off : new double[] {0, 0.01, 0.02}) {
            outline.append(there.latitude() + off * off * 10)
                    .append(' ')
                    .append(there.longitude() + off)
                    .append(';');
        }

        assertThat(progress().draws("worked_ground", outline.toString()).placedCodes())
                .containsExactly(FindingCode.OUTSIDE_COUNTRY, FindingCode.WRONG_GRID_ZONE);
        assertThat(progress()
                        .draws("worked_ground", "46.50 39.50; 46.51 39.50; 46.51 39.51")
                        .placedCodes())
                .containsExactly(FindingCode.SWAPPED_AXES);
    }

    @Test
    void metresWhereDegreesWereAskedFor() {
        var codes = progress()
                .writes("worked_ground", "POLYGON((628900 4373000,629000 4373000,629000 4373100,628900 4373000))")
                .findings((read, written, sender) -> new ReadReport(
                        read.report(),
                        List.of(ReportChecks.finding(
                                FindingCode.POSITION_OUT_OF_RANGE,
                                written.main(),
                                "worked_ground",
                                null,
                                Map.of("question", "worked_ground")))))
                .stream()
                .map(Finding::code)
                .toList();

        assertThat(codes).containsExactly(FindingCode.POSITION_OUT_OF_RANGE, FindingCode.GRID_COORDINATES);
    }

    @Test
    void aCompletionWithoutDepthTaskAndHazard() {
        assertThat(new Story("completion").codes())
                .containsExactly(FindingCode.DEPTH_MISSING, FindingCode.COMPLETION_UNLINKED);
        assertThat(new Story("completion")
                        .counts("depth_cm", 20)
                        .says("hazard_code", "H-1")
                        .codes())
                .isEmpty();
    }

    @Test
    void clearanceOfThePastNeedsADepthAndCancellationDoesNot() {
        assertThat(new Story("past-release").says("release", "cleared").codes())
                .containsExactly(FindingCode.DEPTH_MISSING);
        assertThat(new Story("past-release").says("release", "cancelled").codes())
                .isEmpty();
    }

    @Test
    void everyRuleHasItsNumberAndEveryCodeOneRuleAtMost() {
        var codes = new ArrayList<FindingCode>();
        for (var rule : CheckRule.values()) {
            assertThat(rule.codes()).isNotEmpty();
            codes.addAll(rule.codes());
        }

        assertThat(codes).doesNotHaveDuplicates();
        assertThat(CheckRule.find(FindingCode.LONG_EDGE)).hasValue(CheckRule.EDGES_SHORT);
    }
}
