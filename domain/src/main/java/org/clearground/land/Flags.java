// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flags of a piece of ground with the days on which they stood. Those lifted again are remembered: an act that is
 * approved late may be of a day on which one stood.
 *
 * @param spans in the order in which they were raised
 */
public record Flags(List<Span> spans) {

    /** Of ground that was never flagged. */
    public static final Flags NONE = new Flags(List.of());

    public Flags {
        spans = List.copyOf(spans);
    }

    /**
     * Days on which a flag stood: from {@code on}, up to but not including {@code liftedOn}.
     *
     * @param act that raised it
     * @param liftedOn null while it stands
     * @param liftedBy the act that lifted it; 0 while it stands
     */
    public record Span(GroundFlag flag, LocalDate on, long act, @Nullable LocalDate liftedOn, long liftedBy) {

        /** Whether it stood at the end of a day. */
        public boolean covers(LocalDate day) {
            return !on.isAfter(day) && (liftedOn == null || liftedOn.isAfter(day));
        }
    }

    /** The flags that stand after all, in their order. */
    public Set<GroundFlag> standing() {
        var standing = EnumSet.noneOf(GroundFlag.class);
        spans.stream().filter(span -> span.liftedOn() == null).forEach(span -> standing.add(span.flag()));
        return Collections.unmodifiableSet(standing);
    }

    /** The days of a flag that stands after all; empty if it does not. */
    public Optional<Span> standing(GroundFlag flag) {
        return spans.stream()
                .filter(span -> span.flag() == flag && span.liftedOn() == null)
                .findFirst();
    }

    /** The days of a flag that stood at the end of a day; empty if it did not. */
    public Optional<Span> on(GroundFlag flag, LocalDate day) {
        return spans.stream()
                .filter(span -> span.flag() == flag && span.covers(day))
                .findFirst();
    }

    /** As they were known to stand at the end of a day: what came later is not seen. */
    public Flags asOf(LocalDate day) {
        return new Flags(spans.stream()
                .filter(span -> !span.on().isAfter(day))
                .map(span -> span.covers(day) ? new Span(span.flag(), span.on(), span.act(), null, 0) : span)
                .toList());
    }

    /** Whether an act raised or lifted one of them. */
    public boolean changedBy(long act) {
        return spans.stream().anyMatch(span -> span.act() == act || span.liftedBy() == act);
    }

    /** The last day of a flag's history, before which it is neither raised nor lifted again. */
    LocalDate settled(GroundFlag flag) {
        return spans.stream()
                .filter(span -> span.flag() == flag)
                .map(span -> span.liftedOn() == null ? span.on() : span.liftedOn())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    Flags raised(GroundFlag flag, LandAct act) {
        var all = new ArrayList<>(spans);
        all.add(new Span(flag, act.on(), act.id(), null, 0));
        return new Flags(all);
    }

    Flags lifted(GroundFlag flag, LandAct act) {
        return new Flags(spans.stream()
                .map(span -> span.flag() == flag && span.liftedOn() == null
                        ? new Span(flag, span.on(), span.act(), act.on(), act.id())
                        : span)
                .toList());
    }
}
