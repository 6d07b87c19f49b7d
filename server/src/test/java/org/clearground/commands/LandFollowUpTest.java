// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.commands.LandStory.Rectangle;
import org.clearground.errors.FindingCode;
import org.clearground.geo.WrittenGeometry;
import org.clearground.land.GroundHistory;
import org.clearground.land.LandActKind;
import org.clearground.land.LandParameters;
import org.clearground.land.LandState;
import org.clearground.land.OverdueGround;
import org.clearground.land.PointLead;
import org.clearground.land.QualityVisit;
import org.clearground.land.forms.PackLand;
import org.clearground.land.store.LandHistories;
import org.clearground.land.store.OverdueLand;
import org.clearground.land.store.PointLeads;
import org.clearground.land.store.QualityVisits;
import org.clearground.time.AsOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** Leads that are points, visits of the inspecting body, and ground that waits too long. */
class LandFollowUpTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Rectangle FIELD = new Rectangle(0, 0, 200, 200);
    private static final Rectangle FAR = FIELD.moved(2_000);

    @TempDir
    private Path directory = Path.of("");

    private Exampleland land;
    private LandStory story;

    @BeforeEach
    void open() {
        land = new Exampleland(directory);
        story = new LandStory(land).accredited(List.of("MOD", "COMPANY-1", "ANAMA"));
    }

    @AfterEach
    void close() {
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
        land.close();
    }

    // ---- leads --------------------------------------------------------------------------------------------------

    private Map<String, Object> lead(String number, LocalDate day, String category, Rectangle around) {
        return story.report(
                number,
                "MES",
                "survey_type",
                "desk_assessment",
                "surveyed_on",
                day,
                "outcome",
                "lead",
                "eo_category",
                category,
                "place",
                story.place(around));
    }

    private Map<String, Object> dismissed(String number, LocalDate day, String... answer) {
        var report = new LinkedHashMap<>(story.report(
                number, "ANAMA", "survey_type", "non_technical_survey", "surveyed_on", day, "outcome", "dismissed"));
        report.put(answer[0], answer[1]);
        return report;
    }

    private LandParameters parameters() {
        return PackLand.of(land.application().country().pack());
    }

    private List<PointLead> leads(AsOf asOf, boolean ended) {
        return land.application().store().read(transaction -> new PointLeads(transaction, parameters())
                .list(asOf, ended));
    }

    private List<PointLead> standing() {
        return leads(new AsOf(DAY.plusYears(1), story.now()), false);
    }

    private Point place(Rectangle ground, double metresNorth) {
        var written = story.place(ground).split(" ");
        return WrittenGeometry.WGS84.createPoint(
                new Coordinate(Double.parseDouble(written[1]), Double.parseDouble(written[0]) + metresNorth / 111_000));
    }

    private GroundHistory history(Point where, LocalDate day) {
        return land.application().store().read(transaction -> new LandHistories(transaction)
                .history(where, new AsOf(day, story.now()), parameters()));
    }

    @Test
    void aLeadOfWhichOnlyThePlaceIsKnownRecordsNoGround() {
        var sent = story.send("hazard", lead("A-1", DAY, "SUBMUNITION", FIELD));

        assertThat(sent.approved()).isEqualTo(1);
        assertThat(story.number("select count(*) from land_pieces")).isZero();
        assertThat(story.number("select count(*) from land_posting")).isZero();
        assertThat(story.number("select count(*) from land_leads")).isEqualTo(1);
        assertThat(standing()).singleElement().satisfies(lead -> {
            assertThat(lead.number()).startsWith("L-");
            assertThat(lead.fadeOutMetres()).isEqualTo(50);
        });
    }

    @Test
    void aLeadIsFoundFromWithinItsFadeOutAndNotFromBeyond() {
        story.send("hazard", lead("A-1", DAY, "SUBMUNITION", FIELD));

        assertThat(history(place(FIELD, 45), DAY).leads()).hasSize(1);
        assertThat(history(place(FIELD, 55), DAY).leads()).isEmpty();
        assertThat(history(place(FIELD, 0), DAY.minusDays(1)).leads()).isEmpty();
    }

    @Test
    void neitherASuspectedAreaNorAnEmptyLeadIsAPlaceAlone() {
        var suspected = new LinkedHashMap<>(story.suspected("N-1", "MES", DAY, FIELD, "H-1"));
        suspected.remove("ground");
        suspected.put("place", story.place(FIELD));
        var empty = new LinkedHashMap<>(lead("A-1", DAY, "SUBMUNITION", FIELD));
        empty.remove("place");

        var sent = story.send("hazard", List.of(suspected, empty));

        assertThat(sent.findings())
                .extracting(finding -> finding.figures().get("rule"))
                .containsExactlyInAnyOrder("OUTLINE_IS_NEEDED", "LEAD_NEEDS_A_PLACE");
        assertThat(sent.blocked()).isEqualTo(2);
    }

    @Test
    void aSurveyThatCoversALeadEndsItAndGivesItBackWhenItIsTakenBack() {
        story.send("hazard", lead("A-1", DAY, "SUBMUNITION", FIELD));
        story.send("hazard", lead("A-2", DAY, "SUBMUNITION", FAR));
        var before = story.now();
        var survey = story.send("hazard", story.suspected("N-1", "ANAMA", DAY.plusDays(20), FIELD, "H-1"));

        assertThat(standing()).hasSize(1);
        assertThat(leads(new AsOf(DAY.plusDays(19), story.now()), false)).hasSize(2);
        assertThat(leads(new AsOf(DAY.plusDays(20), before), false)).hasSize(2);
        assertThat(history(place(FIELD, 0), DAY.plusDays(20)).leads())
                .extracting(lead -> String.valueOf(lead.ended()))
                .singleElement()
                .asString()
                .contains("by=" + LandActKind.SUSPECTED)
                .contains("number=N-1");

        story.withdraw(story.idOf(survey));

        assertThat(standing()).hasSize(2);
        assertThat(story.number("select count(*) from land_leads"))
                .as("versions")
                .isEqualTo(4);
    }

    @Test
    void inWhateverOrderTheyAreApprovedTheSurveyEndsTheLead() {
        story.send("hazard", story.suspected("N-1", "ANAMA", DAY.plusDays(20), FIELD, "H-1"));
        story.send("hazard", lead("A-1", DAY, "SUBMUNITION", FIELD));
        story.send("hazard", lead("A-2", DAY.plusDays(30), "SUBMUNITION", FIELD));

        assertThat(standing()).extracting(PointLead::on).containsExactly(DAY.plusDays(30));
    }

    @Test
    void aLeadIsDismissedByItsNumberOrByTheGroundAroundIt() {
        story.send("hazard", lead("A-1", DAY, "SUBMUNITION", FIELD));
        story.send("hazard", lead("A-2", DAY, "UXO_MORTAR", FAR));
        var number = String.valueOf(standing().get(0).number());

        var unknown = story.send("hazard", dismissed("D-0", DAY.plusDays(3), "leads", "L-NONE"));
        var named = story.send("hazard", dismissed("D-1", DAY.plusDays(3), "leads", number), "OPERATIONS");
        var covered =
                story.send("hazard", dismissed("D-2", DAY.plusDays(3), "ground", story.outline(FAR)), "OPERATIONS");

        assertThat(unknown.findingCounts()).containsKey(FindingCode.UNKNOWN_LEAD);
        assertThat(named.blocked()).isZero();
        assertThat(covered.blocked()).isZero();
        assertThat(standing()).isEmpty();
        assertThat(leads(new AsOf(DAY.plusDays(3), story.now()), true))
                .hasSize(2)
                .allSatisfy(lead -> assertThat(lead.ended()).isNotNull());
    }

    @Test
    void aCorrectedLeadKeepsItsNumberAndAWithdrawnOneIsGone() {
        story.send("hazard", lead("A-1", DAY, "SUBMUNITION", FIELD));
        var number = standing().get(0).number();
        var corrected = story.send("hazard", lead("A-1", DAY, "UXO_AERIAL_BOMB", FAR));

        assertThat(standing()).singleElement().satisfies(lead -> {
            assertThat(lead.number()).isEqualTo(number);
            assertThat(lead.fadeOutMetres()).isEqualTo(100);
        });

        story.withdraw(story.idOf(corrected));

        assertThat(standing()).isEmpty();
    }

    @Test
    void aFindOutsideRecordedGroundIsListedAsALeadUntilTheGroundIsRecorded() {
        var work = new LinkedHashMap<>(story.worked("W-1", "MOD", DAY, FIELD));
        work.put(
                "finds",
                List.of(
                        Map.of("category", "SUBMUNITION", "quantity", 1, "point", story.place(FIELD)),
                        Map.of("category", "AP_BLAST", "quantity", 1, "point", story.place(FIELD))));
        story.send("progress", work);
        var asOf = new AsOf(DAY, story.now());

        assertThat(land.application()
                        .store()
                        .<List<PointLead>>read(transaction -> new PointLeads(transaction, parameters()).found(asOf)))
                .singleElement()
                .satisfies(lead -> assertThat(lead.number()).isNull());
        assertThat(history(place(FIELD, 30), DAY).leads()).hasSize(1);

        story.send("hazard", story.suspected("N-1", "ANAMA", DAY, FIELD, "H-1"));

        assertThat(history(place(FIELD, 30), DAY).leads()).isEmpty();
    }

    // ---- visits -------------------------------------------------------------------------------------------------

    private Map<String, Object> visit(String number, LocalDate day, String severity, Object... answers) {
        var report = new LinkedHashMap<>(
                story.report(number, "ANAMA", "inspected", "MOD", "visited_on", day, "severity", severity));
        for (int i = 0; i < answers.length; i += 2) {
            report.put((String) answers[i], answers[i + 1]);
        }
        return report;
    }

    private void completed(String number, Rectangle ground) {
        story.send("hazard", story.suspected("N-" + number, "MOD", DAY, ground, "H-" + number));
        story.send("task", story.task("T-" + number, "MOD", DAY.plusDays(1), ground, "manual"));
        story.send("completion", story.completion("C-" + number, "MOD", DAY.plusDays(9), ground));
    }

    private List<QualityVisit> visits(LocalDate day, boolean open) {
        return land.application().store().read(transaction -> new QualityVisits(transaction)
                .list(new AsOf(day, story.now()), null, null, open));
    }

    @Test
    void aCriticalNonconformityStopsAcceptanceOfItsGroundUntilItIsCorrected() {
        completed("1", FIELD);
        completed("2", FAR);
        story.send("qc-visit", visit("V-1", DAY.plusDays(8), "critical", "completion", "C-1"));

        assertThat(story.tried(
                        "sampling",
                        story.sampling("L-2", "MOD", DAY.plusDays(10), "C-2", "accepted"),
                        "QUALITY_ASSURANCE",
                        "AUTHORITY"))
                .isTrue();
        var lot = story.sampling("L-1", "MOD", DAY.plusDays(10), "C-1", "accepted");
        assertThatThrownBy(() -> story.send("sampling", lot, "QUALITY_ASSURANCE", "AUTHORITY"))
                .hasMessageContaining("CORRECTIVE_ACTION_COMES_FIRST")
                .hasMessageContaining("V-1");

        story.send(
                "qc-visit", visit("V-1", DAY.plusDays(8), "critical", "completion", "C-1", "done_on", DAY.plusDays(9)));
        var again = story.sampling("L-3", "MOD", DAY.plusDays(10), "C-1", "accepted");

        assertThat(story.tried("sampling", again, "QUALITY_ASSURANCE", "AUTHORITY"))
                .isTrue();
    }

    @Test
    void aCriticalNonconformityFoundAfterAcceptanceStopsHandover() {
        completed("1", FIELD);
        story.send(
                "sampling",
                story.sampling("L-1", "MOD", DAY.plusDays(10), "C-1", "accepted"),
                "QUALITY_ASSURANCE",
                "AUTHORITY");
        story.send("qc-visit", visit("V-1", DAY.plusDays(11), "critical", "place", story.place(FIELD)));
        story.send("qc-visit", visit("V-2", DAY.plusDays(11), "major", "place", story.place(FIELD)));

        var handover = story.handover("P-1", DAY.plusDays(12), FIELD);

        assertThatThrownBy(() -> story.send("handover", handover, "AUTHORITY", "RECIPIENT"))
                .hasMessageContaining("CORRECTIVE_ACTION_COMES_FIRST");
        assertThat(history(place(FIELD, 0), DAY.plusDays(12)).visits())
                .extracting(QualityVisit::number)
                .containsExactly("V-1", "V-2");
        assertThat(history(place(FAR, 0), DAY.plusDays(12)).visits()).isEmpty();
    }

    @Test
    void aVisitThatNamesOnlyTheHazardousAreaIsAboutAllOfIt() {
        completed("1", FIELD);
        story.send("qc-visit", visit("V-1", DAY.plusDays(8), "critical", "hazard_code", "H-1"));

        assertThat(story.tried(
                        "sampling",
                        story.sampling("L-1", "MOD", DAY.plusDays(10), "C-1", "accepted"),
                        "QUALITY_ASSURANCE",
                        "AUTHORITY"))
                .isFalse();
    }

    @Test
    void whatIsCriticalNamesItsGround() {
        var sent = story.send("qc-visit", visit("V-1", DAY, "critical"));

        assertThat(sent.findings())
                .extracting(finding -> finding.figures().get("rule"))
                .containsExactly("CRITICAL_VISIT_NAMES_ITS_GROUND");
    }

    @Test
    void correctiveActionIsOpenUntilTheDayOnWhichItIsDone() {
        story.send("qc-visit", visit("V-1", DAY, "minor", "due_on", DAY.plusDays(5)));
        story.send("qc-visit", visit("V-2", DAY, "observation"));
        story.send("qc-visit", visit("V-3", DAY, "major", "done_on", DAY.plusDays(3)));

        assertThat(visits(DAY.plusDays(2), true))
                .extracting(QualityVisit::number)
                .containsExactly("V-1", "V-3");
        assertThat(visits(DAY.plusDays(3), true))
                .extracting(QualityVisit::number)
                .containsExactly("V-1");
        assertThat(visits(DAY.plusDays(6), true))
                .singleElement()
                .satisfies(visit -> assertThat(visit.overdueOn(DAY.plusDays(6))).isTrue());
        assertThat(visits(DAY.minusDays(1), false)).isEmpty();
    }

    // ---- waiting ------------------------------------------------------------------------------------------------

    private List<OverdueGround> overdue(LocalDate day, Instant knownAt) {
        return land.application().store().read(transaction -> new OverdueLand(transaction, parameters())
                .list(day, knownAt));
    }

    @Test
    void groundThatWaitsLongerThanThePackAllowsIsListed() {
        completed("1", FIELD);
        var since = DAY.plusDays(9);

        assertThat(overdue(since.plusDays(30), story.now())).isEmpty();
        assertThat(overdue(since.plusDays(31), story.now())).allSatisfy(ground -> {
            assertThat(ground.state()).isEqualTo(LandState.CLEARED_PENDING_QC);
            assertThat(ground.organisation()).isEqualTo("MOD");
            assertThat(ground.days()).isEqualTo(31);
            assertThat(ground.allowedDays()).isEqualTo(30);
        });
        assertThat(overdue(since.plusDays(31), story.now()).stream()
                        .mapToLong(ground -> ground.squareMetres().value())
                        .sum())
                .isEqualTo(story.number("select sum(area_m2) from land_pieces where known_to_ms is null"
                        + " and state = 'CLEARED_PENDING_QC'"));
    }

    @Test
    void aTaskThatStatesNoDepthMeansTheNationalOne() {
        story.send("hazard", story.suspected("N-1", "MOD", DAY, FIELD, "H-1"));
        story.send("task", story.task("T-1", "MOD", DAY.plusDays(1), FIELD, "manual"));
        var shallow = new LinkedHashMap<>(story.completion("C-1", "MOD", DAY.plusDays(9), FIELD));
        shallow.put("depth_cm", 10);

        var sent = story.send("completion", shallow);

        assertThat(sent.findings())
                .filteredOn(finding -> finding.code() == FindingCode.DEPTH_LESS_THAN_TASKED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures())
                        .containsEntry("required", "20")
                        .containsEntry("achieved", "10"));
    }
}
