// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A pack for a test: the forms and sentences of the first country, other districts, one organisation. */
final class TestPack {

    private TestPack() {}

    /** A district with its outline as GeoJSON. */
    record District(String name, JsonNode outline) {}

    static Path of(
            Path directory,
            String name,
            String country,
            String zone,
            String organisation,
            Map<String, District> districts) {
        var model = SharedData.project().resolve("packs").resolve("aze");
        try {
            copy(model, directory);
            var says = Files.readString(model.resolve("pack.yaml"))
                    .replaceFirst("(?m)^name: .*$", "name: " + name)
                    .replaceFirst("(?m)^iso3: .*$", "iso3: " + country)
                    .replaceFirst("(?m)^zone: .*$", "zone: " + zone);
            Files.writeString(directory.resolve("pack.yaml"), says);
            Files.writeString(
                    directory.resolve("organisations.csv"),
                    "code,kind,name_en,name_az,name_ru,aliases,unnamed\n"
                            + String.join(
                                    ",",
                                    organisation,
                                    "NMAC",
                                    organisation,
                                    organisation,
                                    organisation,
                                    "",
                                    "false\n"));
            Files.writeString(
                    directory.resolve("places").resolve("settlements.csv"),
                    "code,district,longitude,latitude,name_az,name_en,name_ru,aliases\n");
            Files.writeString(directory.resolve("places").resolve("districts.geojson"), collection(districts));
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String collection(Map<String, District> districts) {
        var json = JsonMapper.shared();
        var collection = json.createObjectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        new TreeMap<>(districts).forEach((code, district) -> {
            var feature = features.addObject().put("type", "Feature");
            feature.putObject("properties")
                    .put("code", code)
                    .put("name_en", district.name())
                    .put("name_az", "")
                    .put("name_ru", "")
                    .put("aliases", "");
            feature.set("geometry", district.outline());
        });
        return collection.toString();
    }

    /** All of a pack but its examples. */
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(file -> !file.startsWith(from.resolve("examples")))
                    .toList()) {
                Files.createDirectories(to);
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
