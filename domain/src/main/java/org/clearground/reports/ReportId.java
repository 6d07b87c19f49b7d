// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.clearground.ledger.Digest;

/**
 * Identifies one field report for ever.
 *
 * <p>It is derived from the submission's digest, the form and the report's place in the submission, so that every node
 * that reads the same submission gives the same report the same id. Layout: UUID version 8 (RFC 9562).
 */
public record ReportId(UUID value) {

    public static ReportId of(Digest submission, String form, int ordinal) {
        var name = submission.hex() + "/" + form + "/" + ordinal;
        var digest = ByteBuffer.wrap(Digest.sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
        long most = (digest.getLong() & ~0xF000L) | 0x8000L;
        long least = (digest.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new ReportId(new UUID(most, least));
    }

    public static ReportId of(String text) {
        return new ReportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
