// SPDX-License-Identifier: Apache-2.0
package org.clearground.ordnance;

/**
 * The groups in which treaty reports count: mines (APMBC, Amended Protocol II), cluster munition remnants (CCM),
 * explosive remnants of war (CCW Protocol V art. 2: UXO and AXO), improvised explosive devices.
 */
public enum TreatyGroup {
    MINE,
    CLUSTER_MUNITION_REMNANT,
    EXPLOSIVE_REMNANT_OF_WAR,
    IMPROVISED_EXPLOSIVE_DEVICE,
    NONE
}
