// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.clearground.reports.ReportId;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.ExampleSite;

/** The way of some ground from suspicion to handover, on a grid of about a hundred metres. Everything is invented. */
public final class LandStory {

    /** A name that tries to be a programme. */
    public static final String HOSTILE = "<script>alert(1)</script>";

    private static final double SOUTH = 40.02;
    private static final double WEST = 46.95;
    private static final double STEP = 0.001;

    private final ExampleSite site;
    private final Path directory;

    public LandStory(ExampleSite site, Path directory) {
        this.site = site;
        this.directory = directory;
    }

    /** A rectangle, in steps from the south-west corner. */
    static String ground(double fromEast, double fromNorth, double toEast, double toNorth) {
        return String.format(
                Locale.ROOT,
                "POLYGON ((%1$.6f %2$.6f, %3$.6f %2$.6f, %3$.6f %4$.6f, %1$.6f %4$.6f, %1$.6f %2$.6f))",
                WEST + fromEast * STEP,
                SOUTH + fromNorth * STEP,
                WEST + toEast * STEP,
                SOUTH + toNorth * STEP);
    }

    void send(String form, String number, boolean approve, String answers) {
        try {
            var file = Files.writeString(
                    directory.resolve(form + "-" + Integer.toHexString(number.hashCode()) + ".json"),
                    "[{\"report_no\": \"" + number + "\", " + answers + "}]");
            site.application()
                    .reportImport()
                    .run(
                            new ImportRequest(file, form, null, Mapping.NONE, false, approve, "test"),
                            site.application().country(),
                            count -> {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The last report of a number. */
    ReportId id(String number) {
        return site.application().store().read(transaction -> new ReportQueries(transaction)
                .list(null, null, 0, 1_000).stream()
                        .filter(report -> number.equals(report.number()))
                        .max(Comparator.comparing(ReportQueries.Summary::readAt))
                        .orElseThrow()
                        .id());
    }

    public void decide(Decision decision, String number, String person, String office) {
        site.application()
                .decisions()
                .decide(
                        decision,
                        List.of(id(number)),
                        decision == Decision.APPROVE ? null : "entered by mistake",
                        new ReportDecisions.Decider(person, office));
    }

    private void sign(String number, String person, String office) {
        decide(Decision.APPROVE, number, person, office);
    }

    private void hazard(String number, String organisation, String code, String outcome, String day, String rest) {
        send(
                "hazard",
                number,
                !outcome.equals("cancelled"),
                "\"organisation\": \"" + organisation + "\", \"surveyed_on\": \"" + day + "\", \"outcome\": \""
                        + outcome + "\", \"hazard_code\": \"" + code + "\", \"eo_category\": \"AP_BLAST\", " + rest);
    }

    /** Suspected in January, partly confirmed in February, partly cancelled in March; another body claims a corner. */
    public LandStory survey() {
        hazard(
                "N-1",
                "ANAMA",
                "AGD-001",
                "suspected",
                "2024-01-10",
                "\"survey_type\": \"non_technical_survey\", \"purpose\": \"agriculture\", \"ground\": \""
                        + ground(0, 0, 10, 7)
                        + "\", \"evidence\": [{\"evidence_no\": \"E1\", \"evidence_kind\": \"fragments\", \"directness\":"
                        + " \"indirect\", \"description\": \"<b>fragments</b> on the path\"}]");
        hazard(
                HOSTILE,
                "MOD",
                "MOD-7",
                "suspected",
                "2024-01-20",
                "\"survey_type\": \"non_technical_survey\", \"ground\": \"" + ground(8, 5, 12, 9)
                        + "\", \"evidence\": [{\"evidence_no\": \"E1\", \"evidence_kind\": \"fragments\", \"directness\":"
                        + " \"indirect\"}]");
        hazard(
                "N-2",
                "ANAMA",
                "AGD-002",
                "confirmed",
                "2024-02-01",
                "\"survey_type\": \"technical_survey\", \"ground\": \"" + ground(2, 1, 5, 4)
                        + "\", \"evidence\": [{\"evidence_no\": \"D1\", \"evidence_kind\": \"eo_seen\", \"directness\":"
                        + " \"direct\", \"evidence_point\": \"40.0215 46.9525\"}]");
        hazard(
                "N-3",
                "ANAMA",
                "AGD-001",
                "cancelled",
                "2024-03-01",
                "\"survey_type\": \"non_technical_survey\", \"ground\": \"" + ground(0, 5, 4, 7)
                        + "\", \"interviews\": \"yes\", \"records_checked\": \"yes\", \"imagery_checked\": \"yes\","
                        + " \"use_history_checked\": \"yes\"");
        sign("N-3", "Aysel", "AUTHORITY");
        sign("N-3", "Orkhan", "AUTHORITY");
        return this;
    }

    /** Tasked, completed and accepted in April. */
    public LandStory clearance() {
        completion().sampling();
        sign("LOT-1", "Nigar", "QUALITY_ASSURANCE");
        sign("LOT-1", "Aysel", "AUTHORITY");
        return this;
    }

    /** Tasked and reported complete. */
    LandStory completion() {
        send(
                "accreditation",
                "A-1",
                true,
                "\"organisation\": \"ANAMA\", \"phase\": \"operational\", \"status\": \"granted\", \"valid_from\":"
                        + " \"2024-01-01\", \"valid_to\": \"2024-12-31\", \"activity_types\": [{\"activity_type\":"
                        + " \"manual_clearance\"}]");
        send(
                "task",
                "T-1",
                true,
                "\"organisation\": \"ANAMA\", \"issued_on\": \"2024-03-10\", \"activity_type\": \"manual_clearance\","
                        + " \"hazard_code\": \"AGD-002\", \"depth_cm\": 20, \"ground\": \"" + ground(2, 1, 5, 4)
                        + "\"");
        send(
                "progress",
                "D-1",
                true,
                "\"organisation\": \"ANAMA\", \"team\": \"T1\", \"activity_type\": \"manual_clearance\", \"period_from\":"
                        + " \"2024-03-20\", \"period_to\": \"2024-03-20\", \"district\": \"AZ-AGM\","
                        + " \"declared_area_ha\": \"1\", \"worked_ground\": \"" + ground(2, 1, 3, 2)
                        + "\", \"finds\": [{\"category\": \"AP_BLAST\", \"model\": \"PMN-2\", \"quantity\": 3,"
                        + " \"found_on\": \"2024-03-20\", \"point\": \"40.0215 46.9525\"}]");
        send(
                "completion",
                "C-1",
                true,
                "\"organisation\": \"ANAMA\", \"task\": \"T-1\", \"activity_type\": \"manual_clearance\","
                        + " \"period_from\": \"2024-03-11\", \"period_to\": \"2024-04-20\", \"depth_cm\": 20,"
                        + " \"reference_point\": \"40.0195 46.9515\", \"benchmark\": \"40.0209 46.9519\","
                        + " \"full_coverage\": \"yes\", \"internal_qa\": \"yes\", \"declared_area_ha\": \"5.7\","
                        + " \"ground\": \"" + ground(2, 1, 5, 3) + "\"");
        return this;
    }

    /** An inspection that waits for its signatures. */
    LandStory sampling() {
        send(
                "sampling",
                "LOT-1",
                false,
                "\"organisation\": \"ANAMA\", \"inspected\": \"ANAMA\", \"inspected_on\": \"2024-04-25\","
                        + " \"completions\": \"C-1\", \"items_found\": 0, \"accept_number\": 0, \"sampled_area_m2\": 5700,"
                        + " \"detection_probability\": \"0.9\", \"decision\": \"accepted\"");
        return this;
    }

    /** Handed over in May. */
    public LandStory handover() {
        send(
                "handover",
                "H-1",
                false,
                "\"organisation\": \"ANAMA\", \"handed_over_on\": \"2024-05-10\", \"recipient\": \"Municipality of"
                        + " Exampletown\", \"completions\": \"C-1\", \"residual_risk\": \"Deeper than 20 cm was not"
                        + " searched.\", \"restrictions\": \"No digging below 20 cm\", \"markers\": \"Posts at every"
                        + " turning point\", \"community_informed\": \"yes\"");
        sign("H-1", "Aysel", "AUTHORITY");
        sign("H-1", "Rashad", "RECIPIENT");
        return this;
    }

    /** Ordnance is reported from the ground in July; nobody has reopened it yet. */
    LandStory findLater() {
        send(
                "progress",
                "D-9",
                true,
                "\"organisation\": \"ANAMA\", \"team\": \"T1\", \"activity_type\": \"manual_clearance\", \"period_from\":"
                        + " \"2024-07-02\", \"period_to\": \"2024-07-02\", \"district\": \"AZ-AGM\","
                        + " \"declared_area_ha\": \"0.1\", \"finds\": [{\"category\": \"AP_BLAST\", \"model\": \"PMN-9\","
                        + " \"quantity\": 1, \"found_on\": \"2024-07-02\", \"point\": \"40.0225 46.9535\"}]");
        return this;
    }

    /** A mine is found there in June. */
    LandStory reopening(boolean approve) {
        send(
                "reopening",
                "R-1",
                approve,
                "\"organisation\": \"ANAMA\", \"happened_on\": \"2024-06-01\", \"cause\": \"find\", \"place\":"
                        + " \"40.0225 46.9545\", \"ground\": \"" + ground(4, 2, 5, 3)
                        + "\", \"description\": \"found while ploughing\"");
        return this;
    }
}
