// SPDX-License-Identifier: Apache-2.0
package org.clearground.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where packs come from: bundled with the programme, or a directory that somebody edits. */
public final class PackSource {

    private PackSource() {}

    /**
     * A pack by the name of a bundled one or by its directory.
     *
     * @throws ProblemException if there is neither
     */
    public static Pack find(String nameOrDirectory) {
        try {
            if (nameOrDirectory.matches("[a-z0-9-]+")) {
                var bundled = PackSource.class.getResource("/packs/" + nameOrDirectory + "/pack.yaml");
                if (bundled != null) {
                    return bundled(bundled);
                }
            }
            var directory = Path.of(nameOrDirectory);
            if (Files.exists(directory.resolve("pack.yaml"))) {
                return read(directory);
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new ProblemException(
                    ProblemCode.PACK_INVALID,
                    "the pack " + nameOrDirectory + " cannot be read: " + unreadable.getMessage(),
                    unreadable);
        }
        throw new ProblemException(
                ProblemCode.WRONG_CALL,
                "there is no pack \"" + nameOrDirectory
                        + "\"; name a bundled one (aze) or a directory with a pack.yaml");
    }

    private static Pack bundled(URL settings) throws IOException, URISyntaxException {
        if (!"jar".equals(settings.getProtocol())) {
            return read(requireParent(Path.of(settings.toURI())));
        }
        try (var jar = FileSystems.newFileSystem(settings.toURI(), Map.of())) {
            var inside = settings.getPath().substring(settings.getPath().indexOf('!') + 1);
            return read(requireParent(jar.getPath(inside)));
        }
    }

    private static Path requireParent(@Nullable Path file) {
        var parent = file == null ? null : file.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    private static Pack read(Path directory) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(directory)) {
            walk.filter(Files::isRegularFile).forEach(file -> {
                try {
                    files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
        return new Pack(files);
    }
}
