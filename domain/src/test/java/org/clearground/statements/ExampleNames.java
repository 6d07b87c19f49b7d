// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names of the country of the texts, from its pack. */
final class ExampleNames {

    private static final Path PACK = Path.of("..", "packs", "aze");
    private static final Pattern NAMES = Pattern.compile("\"(?:name_\\w+|aliases)\": ?\"([^\"]+)\"");

    static final KnownNames NAMES_OF_PACK = read();

    private ExampleNames() {}

    private static KnownNames read() {
        var agency = new ArrayList<String>();
        var army = new ArrayList<String>();
        var otherBodies = new ArrayList<String>();
        var districts = new ArrayList<String>();
        try {
            var rows = Files.readAllLines(PACK.resolve("organisations.csv"));
            for (var row : rows.subList(1, rows.size())) {
                var cells = row.split(",", -1);
                if (cells[6].equals("false")) {
                    var names =
                            switch (cells[1]) {
                                case "NMAC" -> agency;
                                case "armed_forces" -> army;
                                default -> otherBodies;
                            };
                    names.addAll(List.of(cells[0], cells[2], cells[3], cells[4]));
                    addAll(names, cells[5]);
                }
            }
            NAMES.matcher(Files.readString(PACK.resolve("places").resolve("districts.geojson")))
                    .results()
                    .forEach(found -> addAll(districts, found.group(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new KnownNames(agency, army, otherBodies, districts);
    }

    private static void addAll(List<String> names, String aliases) {
        for (var alias : aliases.split("\\|", -1)) {
            if (!alias.isBlank()) {
                names.add(alias);
            }
        }
    }
}
