// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.GroundAlert;
import org.clearground.land.LandActKind.Decider;
import org.clearground.land.LandRule;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Projection;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.Warrants;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What quality assurance found out about alerts on released ground. Each closing is an entry of the ledger. */
public final class AlertDecisions implements Projection {

    /** What is asked of an account. */
    public static final Right DECIDE = new Right(Resource.ALERT, Action.DECIDE);

    private final Store store;
    private final Ledger ledger;
    private final LandWarrants warrants;

    public AlertDecisions(Store store, Ledger ledger, Warrants warrants) {
        this.store = store;
        this.ledger = ledger;
        this.warrants = new LandWarrants(warrants);
    }

    /** What may be decided on an alert. */
    public enum Decision {
        /** What was released together at its place is hazardous again. */
        REOPEN(Decider.OPERATIONS),
        /** The investigation ends; the lot may go on. */
        CLOSE(Decider.QUALITY_ASSURANCE);

        private final Decider office;

        Decision(Decider office) {
            this.office = office;
        }

        /** In which it is decided. */
        public Decider office() {
            return office;
        }
    }

    /**
     * That somebody may decide so on an alert. Who reported what it tells of may reopen the ground, because caution waits
     * for nobody, and may not close it.
     *
     * @param office that they state; null to take that of their account
     * @throws ProblemException if it is not theirs
     */
    public void require(
            Transaction transaction, Decision decision, GroundAlert alert, String person, @Nullable String office) {
        var own = decision == Decision.CLOSE ? List.of(alert.report()) : List.<ReportId>of();
        var held = warrants.require(
                transaction,
                new LandWarrants.Deed(
                        DECIDE, "alerts", person, office, GroundDistricts.ofAlert(transaction, alert), own));
        if (!held.equals(Optional.of(decision.office().name()))) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    "rule " + LandRule.DECIDED_BY_ITS_OFFICE + ": an alert is "
                            + (decision == Decision.CLOSE ? "closed" : "confirmed") + " by " + decision.office()
                            + "; say so with --office");
        }
    }

    /** Why somebody may not decide so, in a sentence; empty where they may. */
    public Optional<String> refusal(
            Transaction transaction, Decision decision, GroundAlert alert, @Nullable String person) {
        if (person == null) {
            return Optional.empty();
        }
        try {
            require(transaction, decision, alert, person, null);
            return Optional.empty();
        } catch (ProblemException why) {
            return Optional.of(String.valueOf(why.getMessage()));
        }
    }

    /**
     * The alert of a code, as it stands.
     *
     * @param sight of whoever asks; for them others are as if they did not exist
     * @throws ProblemException if there is none
     */
    public GroundAlert get(Transaction transaction, Sight sight, String code) {
        return new Alerts(transaction, sight)
                .find(code, ledger.moment(transaction))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "there is no alert \"" + code + "\"; see: clearground land alerts"));
    }

    /**
     * Ends the investigation of an alert, and with it the standstill of its lot.
     *
     * @param conclusion why it happened and what was done about it
     * @param office in which the person decides, quality assurance's; null to take that of their account
     * @throws ProblemException if there is no such open alert, or it is not theirs to close
     */
    public GroundAlert close(String code, String conclusion, String person, @Nullable String office) {
        if (conclusion.isBlank()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "say with --conclusion why it happened and what was done; the auditor will read it");
        }
        return store.write(transaction -> {
            var moment = ledger.moment(transaction);
            var alert = get(transaction, new Sight.All(), code);
            require(transaction, Decision.CLOSE, alert, person, office);
            var closing = alert.closing();
            if (closing != null) {
                throw new ProblemException(
                        ProblemCode.CHANGED_MEANWHILE,
                        "alert " + alert.code() + " is closed already, since " + Ledger.written(closing.at()) + " by "
                                + closing.person() + "; nothing was changed");
            }
            var body = new TreeMap<String, Object>();
            body.put("report", alert.report().toString());
            body.put("ordinal", alert.ordinal());
            body.put("conclusion", conclusion.strip());
            body.put("office", Decision.CLOSE.office().name());
            apply(
                    transaction,
                    ledger.append(
                            transaction,
                            moment,
                            person,
                            null,
                            EntryKind.ALERT_CLOSED,
                            alert.report().toString(),
                            body));
            return alert;
        });
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void drop(Transaction transaction) {
        // Alerts are dropped with the reports that tell of them.
    }

    @Override
    public void apply(Transaction transaction, LedgerEntry entry) {
        if (entry.kind() != EntryKind.ALERT_CLOSED) {
            return;
        }
        var body = CanonicalJson.read(entry.body());
        new Alerts(transaction)
                .close(
                        String.valueOf(body.get("report")),
                        Integer.parseInt(String.valueOf(body.get("ordinal"))),
                        new GroundAlert.Closing(
                                String.valueOf(body.get("conclusion")), entry.actor(), entry.recordedAt()));
    }
}
