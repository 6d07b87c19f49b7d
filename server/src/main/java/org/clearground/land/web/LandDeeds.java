// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import java.util.List;
import org.clearground.land.Claim;
import org.clearground.land.GroundAlert;
import org.clearground.land.ReconciliationCase;
import org.clearground.land.print.AlertPrinter;
import org.clearground.land.print.LandMaps;
import org.clearground.land.store.ClaimDecisions;
import org.clearground.land.web.LandPages.EffectPart;
import org.clearground.reports.ReportId;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates show on which it is decided between claims and on alerts. For them only. */
public final class LandDeeds {

    private LandDeeds() {}

    /**
     * A way to decide between two claims.
     *
     * @param favoured the claim that would count
     * @param usable square metres that could be used again after it; more than none asks for two persons
     */
    public record Option(Claim favoured, EffectPart effect, long usable, ClaimDecisions.Choice choice) {

        /** Whether this signature would be the first of two. */
        public boolean signs() {
            return usable > 0 && choice.signedBy().isEmpty();
        }
    }

    /**
     * A case and what can be decided.
     *
     * @param meeting the same two claims, by each rule by which they meet
     * @param made what was decided between them, the latest first
     * @param options none for whoever only reads
     * @param token null for whoever only reads
     * @param named whether whoever reads has an account, and decides under its name
     */
    public record CasePage(
            List<ReconciliationCase> meeting,
            LandMaps.@Nullable Picture picture,
            List<ClaimDecisions.Made> made,
            List<Option> options,
            @Nullable FormToken token,
            String seen,
            boolean named,
            Frame frame) {
        public CasePage {
            meeting = List.copyOf(meeting);
            made = List.copyOf(made);
            options = List.copyOf(options);
        }

        public ReconciliationCase one() {
            return meeting.get(0);
        }

        public int longest() {
            return CaseController.LONGEST_REASON;
        }
    }

    /**
     * An alert and what can be decided.
     *
     * @param confirmed reports by which its ground was reopened
     * @param effect what reopening would change; null where it is not to be decided
     * @param why what whoever reads may not decide, in a sentence each
     * @param token null for whoever only reads
     * @param named whether whoever reads has an account, and decides under its name
     */
    public record AlertPage(
            GroundAlert alert,
            List<ReportId> confirmed,
            @Nullable EffectPart effect,
            boolean reopens,
            boolean closes,
            List<String> why,
            @Nullable FormToken token,
            boolean named,
            Frame frame) {
        public AlertPage {
            confirmed = List.copyOf(confirmed);
            why = List.copyOf(why);
        }

        public AlertPrinter printer() {
            return new AlertPrinter(frame.words());
        }

        public int longest() {
            return CaseController.LONGEST_REASON;
        }
    }
}
