// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;

/** A file on its way here, which is written to where it is told to. */
public interface FileArrival {

    void moveTo(Path target) throws IOException;

    /**
     * Looks at a file and does something with it while it lies in a folder; then it is deleted.
     *
     * @param written name that the sender's machine gave it, perhaps with a path
     * @param folder which is made where it is missing
     * @throws ProblemException if it cannot be written there, or is of no kind that can be read
     */
    static <T> T passing(FileArrival arrival, @Nullable String written, Path folder, Function<ReceivedFile, T> use) {
        var name = ReceivedFile.sentName(written);
        try {
            var path = Files.createTempFile(Files.createDirectories(folder), "sent", ".part");
            try {
                arrival.moveTo(path);
                return use.apply(ReceivedFile.inspect(path, name));
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException refused) {
            throw new ProblemException(
                    ProblemCode.STORAGE_UNAVAILABLE,
                    "the file cannot be kept (" + refused.getMessage() + "); send it again",
                    refused);
        }
    }
}
