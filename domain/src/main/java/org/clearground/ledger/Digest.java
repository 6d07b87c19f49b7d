// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 of bytes, in 64 lower-case hexadecimal digits: the name under which content is kept. */
public record Digest(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** What the first entry of a chain names as its predecessor. */
    public static final Digest NONE = new Digest("0".repeat(64));

    public Digest {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    public static Digest of(byte[] bytes) {
        return of(sha256().digest(bytes), 0);
    }

    /** What a running digest has come to; the running digest starts anew. */
    public static Digest finish(MessageDigest running) {
        return of(running.digest(), 0);
    }

    private static Digest of(byte[] digest, int offset) {
        return new Digest(HexFormat.of().formatHex(digest, offset, offset + 32));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Enough of it to tell two apart in a list. */
    public String abbreviated() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
