// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

/** What a ledger entry records. Names are part of the chain: added, never renamed. */
public enum EntryKind {
    /** A country pack came into force for this store. */
    PACK_ADOPTED,
    /** A submission arrived and its bytes are kept. */
    RECEIVED,
    /** A submission was read by a form; the reading is kept. */
    READ,
    /** Somebody signed reports that need more than one signature. */
    SIGNED,
    /** Reports were accepted. */
    APPROVED,
    /** Rules refused reports that somebody would have accepted; they stand as before. */
    REFUSED,
    /** Reports were sent back. */
    RETURNED,
    /** Who sent reports took them back before anybody had decided on them. */
    TAKEN_BACK,
    /** Approved reports were taken back. */
    WITHDRAWN,
    /** Somebody wrote beside a report what others who see it read. */
    COMMENTED,
    /** The first of two persons signed a decision between two claims to the same ground. */
    CLAIM_SIGNED,
    /** The authority decided between two claims to the same ground. */
    CLAIM_DECIDED,
    /** An alert on released ground was investigated and closed. */
    ALERT_CLOSED,
    /** A bulletin was frozen as an edition; its documents are kept. */
    EDITION_PREPARED,
    /** A second person signed an edition; from then on it is public. */
    EDITION_PUBLISHED,
    /** A file of statements that others published was taken in; the file and its reading are kept. */
    STATEMENTS_RECEIVED,
    /** Somebody decided what holds where published figures contradict each other. */
    CONFLICT_SETTLED
}
