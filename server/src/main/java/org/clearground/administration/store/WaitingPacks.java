// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Pack;
import org.clearground.packs.PackZip;
import org.clearground.storage.Store;

/** Packs that somebody looks at before they come into force: files beside the store, for a day. */
public final class WaitingPacks {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int MOST_WAITING = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Clock clock;

    public WaitingPacks(Store store, Clock clock) {
        this.folder = store.directory().resolve("web").resolve("packs");
        this.clock = clock;
    }

    /**
     * Keeps a pack.
     *
     * @return its id
     */
    public synchronized String keep(Pack pack) {
        try {
            Files.createDirectories(folder);
            deleteOld();
            var bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            var id = HexFormat.of().formatHex(bytes);
            Files.write(folder.resolve(id), PackZip.write(pack));
            return id;
        } catch (IOException refused) {
            throw new ProblemException(
                    ProblemCode.STORAGE_UNAVAILABLE,
                    "the pack cannot be kept (" + refused.getMessage() + "); nothing was changed",
                    refused);
        }
    }

    /** One that waits; empty where there is none of this id any more. */
    public Optional<Pack> find(String id) {
        var file = folder.resolve(ID.matcher(id).matches() ? id : "none");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(PackZip.read(in));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** It came into force, or nobody wants it. */
    public void drop(String id) {
        if (ID.matcher(id).matches()) {
            try {
                Files.deleteIfExists(folder.resolve(id));
            } catch (IOException stays) {
                // deleted with the old ones
            }
        }
    }

    private void deleteOld() throws IOException {
        var oldest = FileTime.from(clock.instant().minus(KEPT));
        int waiting = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                    Files.deleteIfExists(file);
                } else {
                    waiting++;
                }
            }
        }
        if (waiting >= MOST_WAITING) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    MOST_WAITING + " changes of the pack wait already; put one in force or throw them away first");
        }
    }
}
