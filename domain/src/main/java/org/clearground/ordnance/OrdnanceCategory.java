// SPDX-License-Identifier: Apache-2.0
package org.clearground.ordnance;

import static org.clearground.ordnance.BulletinGroup.ANTI_PERSONNEL_MINE;
import static org.clearground.ordnance.BulletinGroup.ANTI_TANK_MINE;
import static org.clearground.ordnance.BulletinGroup.NOT_COUNTED;
import static org.clearground.ordnance.BulletinGroup.OTHER_EXPLOSIVE;
import static org.clearground.ordnance.BulletinGroup.UNEXPLODED_ORDNANCE;
import static org.clearground.ordnance.TreatyGroup.CLUSTER_MUNITION_REMNANT;
import static org.clearground.ordnance.TreatyGroup.EXPLOSIVE_REMNANT_OF_WAR;
import static org.clearground.ordnance.TreatyGroup.IMPROVISED_EXPLOSIVE_DEVICE;
import static org.clearground.ordnance.TreatyGroup.MINE;
import static org.clearground.ordnance.TreatyGroup.NONE;

/**
 * What kind of explosive ordnance a find is, closed by the standards (IMAS 04.10; CCW Protocol V art. 2; Amended
 * Protocol II art. 2; CCM art. 2). Each kind falls into one group of the weekly release and one of the treaties.
 *
 * <p>{@code AP_UNSPECIFIED} is for reports that say only "anti-personnel mine": nothing is guessed for them. A
 * submunition that failed is unexploded ordnance to the release and a cluster munition remnant to the treaty.
 */
public enum OrdnanceCategory {
    AP_BLAST(ANTI_PERSONNEL_MINE, MINE),
    AP_FRAGMENTATION(ANTI_PERSONNEL_MINE, MINE),
    AP_BOUNDING(ANTI_PERSONNEL_MINE, MINE),
    AP_DIRECTIONAL(ANTI_PERSONNEL_MINE, MINE),
    AP_UNSPECIFIED(ANTI_PERSONNEL_MINE, MINE),
    AV_MINE(ANTI_TANK_MINE, MINE),
    IMPROVISED_MINE(OTHER_EXPLOSIVE, MINE),
    SUBMUNITION(UNEXPLODED_ORDNANCE, CLUSTER_MUNITION_REMNANT),
    UXO_PROJECTILE(UNEXPLODED_ORDNANCE, EXPLOSIVE_REMNANT_OF_WAR),
    UXO_MORTAR(UNEXPLODED_ORDNANCE, EXPLOSIVE_REMNANT_OF_WAR),
    UXO_ROCKET(UNEXPLODED_ORDNANCE, EXPLOSIVE_REMNANT_OF_WAR),
    UXO_GRENADE(UNEXPLODED_ORDNANCE, EXPLOSIVE_REMNANT_OF_WAR),
    UXO_AERIAL_BOMB(UNEXPLODED_ORDNANCE, EXPLOSIVE_REMNANT_OF_WAR),
    UXO_OTHER(UNEXPLODED_ORDNANCE, EXPLOSIVE_REMNANT_OF_WAR),
    AXO(OTHER_EXPLOSIVE, EXPLOSIVE_REMNANT_OF_WAR),
    IED(OTHER_EXPLOSIVE, IMPROVISED_EXPLOSIVE_DEVICE),
    BOOBY_TRAP(OTHER_EXPLOSIVE, IMPROVISED_EXPLOSIVE_DEVICE),
    SMALL_ARMS_AMMUNITION(NOT_COUNTED, NONE),
    FUZE(NOT_COUNTED, NONE),
    MINE_COMPONENT(NOT_COUNTED, NONE),
    FRAGMENT(NOT_COUNTED, NONE),
    OTHER(NOT_COUNTED, NONE);

    private final BulletinGroup bulletinGroup;
    private final TreatyGroup treatyGroup;

    OrdnanceCategory(BulletinGroup bulletinGroup, TreatyGroup treatyGroup) {
        this.bulletinGroup = bulletinGroup;
        this.treatyGroup = treatyGroup;
    }

    public BulletinGroup bulletinGroup() {
        return bulletinGroup;
    }

    public TreatyGroup treatyGroup() {
        return treatyGroup;
    }
}
