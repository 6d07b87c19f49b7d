// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

/** How hazardous ground ceased to be held hazardous (IMAS 07.11). One is never counted as another. */
public enum Release {
    /** Concluded free of evidence by non-technical survey. */
    CANCELLED,
    /** Concluded free of evidence by technical survey. */
    REDUCED,
    /** All specified ordnance removed or destroyed to a stated depth. */
    CLEARED
}
