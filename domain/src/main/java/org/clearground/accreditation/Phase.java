// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation;

/** What an accreditation speaks of (IMAS 07.30). Names are kept in registers: added, never renamed. */
public enum Phase {
    /** That a body can plan and manage such work. */
    ORGANISATIONAL,
    /** That its teams can do such work in the field. */
    OPERATIONAL
}
