// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Ledger;
import org.clearground.ledger.LedgerEntry;
import org.clearground.ledger.Verification;
import org.clearground.storage.Store;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a store that can be trusted: made while others work, verified entry by entry, on the disk, with their SHA-256
 * beside them. A copy has its name only when all of that is done.
 */
public final class Backups {

    private final Store store;
    private final Clock clock;

    public Backups(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A copy.
     *
     * @param last entry of this node's chain in it
     */
    public record Made(Path file, long bytes, Digest digest, Verification verification, LedgerEntry last) {}

    private record Looked(Verification verification, @Nullable LedgerEntry last) {}

    /** Where the SHA-256 of a copy stands, as {@code sha256sum --check} reads it. */
    public static Path digestFile(Path copy) {
        return copy.resolveSibling(copy.getFileName() + ".sha256");
    }

    /**
     * Makes one.
     *
     * @throws ProblemException if the file is there already or cannot be written, or what was copied does not hold; no
     *     file is left then
     */
    public Made make(Path to, String actor) {
        var file = to.toAbsolutePath().normalize();
        requireFree(file);
        var begun = clock.instant();
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Made made;
        try {
            made = copy(draft, file);
        } catch (IOException failed) {
            drop(draft, file);
            throw new ProblemException(
                    ProblemCode.STORAGE_UNAVAILABLE,
                    "the backup cannot be written to " + file + " (" + reason(failed)
                            + "); nothing was left there; choose another file with --to, on a disk with space",
                    failed);
        } catch (RuntimeException failed) {
            drop(draft, file);
            throw failed;
        }
        try {
            remember(begun, made, actor);
        } catch (ProblemException busy) {
            throw new ProblemException(
                    busy.code(),
                    "the backup " + file + " is whole, but that it was made could not be written into the store: "
                            + busy.getMessage(),
                    busy);
        }
        return made;
    }

    private Made copy(Path draft, Path file) throws IOException {
        makePrivate(draft);
        store.copyTo(draft);
        var looked = Store.readCopy(
                draft,
                transaction -> new Looked(
                        Verification.of(transaction),
                        new Ledger(clock).head(transaction).orElse(null)));
        var broken = looked.verification().broken();
        if (broken != null || looked.last() == null) {
            throw new ProblemException(
                    ProblemCode.LEDGER_BROKEN,
                    "the store does not hold (" + (broken == null ? "it has no entry" : broken.reason())
                            + "), so no backup was made of it; keep the backups that you have, and see: clearground"
                            + " verify");
        }
        reachDisk(draft);
        long bytes = Files.size(draft);
        var digest = digest(draft);
        Files.writeString(digestFile(file), digest.hex() + "  " + file.getFileName() + "\n");
        reachDisk(digestFile(file));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        directoryReachesDisk(file);
        return new Made(file, bytes, digest, looked.verification(), looked.last());
    }

    private static void requireFree(Path file) {
        var directory = file.getParent();
        if (Files.isDirectory(file) || directory == null) {
            throw wrong(file + " is a directory; name the file, such as " + file.resolve("clearground.gpkg"));
        }
        if (!Files.isDirectory(directory)) {
            throw wrong("there is no directory " + directory + "; make it first");
        }
        for (var taken : new Path[] {file, digestFile(file)}) {
            if (Files.exists(taken)) {
                throw wrong(taken + " is there already, and a backup never replaces a file; choose another name");
            }
        }
    }

    private void remember(Instant begun, Made made, String actor) {
        var ended = clock.instant();
        store.<Boolean>write(transaction -> {
            new Upkeep(transaction)
                    .add(new Upkeep.Done(
                            Upkeep.Kind.BACKED_UP,
                            ended,
                            Duration.between(begun, ended),
                            actor,
                            made.verification().entries(),
                            made.verification().contents(),
                            false,
                            "",
                            new Upkeep.Copy(
                                    String.valueOf(made.file().getFileName()),
                                    made.bytes(),
                                    made.digest().hex())));
            return true;
        });
    }

    /** The copy holds the accounts too: only whoever makes it may read it. */
    private static void makePrivate(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static void reachDisk(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void directoryReachesDisk(Path file) {
        var directory = file.getParent();
        if (directory == null) {
            return;
        }
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unable) {
            // Windows opens no directory, and needs not: the name is there when the move returns
        }
    }

    private static Digest digest(Path file) throws IOException {
        var running = Digest.sha256();
        try (var stream = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                running.update(buffer, 0, length);
            }
        }
        return Digest.finish(running);
    }

    private static String reason(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "the right to write there is missing";
        }
        return failed instanceof FileSystemException about && about.getReason() != null
                ? about.getReason()
                : failed.getClass().getSimpleName();
    }

    private static void drop(Path draft, Path file) {
        dropQuietly(draft);
        dropQuietly(draft.resolveSibling(draft.getFileName() + "-journal"));
        dropQuietly(digestFile(file));
    }

    private static void dropQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // the failure that led here is told; the draft is overwritten next time
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
