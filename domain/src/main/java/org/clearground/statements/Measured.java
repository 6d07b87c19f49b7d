// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.Locale;

/** What a published figure measures. Items and persons are counted; areas are in hectares. */
public enum Measured {
    ANTI_TANK_MINES,
    ANTI_PERSONNEL_MINES,
    /** Both kinds together, or mines of which the text does not say the kind. */
    MINES,
    UNEXPLODED_ORDNANCE,
    /** Mines and unexploded ordnance in one number. */
    ALL_ITEMS,
    /** Fuzes, detonators, bullets, bomblets and the like. */
    OTHER_ITEMS,
    AREA_CLEARED,
    /** Checked, inspected, examined or surveyed only: never read as cleared. */
    AREA_INSPECTED,
    PERSONS_KILLED,
    PERSONS_INJURED,
    /** Killed and injured in one number. */
    PERSONS_AFFECTED;

    /** As tables and JSON have it: {@code anti_tank_mines}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isArea() {
        return this == AREA_CLEARED || this == AREA_INSPECTED;
    }

    boolean isPersons() {
        return this == PERSONS_KILLED || this == PERSONS_INJURED || this == PERSONS_AFFECTED;
    }
}
