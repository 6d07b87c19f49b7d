// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.packs.Words;
import org.clearground.registers.Column;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.registers.store.RegisterRow;
import org.clearground.registers.store.RegisterRows;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.databind.json.JsonMapper;

/** Registers and their rows as JSON, and rows as GeoJSON (RFC 7946). */
public final class RegisterJson {

    /** A tenth of a millimetre. */
    private static final int DECIMALS = 9;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Register register;
    private final Words words;

    public RegisterJson(Register register, Words words) {
        this.register = register;
        this.words = words;
    }

    /** The register itself: its columns, and what may be asked of each. */
    public Map<String, @Nullable Object> description() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", register.name());
        map.put("title", words.say("register." + register.name()));
        map.put("about", words.say("register." + register.name() + ".about"));
        map.put("at", "/api/registers/" + register.name());
        map.put("period", register.period());
        map.put("searched", register.searched());
        map.put("geometry", register.shape() != null);
        map.put("order", register.order());
        map.put("columns", register.columns().stream().map(this::column).toList());
        return map;
    }

    private Map<String, @Nullable Object> column(Column column) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", column.name());
        map.put("title", words.say(column.words()));
        map.put("kind", column.kind().name());
        map.put("filter", column.filtered());
        map.put("sort", column.sorted());
        map.put("public", column.open());
        return map;
    }

    /** What a row says, by the names of the columns; codes have what they are called beside them. */
    public Map<String, @Nullable Object> row(RegisterRow row) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("key", row.key());
        map.put("sample", row.sample());
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < register.columns().size(); i++) {
            var column = register.columns().get(i);
            var value = row.values().get(i);
            map.put(column.name(), CellText.data(words, column, value));
            if (value != null && column.kind() == Column.Kind.CODE) {
                labels.put(column.name(), CellText.said(words, column, value));
            }
        }
        map.put("labels", labels);
        return map;
    }

    /** Null where there is none. */
    public static @Nullable Object geometry(@Nullable Geometry geometry) {
        return geometry == null ? null : JSON.readValue(written(geometry), Map.class);
    }

    private static String written(Geometry geometry) {
        var writer = new GeoJsonWriter(DECIMALS);
        writer.setEncodeCRS(false);
        writer.setForceCCW(true);
        return writer.write(geometry);
    }

    /**
     * Every row of a selection as a feature; without a geometry where none is recorded.
     *
     * @param about members of the collection besides its features
     */
    public void writeFeatures(
            Selection selection, RegisterRows rows, Map<String, @Nullable Object> about, OutputStream out)
            throws IOException {
        out.write(text("{\"type\":\"FeatureCollection\""));
        for (var member : about.entrySet()) {
            out.write(text(
                    "," + JSON.writeValueAsString(member.getKey()) + ":" + JSON.writeValueAsString(member.getValue())));
        }
        out.write(text(",\"features\":["));
        var first = new boolean[] {true};
        rows.each(selection, row -> {
            try {
                var geometry = rows.geometry(row.key(), selection.asOf());
                out.write(text((first[0] ? "\n" : ",\n") + "{\"type\":\"Feature\",\"id\":"
                        + JSON.writeValueAsString(row.key()) + ",\"geometry\":"
                        + geometry.map(RegisterJson::written).orElse("null") + ",\"properties\":"
                        + JSON.writeValueAsString(row(row)) + "}"));
                first[0] = false;
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        });
        out.write(text("\n]}\n"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
