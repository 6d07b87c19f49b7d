// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import org.clearground.bulletins.print.EditionSeal;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;

/**
 * The authority's key for editions, in a folder beside the store. It is in no backup and no ledger: whoever has it can
 * publish in the authority's name.
 */
public final class EditionKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "edition-signing.pem";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final Path folder;

    /** @param folder which need not exist: then there is no key */
    public EditionKey(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a key.
     *
     * @return the public one
     * @throws ProblemException if there is one already, or it cannot be written
     */
    public byte[] create() {
        var file = folder.resolve(PRIVATE);
        if (Files.exists(file)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "there is a key already in " + file + "; retire it first: clearground edition key retire");
        }
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(folder);
            write(
                    file,
                    BEGIN + "\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(pair.getPrivate().getEncoded())
                            + "\n" + END + "\n");
            var key = pair.getPublic().getEncoded();
            Files.write(folder.resolve(EditionSeal.KEY_NAME), EditionSeal.pem(key));
            return key;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException unwritable) {
            throw unusable("cannot be written", unwritable);
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    /** The public key; empty if editions are published without one. */
    public Optional<byte[]> find() {
        if (!Files.exists(folder.resolve(PRIVATE))) {
            return Optional.empty();
        }
        try {
            return Optional.of(EditionSeal.key(Files.readAllBytes(folder.resolve(EditionSeal.KEY_NAME))));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw unusable("has no public key beside it", unreadable);
        }
    }

    /**
     * Puts the key aside: it signs nothing any more, and what it signed stays verifiable.
     *
     * @return the public one
     * @throws ProblemException if there is none
     */
    public byte[] retire() {
        var key = find().orElseThrow(() ->
                new ProblemException(ProblemCode.NOT_FOUND, "there is no key in " + folder + " to retire"));
        var aside = "retired-" + EditionSeal.fingerprint(key).substring(0, 16) + "-";
        try {
            Files.move(folder.resolve(PRIVATE), folder.resolve(aside + PRIVATE));
            Files.move(folder.resolve(EditionSeal.KEY_NAME), folder.resolve(aside + EditionSeal.KEY_NAME));
            return key;
        } catch (IOException unwritable) {
            throw unusable("cannot be put aside", unwritable);
        }
    }

    /**
     * Signs the list of an edition; empty if there is no key.
     *
     * @throws ProblemException if there is one that cannot be used; nothing is published then
     */
    public Optional<EditionSeal> seal(byte[] list) {
        var file = folder.resolve(PRIVATE);
        var key = find();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            requireClosed(file);
            var signer = Signature.getInstance(ALGORITHM);
            signer.initSign(privateKey(Files.readString(file, StandardCharsets.US_ASCII)));
            signer.update(list);
            var seal = new EditionSeal(key.get(), signer.sign());
            if (!seal.holds(list)) {
                throw unusable("does not belong to the public key beside it", null);
            }
            return Optional.of(seal);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw unusable("cannot be read as an Ed25519 key", unreadable);
        }
    }

    private void requireClosed(Path file) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        var open = EnumSet.of(
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_WRITE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_WRITE);
        open.retainAll(Files.getPosixFilePermissions(file));
        if (!open.isEmpty()) {
            throw unusable("may be read by others on this machine; close it: chmod 600", null);
        }
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        int begins = pem.indexOf(BEGIN);
        int ends = pem.indexOf(END);
        if (begins < 0 || ends < begins) {
            throw new IllegalArgumentException("no private key");
        }
        return KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(
                        Base64.getMimeDecoder().decode(pem.substring(begins + BEGIN.length(), ends))));
    }

    private ProblemException unusable(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        var sentence = "the key for editions in " + folder.resolve(PRIVATE) + " " + why + "; nothing was published";
        return cause == null
                ? new ProblemException(ProblemCode.WRONG_CALL, sentence)
                : new ProblemException(ProblemCode.WRONG_CALL, sentence, cause);
    }
}
