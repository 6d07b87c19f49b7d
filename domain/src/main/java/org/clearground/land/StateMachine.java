// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each act may do to ground in each state: every transition of land release, and the name of the rule that refuses
 * every other (IMAS 07.11, 08.20, 09.10).
 *
 * <p>Work is none of its business: it changes no state and is counted by the {@link WorkLedger}.
 *
 * <p>It looks at one point of ground at a time. What an act as a whole must bring along, evidence and signatures, is
 * checked before it becomes an act.
 */
public final class StateMachine {

    private StateMachine() {}

    /** What an act does to ground that stands so. */
    public static Step step(GroundStatus before, LandAct act) {
        var refusedBy = refusal(before, act);
        if (refusedBy == null && act.on().isBefore(earliest(before, act))) {
            refusedBy = LandRule.NOTHING_BEFORE_ITS_TIME;
        }
        if (refusedBy != null) {
            return new Step(act, before, List.of(), refusedBy, against(before, act, refusedBy));
        }
        var after = after(before, act);
        return new Step(act, after, postings(before, after, act), null, 0);
    }

    private static LocalDate earliest(GroundStatus before, LandAct act) {
        var settled = act.flag() == null ? LocalDate.MIN : before.flags().settled(act.flag());
        return settled.isAfter(before.since()) ? settled : before.since();
    }

    private static long against(GroundStatus before, LandAct act, LandRule refusedBy) {
        return switch (refusedBy) {
            case SUSPENDED_GROUND_WAITS -> raisedBy(suspension(before, act));
            case FLAG_IS_RAISED_ONCE -> raisedBy(before.flags().standing(flag(act)));
            case FLAG_NEEDS_RECORDED_GROUND, HANDED_OVER_GROUND_IS_NOT_SUSPENDED, ONLY_STANDING_FLAGS_ARE_LIFTED -> 0;
            default -> before.cause();
        };
    }

    private static long raisedBy(Optional<Flags.Span> span) {
        return span.map(Flags.Span::act).orElse(0L);
    }

    private static GroundFlag flag(LandAct act) {
        return Objects.requireNonNull(act.flag(), "an act of flags names one");
    }

    /** The rule by which an act does nothing to ground that stands so; null if it does something. */
    private static @Nullable LandRule refusal(GroundStatus before, LandAct act) {
        var byState = refusalByState(before, act);
        return byState == null && suspension(before, act).isPresent() ? LandRule.SUSPENDED_GROUND_WAITS : byState;
    }

    /**
     * The suspension that an act has to wait for. Work may have been completed before ground was suspended, and reported
     * later; handed over is nothing while a suspension stands, whatever the day.
     */
    private static Optional<Flags.Span> suspension(GroundStatus before, LandAct act) {
        var onItsDay = before.flags().on(GroundFlag.SUSPENDED, act.on());
        if (act.kind() == LandActKind.CLEARANCE_COMPLETED) {
            return onItsDay;
        }
        boolean handsOver = act.kind() == LandActKind.HANDED_OVER
                || (act.kind() == LandActKind.RELEASED_EARLIER && act.handedOver());
        return handsOver ? onItsDay.or(() -> before.flags().standing(GroundFlag.SUSPENDED)) : Optional.empty();
    }

    private static @Nullable LandRule refusalByState(GroundStatus before, LandAct act) {
        return switch (act.kind()) {
            case WORKED -> throw new IllegalArgumentException("work changes no state: " + act.id());
            case LEAD_REPORTED ->
                switch (before.state()) {
                    case UNRECORDED, DISMISSED -> null;
                    default -> LandRule.GROUND_IS_RECORDED_ONCE;
                };
            case LEAD_DISMISSED -> before.state() == LandState.LEAD ? null : LandRule.ONLY_LEADS_ARE_DISMISSED;
            case SUSPECTED ->
                switch (before.state()) {
                    case UNRECORDED, LEAD, DISMISSED, REOPENED -> null;
                    case SUSPECTED, CONFIRMED, UNDER_WORK, CLEARED_PENDING_QC -> LandRule.GROUND_IS_RECORDED_ONCE;
                    case CANCELLED, REDUCED, CLEARED, RELEASED -> LandRule.RELEASED_GROUND_IS_REOPENED_FIRST;
                };
            case CONFIRMED ->
                switch (before.state()) {
                    case UNRECORDED, LEAD, DISMISSED, REOPENED, SUSPECTED -> null;
                    case UNDER_WORK ->
                        before.hazardClass() == HazardClass.SUSPECTED ? null : LandRule.GROUND_IS_RECORDED_ONCE;
                    case CONFIRMED, CLEARED_PENDING_QC -> LandRule.GROUND_IS_RECORDED_ONCE;
                    case CANCELLED, REDUCED, CLEARED, RELEASED -> LandRule.RELEASED_GROUND_IS_REOPENED_FIRST;
                };
            case CANCELLED, REDUCED, TASK_ISSUED ->
                switch (before.state()) {
                    case SUSPECTED, CONFIRMED -> null;
                    case UNDER_WORK, CLEARED_PENDING_QC -> LandRule.WORK_IS_FINISHED_FIRST;
                    case REOPENED -> LandRule.REOPENED_GROUND_IS_SURVEYED_FIRST;
                    case UNRECORDED, LEAD, DISMISSED, CANCELLED, REDUCED, CLEARED, RELEASED ->
                        LandRule.ONLY_HAZARDOUS_GROUND_IS_RELEASED;
                };
            case CLEARANCE_COMPLETED ->
                switch (before.state()) {
                    case UNRECORDED, LEAD, DISMISSED, UNDER_WORK -> null;
                    case SUSPECTED, CONFIRMED -> LandRule.CLEARANCE_NEEDS_A_TASK;
                    case REOPENED -> LandRule.REOPENED_GROUND_IS_SURVEYED_FIRST;
                    case CLEARED_PENDING_QC, CANCELLED, REDUCED, CLEARED, RELEASED -> LandRule.RECLEARANCE_IS_EFFORT;
                };
            case QUALITY_ACCEPTED, QUALITY_WAIVED, QUALITY_FAILED ->
                before.state() == LandState.CLEARED_PENDING_QC && act.lot().contains(before.completion())
                        ? null
                        : LandRule.INSPECTION_NEEDS_A_COMPLETION;
            case HANDED_OVER ->
                switch (before.state()) {
                    case CANCELLED, REDUCED, CLEARED -> null;
                    default -> LandRule.HANDOVER_NEEDS_RELEASED_GROUND;
                };
            case REOPENED -> before.state().released() ? null : LandRule.ONLY_RELEASED_GROUND_IS_REOPENED;
            case RELEASED_EARLIER ->
                switch (before.state()) {
                    case UNRECORDED, LEAD, DISMISSED, SUSPECTED, CONFIRMED -> null;
                    case UNDER_WORK, CLEARED_PENDING_QC -> LandRule.WORK_IS_FINISHED_FIRST;
                    case REOPENED -> LandRule.REOPENED_GROUND_IS_SURVEYED_FIRST;
                    case CANCELLED, REDUCED, CLEARED, RELEASED -> LandRule.RECLEARANCE_IS_EFFORT;
                };
            case FLAG_RAISED -> {
                if (before.state() == LandState.UNRECORDED) {
                    yield LandRule.FLAG_NEEDS_RECORDED_GROUND;
                }
                if (act.flag() == GroundFlag.SUSPENDED && before.state() == LandState.RELEASED) {
                    yield LandRule.HANDED_OVER_GROUND_IS_NOT_SUSPENDED;
                }
                yield before.flags().standing(flag(act)).isPresent() ? LandRule.FLAG_IS_RAISED_ONCE : null;
            }
            case FLAG_LIFTED ->
                before.flags().standing(flag(act)).isPresent() ? null : LandRule.ONLY_STANDING_FLAGS_ARE_LIFTED;
        };
    }

    private static GroundStatus after(GroundStatus before, LandAct act) {
        return switch (act.kind()) {
            case WORKED -> before;
            case LEAD_REPORTED -> moved(before, act, LandState.LEAD, null, null);
            case LEAD_DISMISSED -> moved(before, act, LandState.DISMISSED, null, null);
            case SUSPECTED -> moved(before, act, LandState.SUSPECTED, HazardClass.SUSPECTED, hazardOf(before, act));
            case CONFIRMED ->
                moved(
                        before,
                        act,
                        before.state() == LandState.UNDER_WORK ? LandState.UNDER_WORK : LandState.CONFIRMED,
                        HazardClass.CONFIRMED,
                        hazardOf(before, act));
            case CANCELLED -> moved(before, act, LandState.CANCELLED, null, before.hazard());
            case REDUCED -> moved(before, act, LandState.REDUCED, null, before.hazard());
            case TASK_ISSUED -> moved(before, act, LandState.UNDER_WORK, before.hazardClass(), before.hazard());
            case CLEARANCE_COMPLETED ->
                moved(before, act, LandState.CLEARED_PENDING_QC, before.hazardClass(), before.hazard())
                        .completedBy(act.id());
            case QUALITY_ACCEPTED, QUALITY_WAIVED -> decided(before, act, LandState.CLEARED, null);
            case QUALITY_FAILED ->
                before.hazard() == null
                        ? decided(before, act, LandState.UNRECORDED, null)
                        : decided(before, act, LandState.UNDER_WORK, before.hazardClass());
            case HANDED_OVER -> decided(before, act, LandState.RELEASED, null);
            case REOPENED ->
                moved(
                        before,
                        act,
                        LandState.REOPENED,
                        act.hazardClass(),
                        before.hazard() == null ? act.hazard() : before.hazard());
            case RELEASED_EARLIER -> {
                var release = Objects.requireNonNull(act.release(), "how it was released");
                var state = act.handedOver()
                        ? LandState.RELEASED
                        : switch (release) {
                            case CANCELLED -> LandState.CANCELLED;
                            case REDUCED -> LandState.REDUCED;
                            case CLEARED -> LandState.CLEARED;
                        };
                yield moved(before, act, state, null, before.hazard());
            }
            case FLAG_RAISED -> before.flagged(before.flags().raised(flag(act), act));
            case FLAG_LIFTED -> before.flagged(before.flags().lifted(flag(act), act));
        };
    }

    /**
     * Ground stays with the hazardous area that had it first, unless it is confirmed under a number of its own: a
     * confirmed area is cut out of a suspected one.
     */
    private static @Nullable String hazardOf(GroundStatus before, LandAct act) {
        boolean cutOut = act.kind() == LandActKind.CONFIRMED && act.named();
        return before.hazard() == null || cutOut ? act.hazard() : before.hazard();
    }

    private static GroundStatus moved(
            GroundStatus before,
            LandAct act,
            LandState state,
            @Nullable HazardClass hazardClass,
            @Nullable String hazard) {
        var account = before.account() == null ? act.account() : act.account().orElse(before.account());
        return new GroundStatus(
                state, hazardClass, hazard, account, act.on(), act.id(), before.completion(), before.flags());
    }

    /** Inspectors and the authority decide; the ground stays on its operator's account. */
    private static GroundStatus decided(
            GroundStatus before, LandAct act, LandState state, @Nullable HazardClass hazardClass) {
        return new GroundStatus(
                state,
                hazardClass,
                before.hazard(),
                before.account(),
                act.on(),
                act.id(),
                before.completion(),
                before.flags());
    }

    private static List<Posting> postings(GroundStatus before, GroundStatus after, LandAct act) {
        var lines = new ArrayList<Posting>();
        if (act.kind().flags()) {
            flagged(lines, before, act);
            return lines;
        }
        var account = Objects.requireNonNull(after.account(), "recorded ground stands on an account");
        if (before.inBalance() && after.inBalance()) {
            transfer(lines, before, after.hazardClass(), after.hazard(), account, act);
        } else if (after.inBalance()) {
            var movement = act.kind() == LandActKind.REOPENED
                    ? Movement.REOPENED
                    : act.addition() ? Movement.ADDED : Movement.FOUND;
            lines.add(line(movement, act, after.hazardClass(), after.hazard(), account));
        } else if (before.inBalance()) {
            transfer(lines, before, before.hazardClass(), before.hazard(), account, act);
            lines.add(line(released(act), act, before.hazardClass(), before.hazard(), account));
        } else if (after.state().released() && !before.state().released()) {
            var movement = released(act) == Movement.CLEARED ? Movement.CLEARED_OUTSIDE : Movement.RELEASED_OUTSIDE;
            lines.add(line(movement, act, null, after.hazard(), account));
        }
        beside(lines, Movement.UNDER_WORK, LandState.UNDER_WORK, before, after, act);
        beside(lines, Movement.AWAITING_INSPECTION, LandState.CLEARED_PENDING_QC, before, after, act);
        beside(lines, Movement.HANDED_OVER, LandState.RELEASED, before, after, act);
        after.flags().spans().forEach(span -> carried(lines, span, before, after, act));
        return lines;
    }

    /** What is flagged of the balance goes up on the day a flag is raised and down on the day it is lifted. */
    private static void flagged(List<Posting> lines, GroundStatus status, LandAct act) {
        if (flag(act).besideBalance() && status.inBalance()) {
            int times = act.kind() == LandActKind.FLAG_RAISED ? 1 : -1;
            lines.add(posting(flag(act).movement(), act, times, status, act.on()));
        }
    }

    /**
     * A flag goes with the ground: out of the balance, or to another class, area or account. An act that is approved
     * late finds flags that were raised after its day, or lifted; those move on the days on which they stood.
     */
    private static void carried(
            List<Posting> lines, Flags.Span span, GroundStatus before, GroundStatus after, LandAct act) {
        var lifted = span.liftedOn();
        boolean over = lifted != null && !lifted.isAfter(act.on());
        boolean sameLine = before.inBalance()
                && after.inBalance()
                && before.hazardClass() == after.hazardClass()
                && Objects.equals(before.hazard(), after.hazard())
                && Objects.equals(before.account(), after.account());
        if (!span.flag().besideBalance() || over || sameLine) {
            return;
        }
        var movement = span.flag().movement();
        var from = span.on().isAfter(act.on()) ? span.on() : act.on();
        if (before.inBalance()) {
            lines.add(posting(movement, act, -1, before, from));
            if (lifted != null) {
                lines.add(posting(movement, act, 1, before, lifted));
            }
        }
        if (after.inBalance()) {
            lines.add(posting(movement, act, 1, after, from));
            if (lifted != null) {
                lines.add(posting(movement, act, -1, after, lifted));
            }
        }
    }

    private static Posting posting(Movement movement, LandAct act, int times, GroundStatus status, LocalDate on) {
        var account = Objects.requireNonNull(status.account(), "hazardous ground stands on an account");
        return new Posting(movement, act.id(), times, status.hazardClass(), status.hazard(), account, on);
    }

    private static Movement released(LandAct act) {
        return switch (act.kind()) {
            case CANCELLED -> Movement.CANCELLED;
            case REDUCED -> Movement.REDUCED;
            case QUALITY_ACCEPTED, QUALITY_WAIVED -> Movement.CLEARED;
            case RELEASED_EARLIER ->
                switch (Objects.requireNonNull(act.release())) {
                    case CANCELLED -> Movement.CANCELLED;
                    case REDUCED -> Movement.REDUCED;
                    case CLEARED -> Movement.CLEARED;
                };
            default -> throw new IllegalStateException(act.kind() + " releases no ground");
        };
    }

    private static void transfer(
            List<Posting> lines,
            GroundStatus before,
            @Nullable HazardClass hazardClass,
            @Nullable String hazard,
            Account account,
            LandAct act) {
        var earlier = Objects.requireNonNull(before.account(), "hazardous ground stands on an account");
        if (!earlier.equals(account)
                || before.hazardClass() != hazardClass
                || !Objects.equals(before.hazard(), hazard)) {
            lines.add(line(Movement.TRANSFERRED_OUT, act, before.hazardClass(), before.hazard(), earlier));
            lines.add(line(Movement.TRANSFERRED_IN, act, hazardClass, hazard, account));
        }
    }

    /** What stands beside the balance goes up when ground enters a state and down when it leaves it. */
    private static void beside(
            List<Posting> lines,
            Movement movement,
            LandState state,
            GroundStatus before,
            GroundStatus after,
            LandAct act) {
        if (before.state() == state && before.account() != null) {
            lines.add(new Posting(
                    movement, act.id(), -1, before.hazardClass(), before.hazard(), before.account(), act.on()));
        }
        if (after.state() == state && after.account() != null) {
            lines.add(line(movement, act, after.hazardClass(), after.hazard(), after.account()));
        }
    }

    private static Posting line(
            Movement movement,
            LandAct act,
            @Nullable HazardClass hazardClass,
            @Nullable String hazard,
            Account account) {
        return new Posting(movement, act.id(), 1, hazardClass, hazard, account, act.on());
    }
}
