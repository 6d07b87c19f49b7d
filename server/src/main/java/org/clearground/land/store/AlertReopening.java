// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.GroundAlert;
import org.clearground.land.LandReport;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.Country;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.TypedReports;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Confirms alerts: the register makes the report that operations would have written, and they sign it. */
public final class AlertReopening {

    private static final String DISTRICT = "district";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Store store;
    private final TypedReports reports;
    private final ReportDecisions decisions;
    private final AlertDecisions alerts;

    public AlertReopening(Store store, TypedReports reports, ReportDecisions decisions, AlertDecisions alerts) {
        this.store = store;
        this.reports = reports;
        this.decisions = decisions;
        this.alerts = alerts;
    }

    /**
     * Makes what was released together at the place of an alert hazardous again.
     *
     * @param description what happened, for the register
     * @param office in which the person decides, that of operations; null to take that of their account
     * @return the report that says so
     * @throws ProblemException if there is no such open alert, it is not theirs to confirm, or it was confirmed before
     * @throws org.clearground.reports.RefusedReportException if a rule refuses the report; it is kept, undecided
     */
    public synchronized ReportId reopen(String code, String description, String person, @Nullable String office) {
        if (description.isBlank()) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "say with --description what happened");
        }
        var alert = store.read(transaction -> {
            var found = alerts.get(transaction, new Sight.All(), code);
            alerts.require(transaction, AlertDecisions.Decision.REOPEN, found, person, office);
            var earlier = confirmedBy(transaction, found);
            if (!earlier.isEmpty()) {
                throw new ProblemException(
                        ProblemCode.CHANGED_MEANWHILE,
                        "alert " + found.code() + " was confirmed before, by report " + earlier.get(0)
                                + "; nothing was changed");
            }
            return found;
        });
        var report = reports.take(sent(reports.country(), alert, description), "alert " + alert.code());
        var stands = store.read(transaction -> new ReportQueries(transaction)
                .find(report)
                .map(detail -> detail.summary().status())
                .orElse(null));
        if (stands != ReportStatus.PENDING) {
            throw new ProblemException(
                    ProblemCode.CHANGED_MEANWHILE,
                    "alert " + alert.code() + " was confirmed in these words before; nothing was changed");
        }
        decisions.decide(
                ReportDecisions.Decision.APPROVE,
                List.of(report),
                null,
                new ReportDecisions.Decider(
                        person, AlertDecisions.Decision.REOPEN.office().name()));
        return report;
    }

    /** Reports that confirmed an alert and stand: the latest first. */
    public static List<ReportId> confirmedBy(Transaction transaction, GroundAlert alert) {
        return transaction
                .sql()
                .sql("select report_id from report where form = ? and report_no = ? and organisation = ?"
                        + " and status = 'APPROVED' order by decided_at_ms desc, report_id")
                .params(LandReport.REOPENING, alert.code(), alert.organisation())
                .query((row, number) -> ReportId.of(row.getString(1)))
                .list();
    }

    /** The report as it would be, to see beforehand what it would do. Nothing is kept. */
    public AcceptedReport foreseen(Transaction transaction, Country country, GroundAlert alert) {
        var read = reports.check(transaction, country, sent(country, alert, alert.code()));
        return new AcceptedReport(read.report(), LandReport.REOPENING, 0, null, alert.openedAt());
    }

    /** The country by which reports are read now. To be asked for outside a transaction. */
    public Country country() {
        return reports.country();
    }

    private static TypedReports.Sent sent(Country country, GroundAlert alert, String description) {
        var report = new LinkedHashMap<String, @Nullable Object>();
        report.put("report_no", alert.code());
        report.put("organisation", alert.organisation());
        report.put("happened_on", alert.happenedOn().toString());
        report.put("cause", alert.cause().name().toLowerCase(Locale.ROOT));
        if (country.asks(LandReport.REOPENING, DISTRICT)) {
            country.places().districtAt(alert.position()).ifPresent(district -> report.put(DISTRICT, district.code()));
        }
        report.put("place", alert.position().latitude() + " " + alert.position().longitude());
        report.put("hazard_code", alert.hazard());
        report.put("description", description.strip());
        report.put("sample", alert.sample() ? "true" : "false");
        return new TypedReports.Sent(
                "reopening-" + alert.code() + ".json",
                JSON.writeValueAsString(List.of(report)),
                LandReport.REOPENING,
                null);
    }
}
