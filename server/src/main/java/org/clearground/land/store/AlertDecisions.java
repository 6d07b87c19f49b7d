// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.List;
import java.util.TreeMap;
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
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** What quality assurance found out about alerts on released ground. Each closing is an entry of the ledger. */
public final class AlertDecisions implements Projection {

    private final Store store;
    private final Ledger ledger;

    public AlertDecisions(Store store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * Ends the investigation of an alert, and with it the standstill of its lot.
     *
     * @param conclusion why it happened and what was done about it
     * @param office in which the person decides; it is quality assurance's
     * @throws ProblemException if there is no such open alert, or it is not theirs to close
     */
    public GroundAlert close(String code, String conclusion, String person, @Nullable String office) {
        if (conclusion.isBlank()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "say with --conclusion why it happened and what was done; the auditor will read it");
        }
        if (!Decider.QUALITY_ASSURANCE.name().equals(office)) {
            throw new ProblemException(
                    ProblemCode.NOT_PERMITTED,
                    "rule " + LandRule.DECIDED_BY_ITS_OFFICE + ": an alert is closed by " + Decider.QUALITY_ASSURANCE
                            + "; say so with --office");
        }
        return store.write(transaction -> {
            var moment = ledger.moment(transaction);
            var alert = new Alerts(transaction)
                    .find(code, moment)
                    .orElseThrow(() -> new ProblemException(
                            ProblemCode.NOT_FOUND, "there is no alert \"" + code + "\"; see: clearground land alerts"));
            if (!alert.open()) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "alert " + alert.code() + " is closed already; nothing was changed");
            }
            var body = new TreeMap<String, Object>();
            body.put("report", alert.report().toString());
            body.put("ordinal", alert.ordinal());
            body.put("conclusion", conclusion.strip());
            body.put("office", office);
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
