// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What became of one piece of ground: the acts that speak of it, in order, and what each did.
 *
 * <p>It is made from the acts alone. Taking an act out, or putting one in between, gives the timeline that would have
 * been; the difference of the two is what the books must be corrected by.
 */
public record Timeline(List<Step> steps) {

    public Timeline {
        steps = List.copyOf(steps);
    }

    /** A claim that the authority set aside for another one, wherever both speak of the same ground. */
    public record SetAside(long act, long inFavourOf) {

        /** The opposite decision. */
        public SetAside reversed() {
            long winner = inFavourOf;
            long loser = act;
            return new SetAside(winner, loser);
        }
    }

    /**
     * @param acts in any order
     * @param setAside claims that were decided against
     */
    public static Timeline of(List<LandAct> acts, Set<SetAside> setAside) {
        var steps = new ArrayList<Step>();
        var status = GroundStatus.UNRECORDED;
        for (var act : acts.stream().sorted().toList()) {
            var winner = setAside.isEmpty() ? 0 : winner(act, acts, setAside);
            if (winner != 0) {
                steps.add(new Step(act, status, List.of(), LandRule.DECIDED_FOR_ANOTHER, winner));
                continue;
            }
            var step = StateMachine.step(status, act);
            steps.add(step);
            status = step.after();
        }
        return new Timeline(steps);
    }

    private static long winner(LandAct act, List<LandAct> acts, Set<SetAside> setAside) {
        return acts.stream()
                .mapToLong(LandAct::id)
                .filter(other -> setAside.contains(new SetAside(act.id(), other)))
                .findFirst()
                .orElse(0);
    }

    /** Where the ground stands after all. */
    public GroundStatus status() {
        return steps.isEmpty()
                ? GroundStatus.UNRECORDED
                : steps.get(steps.size() - 1).after();
    }

    /** Where the ground stood at the end of a day. */
    public GroundStatus statusOn(LocalDate day) {
        var status = GroundStatus.UNRECORDED;
        for (var step : steps) {
            if (step.refusedBy() == null && !step.act().on().isAfter(day)) {
                status = step.after();
            }
        }
        return status.flaggedAsOf(day);
    }

    /**
     * Whether the ground was released before or on a day: what was found there then speaks against the release, even if
     * the ground was reopened for it on the same day.
     */
    public boolean wasReleasedBy(LocalDate day) {
        return statusOn(day).state().released()
                || statusOn(day.minusDays(1)).state().released();
    }

    /**
     * What the ground was released together with: the completions that were inspected as one lot, or else the one act
     * that released it.
     *
     * @return ids of acts; empty if the ground was never released
     */
    public List<Long> lot() {
        List<Long> lot = List.of();
        for (var step : steps) {
            if (step.refusedBy() == null) {
                switch (step.act().kind()) {
                    case QUALITY_ACCEPTED, QUALITY_WAIVED -> lot = step.act().lot();
                    case CANCELLED, REDUCED, RELEASED_EARLIER ->
                        lot = List.of(step.act().id());
                    case WORKED,
                            LEAD_REPORTED,
                            LEAD_DISMISSED,
                            SUSPECTED,
                            CONFIRMED,
                            TASK_ISSUED,
                            CLEARANCE_COMPLETED,
                            QUALITY_FAILED,
                            HANDED_OVER,
                            REOPENED,
                            FLAG_RAISED,
                            FLAG_LIFTED -> {}
                }
            }
        }
        return lot;
    }

    /** All that the acts wrote into the books. */
    public List<Posting> postings() {
        return steps.stream().flatMap(step -> step.postings().stream()).toList();
    }

    /** The acts that did nothing here, each with the rule that refused it. */
    public List<Step> refused() {
        return steps.stream().filter(step -> step.refusedBy() != null).toList();
    }
}
