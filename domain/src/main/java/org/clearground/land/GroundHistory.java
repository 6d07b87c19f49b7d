// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.List;
import org.clearground.accreditation.Accreditations;
import org.clearground.geo.Position;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record about a place.
 *
 * @param pieces of ground there, each with what became of it
 * @param work of clearance teams that was reported there
 * @param takenBack claims that covered the place and no longer stand
 * @param finds of ordnance there
 * @param alerts on released ground there, open and closed
 * @param leads that are points and within whose fade-out it lies, also those that ended
 * @param visits of the inspecting body to the work there
 */
public record GroundHistory(
        List<PieceHistory> pieces,
        List<WorkThere> work,
        List<Claim> takenBack,
        List<FindThere> finds,
        List<GroundAlert> alerts,
        List<PointLead> leads,
        List<QualityVisit> visits) {

    public GroundHistory {
        pieces = List.copyOf(pieces);
        work = List.copyOf(work);
        takenBack = List.copyOf(takenBack);
        finds = List.copyOf(finds);
        alerts = List.copyOf(alerts);
        leads = List.copyOf(leads);
        visits = List.copyOf(visits);
    }

    /**
     * What became of one piece.
     *
     * @param status on the day asked for
     */
    public record PieceHistory(Piece piece, GroundStatus status, List<Event> events) {
        public PieceHistory {
            events = List.copyOf(events);
        }
    }

    /**
     * One act on a piece.
     *
     * @param after the state of the ground then
     * @param refusedBy the rule by which the act did nothing; null if it did something
     * @param stageOne how its body stood in accreditation; null for acts other than tasks and completions
     */
    public record Event(
            Claim claim,
            LandState after,
            @Nullable LandRule refusedBy,
            List<Evidence> evidence,
            List<Signed> signatures,
            @Nullable Accredited stageOne) {
        public Event {
            evidence = List.copyOf(evidence);
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * Work that a report tells of.
     *
     * @param counts whether any ground there counts for it; false where it counts for others
     */
    public record WorkThere(Claim claim, boolean counts) {}

    /**
     * How the body of a task or a completion stood in accreditation: stage 1, beside the inspection that is stage 2.
     *
     * @param activityType a code of the pack
     */
    public record Accredited(String activityType, Accreditations.Throughout stood) {}

    /** Who signed in what office. */
    public record Signed(String person, String office) {}

    /** Ordnance found there. */
    public record FindThere(
            LocalDate on,
            String organisation,
            String category,
            @Nullable String model,
            long quantity,
            Position position) {}
}
