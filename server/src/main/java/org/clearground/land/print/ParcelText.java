// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.land.ParcelStatement;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;
import org.jspecify.annotations.Nullable;

/** What is on record about parcels, as text, CSV and JSON. */
public final class ParcelText {

    private ParcelText() {}

    public static String print(ParcelStatement statement, Words words) {
        var table = new ArrayList<List<String>>();
        for (var line : statement.lines()) {
            table.add(List.of(
                    line.parcel().isEmpty() ? words.say("land.outsideparcels") : line.parcel(),
                    words.say("state." + line.state()),
                    line.hazard(),
                    words.inSquareMetres(line.squareMetres())));
        }
        table.add(List.of(words.say("land.total"), "", "", words.inSquareMetres(statement.squareMetres())));
        return Columns.print(table) + "\n" + words.say("bulletin.caution") + "\n";
    }

    public static String csv(ParcelStatement statement) {
        var out = new StringBuilder("parcel,state,hazard,m2\r\n");
        for (var line : statement.lines()) {
            out.append(Columns.cell(line.parcel()))
                    .append(',')
                    .append(line.state())
                    .append(',')
                    .append(Columns.cell(line.hazard()))
                    .append(',')
                    .append(line.squareMetres())
                    .append("\r\n");
        }
        return out.toString();
    }

    public static Map<String, @Nullable Object> json(ParcelStatement statement, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("squareMetres", statement.squareMetres());
        map.put(
                "lines",
                statement.lines().stream().map(line -> line(line, words)).toList());
        map.put("caution", words.say("bulletin.caution"));
        return map;
    }

    private static Map<String, Object> line(ParcelStatement.Line line, Words words) {
        var map = new LinkedHashMap<String, Object>();
        map.put("parcel", line.parcel());
        map.put("state", line.state().name());
        map.put("stateName", words.say("state." + line.state()));
        map.put("hazard", line.hazard());
        map.put("squareMetres", line.squareMetres());
        return map;
    }
}
