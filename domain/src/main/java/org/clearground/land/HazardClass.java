// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

/** How sure it is that a hazardous area holds explosive ordnance (IMAS 04.10). */
public enum HazardClass {
    /** SHA: reasonable suspicion on indirect evidence. */
    SUSPECTED,
    /** CHA: presence confirmed by direct evidence. */
    CONFIRMED
}
