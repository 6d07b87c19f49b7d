// SPDX-License-Identifier: Apache-2.0
package org.clearground.ordnance;

/** The groups in which weekly releases count what was found. */
public enum BulletinGroup {
    ANTI_PERSONNEL_MINE,
    ANTI_TANK_MINE,
    UNEXPLODED_ORDNANCE,
    /** Explosive, reported by its own name beside the three published counters: AXO, IEDs, booby-traps. */
    OTHER_EXPLOSIVE,
    /** Small-arms ammunition, fuzes, parts and fragments: kept, listed, and never added to any counter. */
    NOT_COUNTED
}
