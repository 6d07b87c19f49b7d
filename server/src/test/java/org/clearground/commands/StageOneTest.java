// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearground.accreditation.AccreditationStatus;
import org.clearground.accreditation.Accreditations.Standing;
import org.clearground.accreditation.store.AccreditationRows;
import org.clearground.commands.LandStory.Rectangle;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.land.GroundHistory.Event;
import org.clearground.land.LandActKind;
import org.clearground.land.store.LandHistories;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ImportResult;
import org.clearground.time.AsOf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be tasked, and what is told of work by bodies that were not accredited. */
class StageOneTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    private static final Rectangle FIELD = new Rectangle(0, 600, 200, 100);

    private final Exampleland land;
    private final LandStory story;

    StageOneTest(@TempDir Path directory) {
        this.land = new Exampleland(directory);
        this.story = new LandStory(land);
        story.send("hazard", story.suspected("N-1", "ANAMA", NEW_YEAR, FIELD, "H-1"));
    }

    @AfterEach
    void close() {
        land.close();
    }

    private ImportResult accreditation(String number, String status, LocalDate from, LocalDate lastDay) {
        return story.send("accreditation", story.accreditation(number, "MOD", status, from, lastDay));
    }

    private ImportResult task(LocalDate day) {
        return story.send("task", story.task("T-1", "MOD", day, FIELD, "manual"));
    }

    private List<Standing> standings(LocalDate day, Instant knownAt) {
        return land.application()
                .store()
                .read(transaction -> new AccreditationRows(transaction).knownAt(knownAt))
                .list(day, null);
    }

    @Test
    void aTaskNeedsAccreditation() {
        var sent = task(NEW_YEAR.plusDays(9));

        assertThat(sent.approved()).isZero();
        assertThat(sent.blocked()).isZero();
        assertThat(sent.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.NOT_ACCREDITED);
            assertThat(finding.figures())
                    .containsEntry("rule", "TASK_NEEDS_ACCREDITATION")
                    .containsEntry("organisation", "MOD");
        });
        assertThatThrownBy(() -> story.sign(story.idOf(sent), "officer", "OPERATIONS"))
                .isInstanceOf(RefusedReportException.class)
                .hasMessageContaining("TASK_NEEDS_ACCREDITATION");
        assertThat(story.number("select count(*) from land_acts where kind = 'TASK_ISSUED'"))
                .isZero();
    }

    @Test
    void aTaskThatCameTooEarlyIsApprovedOnceItsBodyIsAccredited() {
        var sent = task(NEW_YEAR.plusDays(9));
        accreditation("A-1", "granted", NEW_YEAR, NEW_YEAR.plusDays(200));
        story.sign(story.idOf(sent), "officer", "OPERATIONS");

        assertThat(story.number("select count(*) from land_acts where kind = 'TASK_ISSUED'"))
                .isEqualTo(1);
    }

    @Test
    void theDayOfIssueDecides() {
        accreditation("A-1", "granted", NEW_YEAR.plusDays(10), NEW_YEAR.plusDays(200));

        assertThat(task(NEW_YEAR.plusDays(9)).approved()).isZero();
        assertThat(story.send("task", story.task("T-2", "MOD", NEW_YEAR.plusDays(10), FIELD, "manual"))
                        .approved())
                .isEqualTo(1);
    }

    @Test
    void aCorrectedTaskNeedsAccreditationToo() {
        accreditation("A-1", "granted", NEW_YEAR.plusDays(10), NEW_YEAR.plusDays(200));
        task(NEW_YEAR.plusDays(12));
        var corrected = task(NEW_YEAR.plusDays(5));

        assertThat(corrected.findingCounts()).containsKeys(FindingCode.CORRECTS_REPORT, FindingCode.NOT_ACCREDITED);
        assertThat(corrected.approved()).isZero();
        assertThatThrownBy(() -> story.sign(story.idOf(corrected), "officer", "OPERATIONS"))
                .hasMessageContaining("TASK_NEEDS_ACCREDITATION");
    }

    @Test
    void aTaskToSurveyNeedsNone() {
        var survey = story.task("T-1", "MOD", NEW_YEAR.plusDays(9), FIELD, "manual");
        survey.put("activity_type", "technical_survey");

        assertThat(story.send("task", survey).findingCounts()).doesNotContainKey(FindingCode.NOT_ACCREDITED);
    }

    @Test
    void aCompletionAfterASuspensionDuringTheWorkIsTold() {
        accreditation("A-1", "granted", NEW_YEAR, NEW_YEAR.plusDays(200));
        task(NEW_YEAR.plusDays(9));
        accreditation("S-1", "suspended", NEW_YEAR.plusDays(18), NEW_YEAR.plusDays(19));
        var sent = story.send("completion", story.completion("C-1", "MOD", NEW_YEAR.plusDays(20), FIELD));

        assertThat(sent.approved()).isEqualTo(1);
        assertThat(sent.findings())
                .filteredOn(finding -> finding.code() == FindingCode.ACCREDITATION_INTERRUPTED)
                .singleElement()
                .extracting(Finding::figures)
                .satisfies(figures -> assertThat(figures)
                        .containsEntry("on", "2024-01-19")
                        .containsEntry("status", "SUSPENDED")
                        .containsEntry("number", "S-1"));
        assertThat(words(sent)).anyMatch(text -> text.contains("suspended (S-1)") && text.contains("Manual clearance"));
    }

    private List<String> words(ImportResult sent) {
        return land.application().store().read(transaction -> {
            var words = Application.words(transaction, "en");
            return sent.findings().stream().map(words::sentence).toList();
        });
    }

    @Test
    void theHistoryOfAPlaceShowsBothStages() {
        accreditation("A-1", "granted", NEW_YEAR, NEW_YEAR.plusDays(200));
        task(NEW_YEAR.plusDays(9));
        story.send("completion", story.completion("C-1", "MOD", NEW_YEAR.plusDays(20), FIELD));
        var events = land.application().store().read(transaction -> new LandHistories(transaction)
                .pieces(null, new AsOf(NEW_YEAR.plusDays(30), story.now()))
                .get(0)
                .events());

        assertThat(events)
                .filteredOn(event -> event.claim().kind() == LandActKind.SUSPECTED)
                .extracting(Event::stageOne)
                .containsOnlyNulls();
        assertThat(events)
                .filteredOn(event -> event.claim().kind() != LandActKind.SUSPECTED)
                .hasSize(2)
                .map(event -> Objects.requireNonNull(event.stageOne()))
                .allSatisfy(stageOne -> {
                    assertThat(stageOne.activityType()).isEqualTo("manual_clearance");
                    assertThat(stageOne.stood().granted()).isTrue();
                });
    }

    @Test
    void theRegisterIsAskedAsOfADayAndAMoment() {
        var before = story.now();
        accreditation("A-1", "granted", NEW_YEAR, NEW_YEAR.plusDays(100));
        var granted = story.now();
        var revocation = accreditation("R-1", "revoked", NEW_YEAR.plusDays(50), NEW_YEAR.plusDays(60));
        var revoked = story.now();
        story.withdraw(story.idOf(revocation));
        var day = NEW_YEAR.plusDays(70);

        assertThat(standings(day, before)).isEmpty();
        assertThat(standings(day, granted)).extracting(Standing::status).containsExactly(AccreditationStatus.GRANTED);
        assertThat(standings(day, revoked)).extracting(Standing::status).containsExactly(AccreditationStatus.REVOKED);
        assertThat(standings(day, story.now()))
                .extracting(Standing::status)
                .containsExactly(AccreditationStatus.GRANTED);
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
        land.application().rebuild().run();
        assertThat(standings(day, revoked)).extracting(Standing::status).containsExactly(AccreditationStatus.REVOKED);
    }

    @Test
    void aReportOfTheSameNumberCorrects() {
        accreditation("A-1", "granted", NEW_YEAR, NEW_YEAR.plusDays(100));
        accreditation("A-1", "granted", NEW_YEAR, NEW_YEAR.plusDays(10));

        assertThat(standings(NEW_YEAR.plusDays(11), story.now()))
                .extracting(Standing::status)
                .containsExactly(AccreditationStatus.EXPIRED);
    }

    @Test
    void anAccreditationSaysForWhatUntilWhenAndWhyItIsTakenAway() {
        var report = story.accreditation("A-1", "MOD", "revoked", NEW_YEAR, NEW_YEAR.minusDays(1));
        report.put("activity_types", List.of());
        report.remove("reason");
        var endless = story.accreditation("A-2", "MOD", "granted", NEW_YEAR, NEW_YEAR);
        endless.remove("valid_to");
        var sent = story.send("accreditation", List.of(report, endless));

        assertThat(sent.blocked()).isEqualTo(2);
        assertThat(sent.findingCounts())
                .containsAllEntriesOf(Map.of(FindingCode.MISSING_ANSWER, 3L, FindingCode.PERIOD_ENDS_BEFORE_START, 1L));
    }

    @Test
    void aFlagIsSaidBesideTheBalanceAndHoldsWorkUntilItIsLifted() {
        story.accredited(List.of("MOD"));
        task(NEW_YEAR.plusDays(9));
        long before = story.balance().total().total().closing();
        story.send("ground-flag", story.flag("F-1", "suspended", "raised", NEW_YEAR.plusDays(15), FIELD));
        var waits = story.send("completion", story.completion("C-1", "MOD", NEW_YEAR.plusDays(20), FIELD));

        assertThat(waits.findings())
                .filteredOn(finding -> finding.code() == FindingCode.NO_GROUND_CHANGES)
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures()).containsEntry("rule", "SUSPENDED_GROUND_WAITS"));
        assertThat(story.balance().total().total().closing()).isEqualTo(before);
        assertThat(story.number("select sum(m2) from land_posting where movement = 'SUSPENDED'"))
                .isEqualTo(before);
        assertThat(story.number("select count(*) from land_pieces where known_to_ms is null and flags = 'SUSPENDED'"))
                .isPositive();
        assertThat(story.cases(false)).isEmpty();

        story.send("ground-flag", story.flag("F-2", "suspended", "lifted", NEW_YEAR.plusDays(21), FIELD));
        var done = story.send("completion", story.completion("C-2", "MOD", NEW_YEAR.plusDays(25), FIELD));
        assertThat(done.approved()).isEqualTo(1);
        assertThat(story.number("select sum(m2) from land_posting where movement = 'SUSPENDED'"))
                .isZero();
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void whatBindsTheUsersOfLandIsLiftedByTwoPersons() {
        var raised = story.flag("F-1", "restricted_use", "raised", NEW_YEAR.plusDays(5), FIELD);
        raised.remove("ground");
        raised.put("hazard_code", "H-1");
        assertThat(story.send("ground-flag", raised).approved()).isEqualTo(1);
        var lifting =
                story.send("ground-flag", story.flag("F-2", "restricted_use", "lifted", NEW_YEAR.plusDays(6), FIELD));

        var waiting = new ArrayList<>(story.idsOf(lifting, ReportStatus.PENDING));
        assertThat(waiting).hasSize(1);
        story.sign(waiting.get(0), "one", "AUTHORITY");
        assertThat(story.number("select count(*) from land_pieces where known_to_ms is null and flags <> ''"))
                .isPositive();
        story.sign(waiting.get(0), "other", "AUTHORITY");
        assertThat(story.number("select count(*) from land_pieces where known_to_ms is null and flags <> ''"))
                .isZero();
    }

    @Test
    void aFlagNamesGroundOnRecord() {
        var nowhere = story.flag("F-1", "suspended", "raised", NEW_YEAR, new Rectangle(800, 800, 50, 50));
        var unknown = story.flag("F-2", "suspended", "raised", NEW_YEAR, FIELD);
        unknown.remove("ground");
        unknown.put("hazard_code", "H-77");
        var unnamed = story.flag("F-3", "suspended", "raised", NEW_YEAR, FIELD);
        unnamed.remove("ground");
        var until = story.flag("F-4", "suspended", "raised", NEW_YEAR.plusDays(3), FIELD);
        until.put("until", NEW_YEAR.plusDays(2));
        var sent = story.send("ground-flag", List.of(nowhere, unknown, unnamed, until));

        assertThat(sent.blocked()).isEqualTo(4);
        assertThat(sent.findingCounts())
                .containsKeys(
                        FindingCode.UNKNOWN_HAZARD,
                        FindingCode.LAND_RULE_BROKEN,
                        FindingCode.PERIOD_ENDS_BEFORE_START,
                        FindingCode.NO_GROUND_CHANGES);
    }
}
