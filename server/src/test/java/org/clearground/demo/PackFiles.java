// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.names.Names;
import org.clearground.places.District;
import org.clearground.places.Settlement;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.databind.json.JsonMapper;

/** The files of a pack, read in the shortest way. */
final class PackFiles {

    private PackFiles() {}

    static byte[] bytes(String path) {
        try (var in = PackFiles.class.getResourceAsStream("/packs/aze/" + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<NamedCsvRecord> table(String path) {
        return CsvReader.builder().ofNamedCsvRecord(new String(bytes(path), StandardCharsets.UTF_8)).stream()
                .toList();
    }

    static List<District> districts() {
        var districts = new ArrayList<District>();
        for (var feature : JsonMapper.shared()
                .readTree(bytes("places/districts.geojson"))
                .get("features")
                .values()) {
            var properties = feature.get("properties");
            var names = new LinkedHashMap<String, String>();
            for (var language : List.of("en", "az", "ru")) {
                names.put(language, properties.get("name_" + language).stringValue());
            }
            districts.add(new District(
                    properties.get("code").stringValue(),
                    new Names(names),
                    List.of(),
                    shape(feature.get("geometry").toString())));
        }
        return districts;
    }

    static GroundShape shape(String geoJson) {
        try {
            return GroundShape.of(new GeoJsonReader().read(geoJson));
        } catch (ParseException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }

    static List<Settlement> settlements() {
        return table("places/settlements.csv").stream()
                .map(row -> {
                    var names = new LinkedHashMap<String, String>();
                    Stream.of("en", "az", "ru")
                            .filter(language ->
                                    !row.getField("name_" + language).isEmpty())
                            .forEach(language -> names.put(language, row.getField("name_" + language)));
                    var district = row.getField("district");
                    return new Settlement(
                            row.getField("code"),
                            new Names(names),
                            List.of(row.getField("aliases").split("\\|")),
                            district.isEmpty() ? null : district,
                            new Position(
                                    Double.parseDouble(row.getField("longitude")),
                                    Double.parseDouble(row.getField("latitude"))));
                })
                .toList();
    }
}
