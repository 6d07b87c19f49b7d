// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandBalance;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.ReconciliationCase;
import org.clearground.land.store.LandBalances;
import org.clearground.land.store.LandHistories;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ImportResult;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens to ground on a field across the border of two districts, told report by report. Outlines are rectangles on
 * a grid of metres.
 */
final class LandStory {

    static final ReportingPeriod YEAR = new ReportingPeriod(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Exampleland land;
    private final Coordinate origin;
    private int files;

    LandStory(Exampleland land) {
        this.land = land;
        this.origin = onTheBorder();
    }

    /** Five hundred metres west and south of a point of the border between Aghdam and Fuzuli. */
    private Coordinate onTheBorder() {
        var places = land.application().store().read(PlaceRegister::gazetteer);
        var one = places.findDistrict("AZ-AGM").orElseThrow().shape().polygons();
        var other = places.findDistrict("AZ-FUZ").orElseThrow().shape().polygons();
        var here = one.getInteriorPoint().getCoordinate();
        var there = other.getInteriorPoint().getCoordinate();
        for (int i = 0; i < 40; i++) {
            var between = new Coordinate((here.x + there.x) / 2, (here.y + there.y) / 2);
            if (one.contains(one.getFactory().createPoint(between))) {
                here = between;
            } else {
                there = between;
            }
        }
        return new Coordinate(here.x - 500 / metresEast(here.y), here.y - 500 / 111_000.0);
    }

    private static double metresEast(double latitude) {
        return 111_320 * Math.cos(Math.toRadians(latitude));
    }

    private String longitude(double east) {
        return String.format(Locale.ROOT, "%.8f", origin.x + east / metresEast(origin.y));
    }

    private String latitude(double north) {
        return String.format(Locale.ROOT, "%.8f", origin.y + north / 111_000.0);
    }

    /** A rectangle, from its south-western corner. */
    record Rectangle(int east, int north, int width, int height) {

        Rectangle moved(int metresEast) {
            return new Rectangle(east + metresEast, north, width, height);
        }
    }

    String outline(Rectangle ground) {
        var west = longitude(ground.east());
        var east = longitude(ground.east() + ground.width());
        var south = latitude(ground.north());
        var north = latitude(ground.north() + ground.height());
        return "POLYGON ((" + west + " " + south + ", " + east + " " + south + ", " + east + " " + north + ", " + west
                + " " + north + ", " + west + " " + south + "))";
    }

    String place(Rectangle ground) {
        return latitude(ground.north() + ground.height() / 2.0) + " " + longitude(ground.east() + ground.width() / 2.0);
    }

    /** A report with its answers, question and answer in turn. */
    Map<String, Object> report(String number, String organisation, Object... answers) {
        var report = new LinkedHashMap<String, Object>();
        report.put("report_no", number);
        report.put("organisation", organisation);
        for (int i = 0; i < answers.length; i += 2) {
            report.put((String) answers[i], answers[i + 1]);
        }
        return report;
    }

    Map<String, Object> suspected(String number, String organisation, LocalDate day, Rectangle ground, String hazard) {
        return report(
                number,
                organisation,
                "survey_type",
                "non_technical_survey",
                "surveyed_on",
                day,
                "outcome",
                "suspected",
                "hazard_code",
                hazard,
                "eo_category",
                "AP_BLAST",
                "ground",
                outline(ground),
                "evidence",
                List.of(Map.of("evidence_no", "E1", "evidence_kind", "fragments", "directness", "indirect")));
    }

    Map<String, Object> confirmed(String number, String organisation, LocalDate day, Rectangle ground, String hazard) {
        var report = suspected(number, organisation, day, ground, hazard);
        report.put("survey_type", "technical_survey");
        report.put("outcome", "confirmed");
        report.put(
                "evidence",
                List.of(Map.of(
                        "evidence_no",
                        "D1",
                        "evidence_kind",
                        "eo_seen",
                        "directness",
                        "direct",
                        "evidence_point",
                        place(ground))));
        return report;
    }

    Map<String, Object> cancelled(String number, String organisation, LocalDate day, Rectangle ground) {
        return report(
                number,
                organisation,
                "survey_type",
                "non_technical_survey",
                "surveyed_on",
                day,
                "outcome",
                "cancelled",
                "ground",
                outline(ground),
                "interviews",
                "yes",
                "records_checked",
                "yes",
                "imagery_checked",
                "yes",
                "use_history_checked",
                "yes");
    }

    Map<String, Object> reduced(String number, String organisation, LocalDate day, Rectangle ground) {
        return report(
                number,
                organisation,
                "survey_type",
                "technical_survey",
                "surveyed_on",
                day,
                "outcome",
                "reduced",
                "ground",
                outline(ground),
                "coverage_percent",
                "30",
                "method",
                "manual",
                "depth_cm",
                20,
                "stopping_rule",
                "lanes every 10 m without a find");
    }

    Map<String, Object> task(String number, String organisation, LocalDate day, Rectangle ground, String method) {
        return report(
                number,
                organisation,
                "issued_on",
                day,
                "activity_type",
                "manual_clearance",
                "ground",
                outline(ground),
                "method",
                method,
                "purpose",
                "agriculture");
    }

    Map<String, Object> accreditation(
            String number, String organisation, String status, LocalDate from, LocalDate lastDay) {
        return report(
                number,
                organisation,
                "phase",
                "operational",
                "status",
                status,
                "valid_from",
                from,
                "valid_to",
                lastDay,
                "reason",
                "as decided",
                "activity_types",
                List.of(Map.of("activity_type", "manual_clearance")));
    }

    /** Accredits bodies for manual clearance for as long as any story lasts. */
    LandStory accredited(List<String> bodies) {
        send(
                "accreditation",
                bodies.stream()
                        .map(body -> accreditation(
                                "A-1", body, "granted", LocalDate.of(2023, 1, 1), LocalDate.of(2030, 12, 31)))
                        .toList());
        return this;
    }

    Map<String, Object> flag(String number, String flag, String action, LocalDate day, Rectangle ground) {
        return report(
                number,
                "ANAMA",
                "flag",
                flag,
                "action",
                action,
                "flagged_on",
                day,
                "reason",
                "the river is high",
                "ground",
                outline(ground));
    }

    Map<String, Object> completion(String number, String organisation, LocalDate day, Rectangle ground) {
        return report(
                number,
                organisation,
                "activity_type",
                "manual_clearance",
                "period_from",
                day.minusDays(3),
                "period_to",
                day,
                "depth_cm",
                20,
                "ground",
                outline(ground),
                "full_coverage",
                "yes",
                "internal_qa",
                "yes");
    }

    Map<String, Object> sampling(String number, String inspected, LocalDate day, String completions, String decision) {
        return report(
                number,
                "ANAMA",
                "inspected",
                inspected,
                "inspected_on",
                day,
                "completions",
                completions,
                "items_found",
                0,
                "decision",
                decision,
                "corrective_action",
                "search the lot again");
    }

    Map<String, Object> handover(String number, LocalDate day, Rectangle ground) {
        return report(
                number,
                "ANAMA",
                "handed_over_on",
                day,
                "recipient",
                "Municipality",
                "ground",
                outline(ground),
                "residual_risk",
                "Deeper than 20 cm was not searched.",
                "community_informed",
                "yes");
    }

    Map<String, Object> reopening(String number, LocalDate day, Rectangle ground) {
        return report(
                number,
                "ANAMA",
                "happened_on",
                day,
                "cause",
                "find",
                "place",
                place(ground),
                "ground",
                outline(ground),
                "description",
                "found while ploughing");
    }

    Map<String, Object> worked(String number, String organisation, LocalDate day, Rectangle ground) {
        return report(
                number,
                organisation,
                "activity_type",
                "manual_clearance",
                "period_from",
                day,
                "period_to",
                day,
                "district",
                ground.north() < 500 ? "AZ-FUZ" : "AZ-AGM",
                "worked_ground",
                outline(ground));
    }

    Map<String, Object> releasedEarlier(String number, String organisation, LocalDate day, Rectangle ground) {
        return report(
                number,
                organisation,
                "released_on",
                day,
                "release",
                "cleared",
                "depth_cm",
                20,
                "source",
                "older books",
                "ground",
                outline(ground));
    }

    // ---- sending and deciding ---------------------------------------------------------------------------------

    /** Sends a report in; whoever may decide alone does so at once. */
    ImportResult send(String form, Map<String, Object> report) {
        return send(form, List.of(report));
    }

    ImportResult send(String form, List<Map<String, Object>> reports) {
        return send(form, reports, true);
    }

    ImportResult send(String form, List<Map<String, Object>> reports, boolean approve) {
        var texts = new ArrayList<Map<String, Object>>();
        for (var report : reports) {
            var text = new LinkedHashMap<String, Object>(report);
            text.replaceAll((question, answer) -> answer instanceof LocalDate ? answer.toString() : answer);
            texts.add(text);
        }
        var file = land.file(form + "-" + ++files + ".json", JSON.writeValueAsString(texts));
        return land.importFile(file, form, approve);
    }

    /** Sends a report in and has it signed in these offices, each by another person. */
    ImportResult send(String form, Map<String, Object> report, String... offices) {
        var sent = send(form, report);
        var waiting = idsOf(sent, ReportStatus.PENDING);
        if (sent.blocked() == 0 && !waiting.isEmpty()) {
            for (int i = 0; i < offices.length; i++) {
                sign(waiting.get(0), "officer " + i, offices[i]);
            }
        }
        return sent;
    }

    void sign(ReportId report, String person, String office) {
        land.application().decisions().decide(Decision.APPROVE, List.of(report), null, new Decider(person, office));
    }

    /** As {@link #send}, where the ground may not allow it; false if it does not. */
    boolean tried(String form, Map<String, Object> report, String... offices) {
        try {
            var sent = send(form, report, offices);
            return sent.blocked() == 0 && idsOf(sent, ReportStatus.PENDING).isEmpty();
        } catch (ProblemException | RefusedReportException refused) {
            return false;
        }
    }

    void withdraw(ReportId report) {
        land.application()
                .decisions()
                .decide(Decision.WITHDRAW, List.of(report), "a mistake", new Decider("reviewer", null));
    }

    ReportId idOf(ImportResult sent) {
        return land.application()
                .store()
                .read(transaction -> new ReportQueries(transaction).list(null, sent.submission(), 0, 10))
                .get(0)
                .id();
    }

    List<ReportId> idsOf(ImportResult sent, ReportStatus status) {
        return land
                .application()
                .store()
                .read(transaction -> new ReportQueries(transaction).list(status, sent.submission(), 0, 100))
                .stream()
                .map(ReportQueries.Summary::id)
                .toList();
    }

    // ---- asking -----------------------------------------------------------------------------------------------

    LandBalance balance(ReportingPeriod period, Instant knownAt, Dimension dimension) {
        return land.application().store().read(transaction -> new LandBalances(transaction)
                .balance(period, knownAt, dimension));
    }

    LandBalance balance() {
        return balance(YEAR, land.application().clock().instant(), Dimension.NONE);
    }

    List<ReconciliationCase> cases(boolean settled) {
        return land.application().store().read(transaction -> new LandHistories(transaction)
                .cases(settled, false, 100));
    }

    /** Each piece with its state, as of a day and a moment. */
    List<String> pieces(AsOf asOf) {
        return land
                .application()
                .store()
                .read(transaction -> new LandHistories(transaction).pieces(null, asOf))
                .stream()
                .map(piece -> piece.piece().key() + " " + piece.piece().area().value() + " m² in "
                        + piece.piece().district() + ": " + piece.status() + " by "
                        + piece.events().stream()
                                .map(event -> event.claim().act() + " " + event.after() + " " + event.refusedBy())
                                .toList())
                .toList();
    }

    long number(String query) {
        return land.application()
                .store()
                .read(transaction ->
                        transaction.sql().sql(query).query(Long.class).single());
    }

    /** A moment after all that was recorded and before all that will be. */
    Instant now() {
        try {
            Thread.sleep(2);
            var now = land.application().clock().instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            Thread.sleep(2);
            return now;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
