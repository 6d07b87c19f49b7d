// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.imports.ReceivedFile;
import org.clearground.reports.CheckRule;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.FileCheck;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule speaks when a report comes: to who checks the file before sending it, and to who takes it in. */
class EntryRulesTest {

    private static final String HEADING = "report_no,organisation,activity_type,period_from,period_to,district,"
            + "declared_area_ha,worked_ground,category,quantity,found_on,point,task,method,staff,hours\n";

    private static final String WHO = ",ANAMA,manual_clearance,2024-05-01,2024-05-01,AZ-AGM,";

    private static final String SQUARE =
            "\"POLYGON((46.9000 39.9900, 46.9041 39.9900, 46.9041 39.9932, 46.9000 39.9932, 46.9000 39.9900))\"";

    /** A file that comes, after another that was approved, and what is to be said of it. */
    private record Story(
            String form, @Nullable String before, String comes, FindingCode code, Predicate<Finding> says) {

        static Story of(FindingCode code, String... rows) {
            return new Story("progress", null, csv(rows), code, finding -> true);
        }

        static Story after(String before, FindingCode code, String... rows) {
            return new Story("progress", before, csv(rows), code, finding -> true);
        }

        static Story ofGround(FindingCode code, String outline) {
            return of(code, "R1" + WHO + ",\"" + outline + "\",,,,,,,,");
        }

        static Story of(String form, FindingCode code, String json) {
            return new Story(form, null, json, code, finding -> true);
        }

        Story saying(Predicate<Finding> expected) {
            return new Story(form, before, comes, code, expected);
        }
    }

    private static String csv(String... rows) {
        return HEADING + String.join("\n", rows) + "\n";
    }

    private static String completion(String more) {
        return "[{\"report_no\": \"C-1\", \"organisation\": \"ANAMA\", \"activity_type\": \"manual_clearance\","
                + "\"period_from\": \"2024-05-01\", \"period_to\": \"2024-05-02\", \"district\": \"AZ-AGM\","
                + "\"full_coverage\": \"yes\", \"internal_qa\": \"yes\", \"ground\": " + SQUARE + more + "}]";
    }

    private static final String NO_FINDS = ",,,,,,,,";

    private static Story story(CheckRule rule) {
        return switch (rule) {
            case OUTLINE_VALID ->
                Story.ofGround(FindingCode.SELF_CROSSING, "39.99 46.90; 40 46.91; 39.99 46.91; 40 46.90");
            case THREE_VERTICES ->
                Story.ofGround(FindingCode.TOO_FEW_VERTICES, "39.99 46.90; 39.99 46.91; 39.99 46.90");
            case CLOSED_ONCE ->
                Story.ofGround(
                        FindingCode.CLOSING_POINT_TWICE,
                        "39.99 46.90; 39.99 46.91; 40 46.91; 39.99 46.90; 39.99 46.90");
            case VERTICES_APART ->
                Story.ofGround(FindingCode.REPEATED_VERTEX, "39.99 46.90; 39.99 46.91; 39.99 46.91; 40 46.91");
            case FINDS_ONCE -> {
                var row = "R1" + WHO + ",,AV_MINE,1,2024-05-01,39.991 46.902,,,,";
                yield Story.of(FindingCode.SAME_FIND_TWICE, row, row);
            }
            case ROW_NUMBERS_ONCE ->
                Story.of(
                        "hazard",
                        FindingCode.ROW_NUMBERS_ALIKE,
                        "[{\"report_no\": \"N-1\", \"organisation\": \"ANAMA\", \"district\": \"AZ-AGM\","
                                + "\"survey_type\": \"non_technical_survey\", \"surveyed_on\": \"2024-05-01\","
                                + "\"outcome\": \"suspected\", \"eo_category\": \"AP_BLAST\", \"ground\": " + SQUARE
                                + ", \"evidence\": [{\"evidence_no\": \"E 1\", \"evidence_kind\": \"fragments\","
                                + "\"directness\": \"indirect\"}, {\"evidence_no\": \"e1\","
                                + "\"evidence_kind\": \"unused_land\", \"directness\": \"indirect\"}]}]");
            case GROUND_ONCE ->
                Story.after(
                        csv("R1" + WHO + "," + SQUARE + NO_FINDS),
                        FindingCode.SAME_GROUND,
                        "R2" + WHO + ",\"39.9932 46.9041; 39.99 46.9041; 39.99 46.90; 39.9932 46.90\"" + NO_FINDS);
            case EDGES_SHORT -> Story.ofGround(FindingCode.LONG_EDGE, "39.99 46.90; 39.99 47.00; 40 46.91");
            case PARTS_APART ->
                Story.ofGround(
                        FindingCode.PARTS_OVERLAP,
                        "39.99 46.90; 39.99 46.91; 40 46.91|39.99 46.901; 39.99 46.911; 40 46.911");
            case NUMBERS_ONCE ->
                Story.after(
                                csv("R 17" + WHO + "," + NO_FINDS),
                                FindingCode.NUMBERS_ALIKE,
                                "r17" + WHO + "1," + NO_FINDS)
                        .saying(finding -> "R 17".equals(finding.figures().get("others")));
            case ROWS_ONCE -> {
                var row = "R1" + WHO + ",,AV_MINE,1,2024-05-01,,,,,";
                yield Story.of(FindingCode.SAME_ROW_TWICE, row, row);
            }
            case CODES_KNOWN ->
                Story.of(FindingCode.UNKNOWN_CODE, "R1,ANAMA,gardening,2024-05-01,2024-05-01,AZ-AGM,," + NO_FINDS);
            case INSIDE_DISTRICT -> Story.ofGround(FindingCode.OUTSIDE_COUNTRY, "10 10; 10 10.001; 10.001 10.001");
            case AXES_AND_GRID -> Story.ofGround(FindingCode.SWAPPED_AXES, "46.90 39.99; 46.91 39.99; 46.91 40");
            case AREAS_AGREE -> Story.of(FindingCode.AREAS_DISAGREE, "R1" + WHO + "99," + SQUARE + NO_FINDS);
            case RATE_PLAUSIBLE ->
                Story.of(FindingCode.RATE_OUT_OF_RANGE, "R1" + WHO + "12.44," + SQUARE + ",,,,,,manual,1,1");
            case FINDS_WHERE_WORKED ->
                Story.of(
                        FindingCode.FOUND_OUTSIDE_GROUND,
                        "R1" + WHO + "12.44," + SQUARE + ",AV_MINE,1,2024-05-01,40.01 46.902,,,,");
            case TOTALS_AGREE ->
                new Story(
                        "completion",
                        csv("R1" + WHO + "12.44," + SQUARE + ",AP_BLAST,3,2024-05-01,39.991 46.902,T 7,,,"),
                        completion(", \"task\": \"t7\", \"depth_cm\": 20, \"ap_mines_total\": 4"),
                        FindingCode.TOTALS_DISAGREE,
                        finding -> "3".equals(finding.figures().get("found"))
                                && "ap_mines_total".equals(finding.place().column()));
            case DEPTH_STATED ->
                // The rules of land block it; DEPTH_MISSING is then not told beside.
                Story.of("completion", FindingCode.LAND_RULE_BROKEN, completion(", \"task\": \"T 7\""))
                        .saying(finding -> "CLEARANCE_NEEDS_A_DEPTH"
                                .equals(finding.figures().get("rule")));
            case POSITION_ACCURATE ->
                Story.ofGround(FindingCode.POSITION_INACCURATE, "39.99 46.90 0 25; 39.99 46.91 0 3; 40 46.91 0 3");
            case SIZE_PLAUSIBLE ->
                Story.after(
                        csv(IntStream.range(0, 12)
                                .mapToObj(i -> "S" + i + WHO + "," + square(i, 0.0005) + NO_FINDS)
                                .toArray(String[]::new)),
                        FindingCode.UNUSUALLY_LARGE,
                        "R1" + WHO + "," + square(20, 0.003) + NO_FINDS);
            case COMPLETION_LINKED -> Story.of("completion", FindingCode.COMPLETION_UNLINKED, completion(""));
        };
    }

    private static String square(int i, double side) {
        double x = 46.9 + i * 0.005;
        return String.format(
                Locale.ROOT,
                "\"39.99 %.5f; 39.99 %.5f; %.5f %.5f; %.5f %.5f\"",
                x,
                x + side,
                39.99 + side,
                x + side,
                39.99 + side,
                x);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theRuleSpeaksToWhoChecksAndToWhoTakesIn(CheckRule rule, @TempDir Path directory) {
        var story = story(rule);
        try (var land = new Exampleland(directory)) {
            if (story.before() != null) {
                land.importFile(land.file("before.csv", story.before()), true);
            }
            var file = land.file(story.form().equals("progress") ? "comes.csv" : "comes.json", story.comes());

            var checked = look(land, file, story.form());
            var taken = land.importFile(file, story.form(), false);

            assertThat(checked.findings())
                    .filteredOn(finding ->
                            finding.code() == story.code() && story.says().test(finding))
                    .as(told(checked.findings()))
                    .hasSize(1);
            assertThat(taken.findings()).isEqualTo(checked.findings());
        }
    }

    private static String told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.figures())
                .collect(Collectors.joining("\n"));
    }

    private static FileLook look(Exampleland land, Path file, String form) {
        var request = new FileCheck.Request(ReceivedFile.inspect(file), form, null, Mapping.NONE);
        var application = land.application();
        return application.store().read(transaction -> {
            var look = new FileLook(application.fileCheck(application.country()), request);
            look.run(transaction, false, null, count -> {});
            return look;
        });
    }

    @Test
    void reportsOfOneFileAreLaidBesideEachOther(@TempDir Path directory) {
        try (var land = new Exampleland(directory)) {
            var file = land.file(
                    "week.csv",
                    csv(
                            "R 1" + WHO + "12.44," + SQUARE + NO_FINDS,
                            "R2" + WHO + "12.44," + SQUARE + NO_FINDS,
                            "r1" + WHO + "," + NO_FINDS,
                            "R3,MOD,manual_clearance,2024-05-02,2024-05-02,AZ-AGM,12.44," + SQUARE + NO_FINDS));

            var checked = look(land, file, "progress");
            var taken = land.importFile(file, false);

            assertThat(checked.counts())
                    .containsEntry(FindingCode.DUPLICATE_REPORT, 1L)
                    .containsEntry(FindingCode.NUMBERS_ALIKE, 1L)
                    .containsEntry(FindingCode.SAME_GROUND, 1L);
            assertThat(taken.findingCounts()).isEqualTo(checked.counts());
        }
    }

    @Test
    void whatWasSentBackIsNoNeighbour(@TempDir Path directory) {
        try (var land = new Exampleland(directory)) {
            land.importFile(land.file("before.csv", csv("R1" + WHO + "12.44," + SQUARE + NO_FINDS)), false);
            var waiting = land.application().store().read(transaction -> new ReportQueries(transaction)
                    .list(null, null, 0, 1));
            land.application()
                    .decisions()
                    .decide(
                            Decision.RETURN,
                            List.of(waiting.get(0).id()),
                            "the wrong field",
                            new Decider("reviewer", null));

            var taken = land.importFile(land.file("comes.csv", csv("R2" + WHO + "12.44," + SQUARE + NO_FINDS)), false);

            assertThat(taken.findingCounts()).isEmpty();
        }
    }
}
