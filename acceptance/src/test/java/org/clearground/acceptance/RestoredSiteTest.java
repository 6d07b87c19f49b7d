// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published stands byte for byte in a store that was put back from a backup. */
class RestoredSiteTest {

    @Test
    void theSiteOfARestoredBackupIsTheSameToTheByte(@TempDir Path directory) throws IOException {
        var data = directory.resolve("demo");
        Clearground.run("demo", "--no-serve", "--data", data).with(0);
        Clearground.run("edition", "key", "create", "--data", data).with(0);
        Clearground.run("edition", "prepare", "2024-W16", "--as", "Leyla", "--data", data)
                .with(0);
        Clearground.run("edition", "sign", "2024-W16-1", "--as", "Murad", "--data", data)
                .with(0);
        Clearground.run("site", "--to", directory.resolve("before"), "--data", data)
                .with(0);
        var copy = directory.resolve("copy.gpkg");
        Clearground.run("backup", "--to", copy, "--data", data).with(0);

        var restored = Files.createDirectories(directory.resolve("restored"));
        Files.copy(copy, restored.resolve("clearground.gpkg"));

        Clearground.run("verify", "--data", restored).with(0);
        Clearground.run("site", "--to", directory.resolve("after"), "--data", restored)
                .with(0);
        var before = files(directory.resolve("before"));
        assertThat(files(directory.resolve("after"))).isEqualTo(before);
        assertThat(before.stream().map(Path::toString))
                .anyMatch(name -> name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".xlsx"))
                .anyMatch(name -> name.endsWith(".png"))
                .as("the signature, though the key is in no backup")
                .anyMatch(name -> name.endsWith("2024-W16-1/edition.sig"));
        assertThat(restored.resolve("keys")).doesNotExist();
        for (var file : before) {
            assertThat(directory.resolve("after").resolve(file))
                    .as(file.toString())
                    .hasSameBinaryContentAs(directory.resolve("before").resolve(file));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}
