// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Published data of other people, too large or not free enough to be kept with the source. It stands in {@code
 * shared/data} beside or above the project, or where {@code -Dclearground.data=} says.
 */
final class SharedData {

    private static final String PROPERTY = "clearground.data";

    private SharedData() {}

    /** The folder of a set of data; where it is not there, the test that asks is skipped and says so. */
    static Path folder(String set) {
        var folder = find().map(data -> data.resolve(set)).filter(Files::isDirectory);
        if (folder.isEmpty()) {
            abort("needs the data " + set + " in a folder shared/data beside or above the project, or -D" + PROPERTY);
        }
        return folder.orElseThrow();
    }

    private static Optional<Path> find() {
        var stated = System.getProperty(PROPERTY);
        if (stated != null) {
            return Optional.of(Path.of(stated));
        }
        for (@Nullable Path above = project(); above != null; above = above.getParent()) {
            var data = above.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }

    /** The folder in which the project stands. */
    static Path project() {
        return Clearground.JAR.toAbsolutePath().resolve("../../..").normalize();
    }

    static Path unzip(Path zipped, Path to) {
        try (var in = new GZIPInputStream(Files.newInputStream(zipped))) {
            Files.copy(in, to);
            return to;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
