// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation;

/** Where an accreditation stands (IMAS 07.30). Names are kept in registers: added, never renamed. */
public enum AccreditationStatus {
    /** Asked for and not decided. It gives nothing and takes nothing away. */
    APPLIED,
    GRANTED,
    /** Without effect for a time, after which what was granted before holds again. */
    SUSPENDED,
    /** Taken back for good; only a later grant gives it again. */
    REVOKED,
    /** It ran out, or the authority stated that it did; only a later grant gives it again. */
    EXPIRED;

    /** Whether it ends all that was granted before. */
    public boolean ends() {
        return switch (this) {
            case REVOKED, EXPIRED -> true;
            case APPLIED, GRANTED, SUSPENDED -> false;
        };
    }
}
