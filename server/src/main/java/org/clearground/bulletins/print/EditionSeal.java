// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import org.clearground.ledger.Digest;

/**
 * The signature of an edition with the authority's key: Ed25519 (RFC 8032) over the bytes of the edition's list, which names
 * the edition and every document by its digest. Whoever has the public key needs neither this programme nor a store:
 * {@code openssl pkeyutl -verify -pubin -inkey edition-key.pem -rawin -in edition.json -sigfile edition.sig}.
 */
public final class EditionSeal {

    /** What the signature is called where it is published: 64 bytes. */
    public static final String NAME = "edition.sig";

    /** What the public key is called beside it: PEM. */
    public static final String KEY_NAME = "edition-key.pem";

    public static final String MEDIA_TYPE = "application/octet-stream";
    public static final String KEY_MEDIA_TYPE = "application/x-pem-file";

    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final byte[] key;
    private final byte[] signature;

    /**
     * A seal as it was found; whether it holds, {@link #holds} says.
     *
     * @param key X.509 SubjectPublicKeyInfo
     */
    public EditionSeal(byte[] key, byte[] signature) {
        this.key = key.clone();
        this.signature = signature.clone();
    }

    public byte[] key() {
        return key.clone();
    }

    public byte[] signature() {
        return signature.clone();
    }

    /** Whether the key of this seal signed this list; a key or signature that is none holds nothing. */
    public boolean holds(byte[] list) {
        try {
            var verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey(key));
            verifier.update(list);
            return verifier.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** By which people compare keys: the SHA-256 of the public key. */
    public String fingerprint() {
        return fingerprint(key);
    }

    public static String fingerprint(byte[] key) {
        return Digest.of(key).hex();
    }

    /** A public key as a file. */
    public static byte[] pem(byte[] key) {
        return (BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n" + END + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The public key in a file.
     *
     * @throws IllegalArgumentException if it holds no Ed25519 key
     */
    public static byte[] key(byte[] pem) {
        var text = new String(pem, StandardCharsets.US_ASCII);
        int begins = text.indexOf(BEGIN);
        int ends = text.indexOf(END);
        if (begins < 0 || ends < begins) {
            throw new IllegalArgumentException("no public key");
        }
        try {
            return publicKey(Base64.getMimeDecoder().decode(text.substring(begins + BEGIN.length(), ends)))
                    .getEncoded();
        } catch (GeneralSecurityException another) {
            throw new IllegalArgumentException("no Ed25519 key", another);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EditionSeal seal
                && java.util.Arrays.equals(key, seal.key)
                && java.util.Arrays.equals(signature, seal.signature);
    }

    @Override
    public int hashCode() {
        return Objects.hash(java.util.Arrays.hashCode(key), java.util.Arrays.hashCode(signature));
    }
}
