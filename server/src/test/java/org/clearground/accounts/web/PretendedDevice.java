// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;

/**
 * A device with one passkey, written after WebAuthn 6.1 and 6.5 and CTAP's CBOR without the library under test. It says
 * whatever a test has it say: another origin, another challenge, nobody there, a counter that goes back.
 */
final class PretendedDevice {

    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final byte[] id = random(32);
    private final KeyPair keys = newKeys();
    String host = "localhost";
    String origin;
    int flags = PRESENT | VERIFIED;
    int counter;
    String user = "";

    PretendedDevice(String origin) {
        this.origin = origin;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** What it sends when it makes its passkey. */
    Map<String, String> make(String challenge, String handle) {
        user = handle;
        var attestation = new ByteArrayOutputStream();
        attestation.write(0xa3); // a map of three
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xa0);
        text(attestation, "authData");
        var data = data(flags | ATTESTED, credential());
        attestation.write(0x59);
        attestation.write(data.length >> 8);
        attestation.write(data.length & 0xff);
        attestation.writeBytes(data);
        return Map.of(
                "attestation",
                written(attestation.toByteArray()),
                "client",
                written(client("webauthn.create", challenge)));
    }

    /** What it sends when it signs. */
    Map<String, String> sign(String challenge) {
        var data = data(flags, new byte[0]);
        var client = client("webauthn.get", challenge);
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return Map.of(
                    "id",
                    written(id),
                    "user",
                    user,
                    "authenticator",
                    written(data),
                    "client",
                    written(client),
                    "signature",
                    written(signature.sign()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    String credentialId() {
        return written(id);
    }

    private byte[] client(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int said, byte[] more) {
        return ByteBuffer.allocate(37 + more.length)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) said)
                .putInt(counter)
                .put(more)
                .array();
    }

    /** No make, the id, and the key as COSE writes it: kty EC2, alg ES256, crv P-256, x, y. */
    private byte[] credential() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[16]);
        out.write(0);
        out.write(id.length);
        out.writeBytes(id);
        out.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        out.writeBytes(coordinate(point.getAffineX().toByteArray()));
        out.writeBytes(new byte[] {0x22, 0x58, 32});
        out.writeBytes(coordinate(point.getAffineY().toByteArray()));
        return out.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        var bytes = new byte[32];
        int length = Math.min(number.length, 32);
        System.arraycopy(number, number.length - length, bytes, 32 - length, length);
        return bytes;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static String written(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
