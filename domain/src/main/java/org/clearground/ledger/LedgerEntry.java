// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * One link of a node's chain. Nothing in it is ever changed.
 *
 * @param node the store that wrote it
 * @param seq 1, 2, 3… without gap on its node
 * @param recordedAt by the node's clock, milliseconds; never before the previous entry
 * @param actor who did it
 * @param organisation for whom
 * @param subject what it is about: a submission's digest, a pack's name
 * @param body canonical JSON (RFC 8785)
 * @param previous hash of the entry before it on this node
 * @param hash SHA-256 over the canonical JSON of all the rest
 */
public record LedgerEntry(
        UUID node,
        long seq,
        UUID id,
        Instant recordedAt,
        String actor,
        String organisation,
        EntryKind kind,
        String subject,
        String body,
        Digest previous,
        Digest hash) {}
