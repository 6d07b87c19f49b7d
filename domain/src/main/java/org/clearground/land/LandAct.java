// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One approved statement about ground.
 *
 * @param id unique in its register, rising with approval
 * @param order its place among the acts on the same ground: its id, or the order of the act that it corrects
 * @param on the day on the ground from which it holds
 * @param account who did it, for what, how
 * @param hazard code of the hazardous area that it speaks of; null for work outside any
 * @param named whether its report names the area; false where the register gave a number
 * @param addition whether it adds to a hazardous area that was known before
 * @param hazardClass of ground that becomes hazardous by it; null for other acts
 * @param release how ground was released, for {@link LandActKind#RELEASED_EARLIER}; null for other acts
 * @param lot ids of the completions that an inspection decides on; empty for other acts
 * @param handedOver whether ground released earlier was handed over too
 * @param flag that it raises or lifts; null for other acts
 */
public record LandAct(
        long id,
        long order,
        LandActKind kind,
        LocalDate on,
        Account account,
        @Nullable String hazard,
        boolean named,
        boolean addition,
        @Nullable HazardClass hazardClass,
        @Nullable Release release,
        List<Long> lot,
        boolean handedOver,
        @Nullable GroundFlag flag)
        implements Comparable<LandAct> {

    public LandAct {
        lot = List.copyOf(lot);
    }

    /** As acts take effect: in the order of approval, a correction in the place of what it corrects. */
    @Override
    public int compareTo(LandAct other) {
        int byOrder = Long.compare(order, other.order);
        return byOrder != 0 ? byOrder : Long.compare(id, other.id);
    }
}
