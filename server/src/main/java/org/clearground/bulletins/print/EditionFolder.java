// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clearground.bulletins.Edition;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an edition in a folder, as anybody may have downloaded them, held against their list. It needs no store
 * and trusts nothing but the list; whether the list is the authority's, its digest tells.
 *
 * @param edition what the list says; who prepared and signed it stands in no document
 * @param seal the signature beside the list; null where there is none that can be read
 * @param wrong what is missing or not as listed, in sentences; none where every document is as listed
 */
public record EditionFolder(Edition edition, @Nullable EditionSeal seal, List<String> wrong) {

    private static final long LARGEST_LIST = 1L << 20;
    private static final Edition.Signature NOT_SAID = new Edition.Signature("", Instant.EPOCH);

    public EditionFolder {
        wrong = List.copyOf(wrong);
    }

    /**
     * Reads a folder.
     *
     * @throws ProblemException if it holds no list of an edition
     */
    public static EditionFolder read(Path folder) {
        var list = folder.resolve(EditionList.NAME);
        try {
            if (!Files.isRegularFile(list) || Files.size(list) > LARGEST_LIST) {
                throw none(folder, null);
            }
            var edition = edition(folder, Files.readAllBytes(list));
            var wrong = new ArrayList<String>();
            for (var document : edition.documents()) {
                var file = folder.resolve(document.name());
                if (!Files.isRegularFile(file)) {
                    wrong.add(document.name() + " is missing");
                } else if (Files.size(file) != document.bytes()
                        || !Digest.of(Files.readAllBytes(file)).equals(document.digest())) {
                    wrong.add(document.name() + " is not what the edition lists under this name");
                }
            }
            return new EditionFolder(edition, seal(folder), wrong);
        } catch (IOException unreadable) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "cannot read the edition in " + folder + " (" + unreadable.getMessage() + ")",
                    unreadable);
        }
    }

    private static @Nullable EditionSeal seal(Path folder) throws IOException {
        var signature = folder.resolve(EditionSeal.NAME);
        var key = folder.resolve(EditionSeal.KEY_NAME);
        if (!Files.isRegularFile(signature)
                || !Files.isRegularFile(key)
                || Files.size(signature) > LARGEST_LIST
                || Files.size(key) > LARGEST_LIST) {
            return null;
        }
        try {
            return new EditionSeal(EditionSeal.key(Files.readAllBytes(key)), Files.readAllBytes(signature));
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }

    private static Edition edition(Path folder, byte[] list) {
        try {
            return EditionList.read(list, NOT_SAID, null);
        } catch (RuntimeException unreadable) {
            throw none(folder, unreadable); // it comes from outside, and may hold anything
        }
    }

    private static ProblemException none(Path folder, @Nullable Throwable cause) {
        var sentence = "there is no list of an edition in " + folder + ": its " + EditionList.NAME
                + " is missing or cannot be read";
        return cause == null
                ? new ProblemException(ProblemCode.WRONG_CALL, sentence)
                : new ProblemException(ProblemCode.WRONG_CALL, sentence, cause);
    }
}
