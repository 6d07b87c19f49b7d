// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that two who share a secret can both reckon from the time (RFC 6238 over RFC 4226: HMAC-SHA-1,
 * stretches of 30 seconds from 1970). Every telephone has a programme that shows them.
 */
public final class OneTimeCodes {

    static final int STRETCH_SECONDS = 30;

    /** Clocks differ: a stretch to either side is taken as well. */
    private static final int STRETCHES_ASIDE = 1;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** As long as the hash, as RFC 4226 asks. */
    private static final int SECRET_BYTES = 20;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCodes() {}

    /** A new secret, in Base32 (RFC 4648) without padding. */
    public static String newSecret() {
        return randomBase32(SECRET_BYTES);
    }

    /** So many random bytes in Base32; a multiple of five leaves no odd end. */
    static String randomBase32(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (var each : random) {
            held = (held << 8 | each & 0xFF) & 0xFFFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >> bits & 31));
            }
        }
        return text.toString();
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (var letter : base32.toUpperCase(Locale.ROOT).toCharArray()) {
            int value = BASE32.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("a secret is written in the letters A to Z and the digits 2 to 7");
            }
            held = (held << 5 | value) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }

    /**
     * The address by which a telephone takes the secret over, as QR codes carry it.
     *
     * @param issuer whose account it is, in the telephone's list
     * @param account its name there
     */
    public static String address(String secret, String issuer, String account) {
        var whose = java.net.URLEncoder.encode(issuer, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + whose + ":" + account + "?secret=" + secret + "&issuer=" + whose
                + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STRETCH_SECONDS;
    }

    /** The code of a moment. */
    public static String at(String secret, Instant moment) {
        return of(bytes(secret), moment.getEpochSecond() / STRETCH_SECONDS);
    }

    private static String of(byte[] key, long stretch) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            var hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(stretch).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-1", impossible);
        }
    }

    /**
     * The stretch whose code this is, among those near a moment and later than one that was taken already.
     *
     * @param taken the latest stretch whose code was taken; 0 where none was
     */
    static OptionalLong stretch(String secret, String code, Instant moment, long taken) {
        var key = bytes(secret);
        long now = moment.getEpochSecond() / STRETCH_SECONDS;
        var found = OptionalLong.empty();
        for (long stretch = now - STRETCHES_ASIDE; stretch <= now + STRETCHES_ASIDE; stretch++) {
            var is = MessageDigest.isEqual(
                    of(key, stretch).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
            if (is && stretch > taken && found.isEmpty()) {
                found = OptionalLong.of(stretch);
            }
        }
        return found;
    }
}
