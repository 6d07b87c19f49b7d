// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.Clearground.NEEDS_A_PERSON;
import static org.clearground.acceptance.Clearground.WRONG_CALL;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearground.acceptance.Clearground.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One orchard from suspicion to use, and back: every report as an office types it, and what the books say at each step. */
class LandReleaseTest {

    /** Some 1,000 m by 800 m in Aghdam. */
    private static final String ORCHARD =
            "POLYGON ((46.95 40.02, 46.96172333 40.02, 46.96172333 40.02720526," + " 46.95 40.02720526, 46.95 40.02))";

    /** Inside it, 300 m by 300 m. */
    private static final String MINED = "POLYGON ((46.95234467 40.02090066, 46.95586166 40.02090066,"
            + " 46.95586166 40.02360263, 46.95234467 40.02360263, 46.95234467 40.02090066))";

    /** Its southern two thirds. */
    private static final String CLEARED = "POLYGON ((46.95234467 40.02090066, 46.95586166 40.02090066,"
            + " 46.95586166 40.02270197, 46.95234467 40.02270197, 46.95234467 40.02090066))";

    /** The eastern edge of the orchard. */
    private static final String EAST = "POLYGON ((46.957034 40.02, 46.96172333 40.02, 46.96172333 40.02720526,"
            + " 46.957034 40.02720526, 46.957034 40.02))";

    /** Around a find in the cleared part. */
    private static final String AROUND_THE_FIND = "POLYGON ((46.9528136 40.02126092, 46.95328253 40.02126092,"
            + " 46.95328253 40.02162118, 46.9528136 40.02162118, 46.9528136 40.02126092))";

    private static final String PLACE_OF_THE_FIND = "40.02135099 46.95293083";

    private final Path desk;
    private final DistrictOffice office;

    LandReleaseTest(@TempDir Path desk) {
        this.desk = desk;
        this.office = DistrictOffice.in(desk.resolve("store"));
    }

    private Ended send(String form, String number, String answers) {
        var file = WrittenReport.file(
                desk.resolve(number + ".json"),
                "[{\"report_no\": \"" + number + "\", \"organisation\": \"ANAMA\", " + answers + "}]");
        return Clearground.run("import", file, "--data", office.directory(), "--as", form, "--approve");
    }

    private Ended sign(String number, String person, String where) {
        var id = office.text("select report_id from report where report_no = '" + number + "'");
        return office.decide("approve", id, "--by", person, "--office", where);
    }

    private Ended land(String what, Object... more) {
        var arguments = new ArrayList<Object>(List.of("land", what, "--data", office.directory()));
        arguments.addAll(List.of(more));
        return Clearground.run(arguments.toArray());
    }

    private Ended year(String what, Object... more) {
        var arguments = new ArrayList<Object>(List.of("--from", "2024-01-01", "--to", "2024-12-31"));
        arguments.addAll(List.of(more));
        return land(what, arguments.toArray());
    }

    private JsonNode total() {
        return OtherReckoning.json(
                        year("balance", "--format", "json").with(DONE).out())
                .get("total");
    }

    private static long of(JsonNode line, String figure) {
        return line.get(figure + "M2").asLong();
    }

    private void suspectedAndConfirmed() {
        send(
                        "hazard",
                        "N-1",
                        "\"survey_type\": \"non_technical_survey\", \"surveyed_on\": \"2024-01-10\", \"outcome\":"
                                + " \"suspected\", \"hazard_code\": \"AGD-001\", \"eo_category\": \"AP_BLAST\", \"ground\": \""
                                + ORCHARD
                                + "\", \"evidence\": [{\"evidence_no\": \"E1\", \"evidence_kind\": \"fragments\","
                                + " \"directness\": \"indirect\"}]")
                .with(DONE)
                .saying("1 approved");
        send(
                        "hazard",
                        "N-2",
                        "\"survey_type\": \"technical_survey\", \"surveyed_on\": \"2024-02-01\", \"outcome\": \"confirmed\","
                                + " \"hazard_code\": \"AGD-002\", \"eo_category\": \"AP_BLAST\", \"ground\": \"" + MINED
                                + "\", \"evidence\": [{\"evidence_no\": \"D1\", \"evidence_kind\": \"eo_seen\", \"directness\":"
                                + " \"direct\", \"evidence_point\": \"40.02180131 46.953517\"}]")
                .with(DONE)
                .saying("1 approved");
    }

    @Test
    void anOrchardFromSuspicionToUseAndBack() {
        suspectedAndConfirmed();
        var found = total();
        assertThat(of(found.get("total"), "found")).isEqualTo(800_641);
        assertThat(of(found.get("confirmed"), "closing")).isEqualTo(90_074);
        assertThat(of(found.get("total"), "transferred")).isZero();

        // Non-technical survey cancels the east; two persons of the authority sign.
        send(
                        "hazard",
                        "N-3",
                        "\"survey_type\": \"non_technical_survey\", \"surveyed_on\": \"2024-03-01\", \"outcome\":"
                                + " \"cancelled\", \"ground\": \"" + EAST
                                + "\", \"interviews\": \"yes\", \"records_checked\":"
                                + " \"yes\", \"imagery_checked\": \"yes\", \"use_history_checked\": \"yes\"")
                .with(DONE)
                .saying("1 waiting for review");
        sign("N-3", "a.officer", "authority").with(DONE).saying("wait for the signature of a second person");
        office.unchangedBy(
                () -> sign("N-3", "a.officer", "authority").refusing(WRONG_CALL, "TWO_PERSONS_MAKE_LAND_USABLE"));
        office.unchangedBy(() -> sign("N-3", "b.officer", "operations").refusing(WRONG_CALL, "DECIDED_BY_ITS_OFFICE"));
        assertThat(of(total().get("total"), "cancelled")).isZero();
        sign("N-3", "b.officer", "authority").with(DONE).saying("Decided on 1 reports");
        long cancelled = of(total().get("total"), "cancelled");
        assertThat(cancelled).isBetween(320_000L, 320_600L);

        send(
                        "accreditation",
                        "A-1",
                        "\"phase\": \"operational\", \"status\": \"granted\", \"valid_from\": \"2024-01-01\","
                                + " \"valid_to\": \"2024-12-31\", \"activity_types\": [{\"activity_type\":"
                                + " \"manual_clearance\"}]")
                .with(DONE)
                .saying("1 approved");
        send(
                        "task",
                        "T-1",
                        "\"issued_on\": \"2024-03-10\", \"activity_type\": \"manual_clearance\", \"hazard_code\": \"AGD-002\","
                                + " \"ground\": \"" + MINED
                                + "\", \"depth_cm\": 20, \"purpose\": \"agriculture\", \"method\":"
                                + " \"manual\"")
                .with(DONE);
        assertThat(of(total().get("total"), "underWork")).isEqualTo(90_074);
        send(
                        "completion",
                        "C-1",
                        "\"task\": \"T-1\", \"activity_type\": \"manual_clearance\", \"period_from\": \"2024-03-11\","
                                + " \"period_to\": \"2024-04-20\", \"depth_cm\": 20, \"ground\": \"" + CLEARED
                                + "\", \"full_coverage\": \"yes\", \"internal_qa\": \"yes\", \"declared_area_ha\": \"6.0\"")
                .with(DONE);
        long awaiting = of(total().get("total"), "awaitingInspection");
        assertThat(awaiting).isBetween(60_000L, 60_100L);
        assertThat(of(total().get("total"), "cleared")).isZero();

        send(
                        "sampling",
                        "LOT-1",
                        "\"inspected\": \"ANAMA\", \"inspected_on\": \"2024-04-25\", \"completions\": \"C-1\", \"items_found\":"
                                + " 0, \"accept_number\": 0, \"sampled_area_m2\": 6000, \"decision\": \"accepted\"")
                .saying("1 waiting for review");
        sign("LOT-1", "inspector", "quality_assurance").with(DONE);
        sign("LOT-1", "a.officer", "authority").with(DONE);
        assertThat(of(total().get("total"), "cleared")).isEqualTo(awaiting);

        send(
                        "handover",
                        "H-1",
                        "\"handed_over_on\": \"2024-05-10\", \"recipient\": \"Municipality of Agdam\", \"completions\": \"C-1\","
                                + " \"residual_risk\": \"Deeper than 20 cm was not searched.\", \"community_informed\": \"yes\"")
                .saying("1 waiting for review");
        sign("H-1", "a.officer", "authority").with(DONE);
        sign("H-1", "mayor", "recipient").with(DONE);
        assertThat(of(total().get("total"), "handedOver")).isEqualTo(awaiting);

        send(
                        "reopening",
                        "R-1",
                        "\"happened_on\": \"2024-06-01\", \"cause\": \"find\", \"place\": \"" + PLACE_OF_THE_FIND
                                + "\", \"ground\": \"" + AROUND_THE_FIND
                                + "\", \"description\": \"found while ploughing\"")
                .with(DONE);
        var end = total().get("total");
        assertThat(of(end, "reopened")).isBetween(1_590L, 1_610L);
        assertThat(of(end, "closing")).isEqualTo(800_641 - cancelled - awaiting + of(end, "reopened"));

        year("balance", "--by", "purpose")
                .with(DONE)
                .saying("Found", "800,641", "Agriculture", "says nothing about whether ground is safe");
        year("balance", "--lang", "ru").with(DONE).saying("800\u00A0641");
        assertThat(year("balance", "--by", "district", "--format", "csv")
                        .with(DONE)
                        .out()
                        .lines())
                .first()
                .asString()
                .startsWith("by,code,name,class,opening_m2,found_m2");
        year("declared", "--by", "act", "--format", "csv").with(DONE).saying("CLEARANCE_COMPLETED,1,0,60000,0,");
        assertThat(OtherReckoning.json(year("declared", "--by", "act", "--format", "json")
                                .out())
                        .toString())
                .contains("HANDED_OVER");
        land("history", PLACE_OF_THE_FIND)
                .with(DONE)
                .saying("Reopened", "N-1", "N-2", "T-1", "C-1", "LOT-1", "H-1", "R-1", "mayor", "Direct");
        var history =
                OtherReckoning.json(land("history", PLACE_OF_THE_FIND, "--valid-on", "2024-05-20", "--format", "json")
                        .with(DONE)
                        .out());
        assertThat(history.toString()).contains("\"RELEASED\"").doesNotContain("R-1");
        land("cases").with(DONE);
        office.verify().with(DONE);
    }

    @Test
    void twoBodiesOnTheSameGroundAreACaseThatAPersonDecides() {
        suspectedAndConfirmed();
        var file = WrittenReport.file(
                desk.resolve("mod.json"),
                "[{\"report_no\": \"M-1\", \"organisation\": \"MOD\", \"survey_type\": \"non_technical_survey\","
                        + " \"surveyed_on\": \"2024-01-12\", \"outcome\": \"suspected\", \"eo_category\": \"AP_BLAST\","
                        + " \"ground\": \"POLYGON ((46.96 40.02, 46.97 40.02, 46.97 40.0272, 46.96 40.0272, 46.96 40.02))\","
                        + " \"evidence\": [{\"evidence_kind\": \"record\", \"directness\": \"indirect\"}]}]");
        Clearground.run("import", file, "--data", office.directory(), "--as", "hazard", "--approve")
                .finding("GROUND_NOT_CHANGED");
        var one = OtherReckoning.json(
                        land("cases", "--format", "json").with(NEEDS_A_PERSON).out())
                .at("/cases/0");
        long shared = one.get("squareMetres").asLong();
        assertThat(shared).isPositive();
        var claim = one.at("/claim/claim").asString();
        var against = one.at("/against/claim").asString();
        land("cases").with(NEEDS_A_PERSON).saying(claim + " / " + against, "M-1");

        long closing = of(total().get("total"), "closing");
        land("decide", against, "--in-favour-of", claim, "--reason", "seen on the ground")
                .with(DONE)
                .saying("claim " + claim + " counts");

        assertThat(of(total().get("total"), "closing")).isEqualTo(closing);
        office.unchangedBy(() -> land("decide", "98", "--in-favour-of", "99", "--reason", "why not")
                .refusing(WRONG_CALL, "there is no case between the claims 98 and 99"));
        office.unchangedBy(() -> land("decide", against, "--in-favour-of", claim, "--reason", " ")
                .refusing(WRONG_CALL, "say with --reason why"));
        office.unchangedBy(() -> land("decide", "first", "--in-favour-of", claim, "--reason", "x")
                .refusing(WRONG_CALL, "first", "see: clearground land decide --help"));
        office.verify().with(DONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "balance --from 2024-13-01 --to 2024-12-31|\"2024-13-01\" is no day",
                "balance --from 2024-12-31 --to 2024-01-01|a period ends on or after its first day",
                "balance --from 2024-01-01|'--to=D'",
                "balance --from 2024-01-01 --to 2024-12-31 --by village|cannot break down by \"village\"",
                "balance --from 2024-01-01 --to 2024-12-31 --lang xx|does not speak \"xx\"",
                "balance --from 2024-01-01 --to 2024-12-31 --known-at yesterday|\"yesterday\" is no moment",
                "balance --from 2024-01-01 --to 2024-12-31 --format pdf|pdf",
                "declared --from 2024-01-01 --to 2024-12-31 --by village|by organisation or act",
                "declared --from 1.1.2024 --to 2024-12-31|\"1.1.2024\" is no day",
                "cases --format csv|this is no table",
                "history 40.02,46.95 --format csv|this is no table",
                "history 40.02,46.95 --valid-on 31.12.2024|\"31.12.2024\" is no day",
                "history 99,181|is no place",
                "history orchard|\"orchard\" is no place",
                "history 46.95,40.02|latitude and longitude are exchanged",
                "history 4.02,46.95|far outside this country; check the digits",
                "history POLYGON((46.9_40,47_40.1,47_40,46.9_40.1,46.9_40))|Self-intersection",
                "history POLYGON((40_46.9,40_47,40.1_47,40_46.9))|latitude and longitude are exchanged",
                "history POLYGON((46.9_40,47_40))|is no place",
                "decide abc --in-favour-of 2|\"abc\" is no number for CLAIM; write a whole number",
                "sample --share most|\"most\" is no number for --share",
                "unknown|unknown"
            })
    void whatCannotBeAnsweredIsRefusedInOneSentence(String call, String saying) {
        var words = call.split(" ");
        var more = new ArrayList<Object>();
        for (int i = 1; i < words.length; i++) {
            more.add(words[i].replace('_', ' '));
        }

        land(words[0], more.toArray()).refusing(WRONG_CALL, saying);
    }

    @Test
    void aMissingStoreIsSaidToBeMissing() {
        Clearground.run(
                        "land",
                        "balance",
                        "--data",
                        desk.resolve("nowhere"),
                        "--from",
                        "2024-01-01",
                        "--to",
                        "2024-12-31")
                .refusing(WRONG_CALL, "there is no store", "clearground init");
    }
}
