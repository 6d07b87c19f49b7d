// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.commands.LandStory.Rectangle;
import org.clearground.errors.FindingCode;
import org.clearground.land.GroundAlert;
import org.clearground.land.store.Alerts;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ImportResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An accident or a find on released ground: it opens an alert by itself, freezes the lot, and is confirmed by operations. */
class AlertTest {

    private static final String QA = "QUALITY_ASSURANCE";
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final Rectangle WEST = new Rectangle(0, 600, 100, 100);
    private static final Rectangle EAST = WEST.moved(100);
    private static final Rectangle ELSEWHERE = WEST.moved(300);

    private final Exampleland land;
    private final LandStory story;

    AlertTest(@TempDir Path directory) {
        this.land = new Exampleland(directory);
        this.story = new LandStory(land).accredited(List.of("MOD"));
    }

    @AfterEach
    void close() {
        land.close();
    }

    /** Two fields searched by one team and inspected as one lot; the western one is handed over. */
    private void oneLotOfTwoFields() {
        cleared("W", WEST, "C-W");
        cleared("E", EAST, "C-E");
        story.send(
                "sampling",
                story.sampling("L-1", "MOD", DAY.plusDays(10), "C-W; C-E", "accepted"),
                "QUALITY_ASSURANCE",
                "AUTHORITY");
        story.send("handover", story.handover("P-W", DAY.plusDays(11), WEST), "AUTHORITY", "RECIPIENT");
    }

    private void cleared(String name, Rectangle field, String completion) {
        story.send("hazard", story.suspected("N-" + name, "MOD", DAY, field, "H-" + name));
        story.send("task", story.task("T-" + name, "MOD", DAY.plusDays(1), field, "manual"));
        story.send("completion", story.completion(completion, "MOD", DAY.plusDays(9), field));
    }

    private ImportResult found(String number, LocalDate day, Rectangle field) {
        var work = new LinkedHashMap<>(story.worked(number, "COMPANY-1", day, field));
        work.put("finds", List.of(Map.of("category", "AP_BLAST", "quantity", 1, "point", story.place(field))));
        return story.send("progress", work);
    }

    private List<GroundAlert> alerts(Alerts.Asked asked) {
        return land.application().store().read(transaction -> new Alerts(transaction).list(asked, story.now()));
    }

    private GroundAlert close(GroundAlert alert) {
        return land.application()
                .alertDecisions()
                .close(alert.code(), "detector out of order on one day; all its lanes searched again", "Q", QA);
    }

    private long square(String state) {
        return story.number("select coalesce(sum(area_m2), 0) from land_pieces where known_to_ms is null and state = '"
                + state + "'");
    }

    @Test
    void aFindOnReleasedGroundOpensAnAlertWhenItsReportIsApproved() {
        oneLotOfTwoFields();

        var sent = found("W-1", DAY.plusDays(30), WEST);

        assertThat(sent.findingCounts()).containsEntry(FindingCode.FOUND_ON_RELEASED_GROUND, 1L);
        assertThat(alerts(Alerts.Asked.OPEN)).singleElement().satisfies(alert -> {
            assertThat(alert.cause()).isEqualTo(GroundAlert.Cause.FIND);
            assertThat(alert.hazard()).isEqualTo("H-W");
            assertThat(alert.releasedBy()).isEqualTo("MOD");
            assertThat(alert.organisation()).isEqualTo("COMPANY-1");
            assertThat(alert.lot()).hasSize(2);
        });
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void whatWasFoundBeforeTheGroundWasReleasedIsNoAlert() {
        oneLotOfTwoFields();

        found("W-1", DAY.plusDays(5), WEST);

        assertThat(alerts(Alerts.Asked.OPEN)).isEmpty();
    }

    @Test
    void aFrozenLotIsNotHandedOverUntilQualityAssuranceClosesTheAlert() {
        oneLotOfTwoFields();
        found("W-1", DAY.plusDays(30), WEST);

        var refused = story.send("handover", story.handover("P-E", DAY.plusDays(31), EAST));
        assertThat(refused.blocked()).isEqualTo(1);
        assertThat(refused.findings())
                .extracting(finding -> finding.figures().get("rule"))
                .contains("FROZEN_LOT_WAITS");

        close(alerts(Alerts.Asked.OPEN).get(0));

        assertThat(alerts(Alerts.Asked.OPEN)).isEmpty();
        assertThat(alerts(Alerts.Asked.CLOSED)).hasSize(1);
        var handedOver =
                story.send("handover", story.handover("P-E2", DAY.plusDays(32), EAST), "AUTHORITY", "RECIPIENT");
        assertThat(handedOver.blocked()).isZero();
        assertThat(square("RELEASED")).isGreaterThan(19_000);
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void aHandoverThatWaitedForItsSecondSignatureIsRefusedOnceTheLotIsFrozen() {
        oneLotOfTwoFields();
        var waiting = story.send("handover", story.handover("P-E", DAY.plusDays(31), EAST), "AUTHORITY");
        found("W-1", DAY.plusDays(30), WEST);

        var report = story.idsOf(waiting, ReportStatus.PENDING).get(0);

        assertThatThrownBy(() -> story.sign(report, "officer 2", "RECIPIENT"))
                .isInstanceOf(RefusedReportException.class)
                .hasMessageContaining("FROZEN_LOT_WAITS");
        close(alerts(Alerts.Asked.OPEN).get(0));
        story.sign(report, "officer 2", "RECIPIENT");
        assertThat(square("RELEASED")).isGreaterThan(19_000);
    }

    @Test
    void otherLotsGoOn() {
        oneLotOfTwoFields();
        cleared("X", ELSEWHERE, "C-X");
        found("W-1", DAY.plusDays(30), WEST);

        var lot = story.send(
                "sampling",
                story.sampling("L-2", "MOD", DAY.plusDays(31), "C-X", "accepted"),
                "QUALITY_ASSURANCE",
                "AUTHORITY");

        assertThat(lot.blocked()).isZero();
        assertThat(story.send("handover", story.handover("P-X", DAY.plusDays(32), ELSEWHERE), "AUTHORITY", "RECIPIENT")
                        .blocked())
                .isZero();
    }

    @Test
    void operationsConfirmByReopeningAndTheEventIsNotToldTwice() {
        oneLotOfTwoFields();
        found("W-1", DAY.plusDays(30), WEST);
        long released = square("RELEASED");

        story.send("reopening", story.reopening("R-1", DAY.plusDays(30), WEST));

        assertThat(alerts(Alerts.Asked.OPEN)).hasSize(1);
        assertThat(square("REOPENED")).isEqualTo(released);
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void anAccidentReportedAsReopeningFreezesTheLotToo() {
        oneLotOfTwoFields();
        var accident = new LinkedHashMap<>(story.reopening("R-1", DAY.plusDays(40), WEST));
        accident.put("cause", "accident");

        story.send("reopening", accident);

        assertThat(alerts(Alerts.Asked.OPEN)).singleElement().satisfies(alert -> assertThat(alert.cause())
                .isEqualTo(GroundAlert.Cause.ACCIDENT));
        assertThat(story.send("handover", story.handover("P-E", DAY.plusDays(41), EAST))
                        .blocked())
                .isEqualTo(1);
    }

    @Test
    void aNewRecordReopensWithoutAnAlert() {
        oneLotOfTwoFields();
        var turnedUp = new LinkedHashMap<>(story.reopening("R-1", DAY.plusDays(40), WEST));
        turnedUp.put("cause", "record");

        story.send("reopening", turnedUp);

        assertThat(alerts(Alerts.Asked.OPEN)).isEmpty();
        assertThat(square("REOPENED")).isPositive();
    }

    @Test
    void anAlertGoesWithTheReportThatToldOfIt() {
        oneLotOfTwoFields();
        var sent = found("W-1", DAY.plusDays(30), WEST);
        var before = story.now();

        story.withdraw(story.idOf(sent));

        assertThat(alerts(Alerts.Asked.OPEN)).isEmpty();
        assertThat(land.application().store().<List<GroundAlert>>read(transaction -> new Alerts(transaction)
                        .list(Alerts.Asked.OPEN, before)))
                .as("as known then")
                .hasSize(1);
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void onlyQualityAssuranceClosesAnAlertAndOnlyOnce() {
        oneLotOfTwoFields();
        found("W-1", DAY.plusDays(30), WEST);
        var code = alerts(Alerts.Asked.OPEN).get(0).code();
        var decisions = land.application().alertDecisions();

        assertThatThrownBy(() -> decisions.close(code, "seen to", "somebody", "OPERATIONS"))
                .hasMessageContaining("DECIDED_BY_ITS_OFFICE");
        assertThatThrownBy(() -> decisions.close(code, " ", "somebody", QA)).hasMessageContaining("--conclusion");
        assertThatThrownBy(() -> decisions.close("A-00000000-1", "seen to", "somebody", QA))
                .hasMessageContaining("there is no alert");
        assertThat(alerts(Alerts.Asked.OPEN)).hasSize(1);

        decisions.close(code, "seen to", "somebody", QA);

        assertThatThrownBy(() -> decisions.close(code, "seen to", "somebody", QA))
                .hasMessageContaining("closed already");
    }
}
