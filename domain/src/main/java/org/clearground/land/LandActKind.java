// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.List;
import java.util.Optional;
import org.clearground.access.Role;
import org.jspecify.annotations.Nullable;

/** What an approved report does to ground. Names are kept in registers: added, never renamed. */
public enum LandActKind {
    /** A team worked this ground; it changes no state (effort, not release). */
    WORKED(Decider.INFORMATION),
    LEAD_REPORTED(Decider.INFORMATION),
    LEAD_DISMISSED(Decider.OPERATIONS),
    SUSPECTED(Decider.OPERATIONS),
    CONFIRMED(Decider.OPERATIONS),
    CANCELLED(Decider.AUTHORITY, Decider.AUTHORITY),
    REDUCED(Decider.OPERATIONS, Decider.QUALITY_ASSURANCE),
    TASK_ISSUED(Decider.OPERATIONS),
    CLEARANCE_COMPLETED(Decider.INFORMATION),
    QUALITY_ACCEPTED(Decider.QUALITY_ASSURANCE, Decider.AUTHORITY),
    QUALITY_WAIVED(Decider.QUALITY_ASSURANCE, Decider.AUTHORITY),
    QUALITY_FAILED(Decider.QUALITY_ASSURANCE),
    HANDED_OVER(Decider.AUTHORITY, Decider.RECIPIENT),
    REOPENED(Decider.OPERATIONS),
    /** Released before this register was kept; taken over from older books. */
    RELEASED_EARLIER(Decider.AUTHORITY, Decider.AUTHORITY),
    /** Something is said of ground beside its state, until it is lifted. */
    FLAG_RAISED(Decider.OPERATIONS),
    FLAG_LIFTED(Decider.OPERATIONS);

    private final Decider first;
    private final @Nullable Decider second;

    LandActKind(Decider only) {
        this(only, null);
    }

    LandActKind(Decider first, @Nullable Decider second) {
        this.first = first;
        this.second = second;
    }

    /** Who must sign, each a different person. Where land becomes usable there are two. */
    public List<Decider> deciders() {
        return second == null ? List.of(first) : List.of(first, second);
    }

    /** Whether it decides on completions, wherever their ground lies. */
    public boolean inspects() {
        return this == QUALITY_ACCEPTED || this == QUALITY_WAIVED || this == QUALITY_FAILED;
    }

    /** Whether it says something of ground beside its state, which it leaves as it is. */
    public boolean flags() {
        return this == FLAG_RAISED || this == FLAG_LIFTED;
    }

    /** Whether corrective action on its ground must be done before it. */
    public boolean needsCorrection() {
        return this == QUALITY_ACCEPTED || this == QUALITY_WAIVED || this == HANDED_OVER;
    }

    /** In what office somebody decides. */
    public enum Decider {
        /** Information management officer: enters what was reported. */
        INFORMATION,
        /** Operations of the authority. */
        OPERATIONS,
        /** The body that inspects. */
        QUALITY_ASSURANCE,
        /** The national mine action authority. */
        AUTHORITY,
        /** Who takes the land over. */
        RECIPIENT;

        /** The office that somebody holds by what they are here for; empty for who signs nothing. */
        public static Optional<Decider> findOf(Role role) {
            return switch (role) {
                case REVIEWER -> Optional.of(INFORMATION);
                case OPERATIONS_PLANNER -> Optional.of(OPERATIONS);
                case QUALITY_INSPECTOR -> Optional.of(QUALITY_ASSURANCE);
                case RELEASE_COMMITTEE -> Optional.of(AUTHORITY);
                case LAND_RECIPIENT -> Optional.of(RECIPIENT);
                case OPERATOR_OFFICER, PUBLISHER, AUDITOR, ADMINISTRATOR, PUBLIC -> Optional.empty();
            };
        }
    }
}
