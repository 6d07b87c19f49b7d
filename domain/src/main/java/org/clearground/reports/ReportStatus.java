// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

/** Where a field report stands. */
public enum ReportStatus {
    /** Received and read; nobody has decided. */
    PENDING,
    /** Accepted by the authority: its facts are in the registers. */
    APPROVED,
    /** Sent back to its organisation with a reason. */
    RETURNED,
    /** Taken back by whoever sent it, before anybody decided. */
    TAKEN_BACK,
    /** Approved once, taken back later with a reason: its facts stand in the past only. */
    WITHDRAWN,
    /** A later report of the same number replaced it. */
    CORRECTED,
    /** A later reading of the same submission, with another mapping or form version, replaced it before any decision. */
    REREAD
}
