// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearground.packs.Words;
import org.clearground.places.store.PlaceRegister;
import org.clearground.printing.DistrictOutlines;
import org.clearground.storage.KeptOfTables;
import org.clearground.storage.Transaction;
import org.locationtech.jts.geom.Geometry;

/**
 * Hazardous ground by district, where pieces are too many to be drawn or not all may be seen: districts the darker the more
 * stands on record in them, each with its number, so that nothing is told by colour alone.
 *
 * @param svg the map
 * @param classes of the legend, the least first
 * @param rows the same numbers as a table, the most first
 */
public record DistrictMap(String svg, List<Shade> classes, List<Row> rows) {

    private static final int WIDTH = 900;
    private static final int MOST_HEIGHT = 700;
    private static final List<String> COLOURS = List.of("#cfe5e9", "#9fcbd3", "#5fa6b3", "#23707e");

    /** Thinned once for as long as the districts stay the same. */
    private static final KeptOfTables<DistrictOutlines> OUTLINES = new KeptOfTables<>(2, "districts", "settlements");

    public DistrictMap {
        classes = List.copyOf(classes);
        rows = List.copyOf(rows);
    }

    /** A colour and from how many square metres to how many it is used. */
    public record Shade(String colour, long from, long to) {}

    /** A district with what stands on record in it. */
    public record Row(String district, long squareMetres) {}

    /**
     * Draws it.
     *
     * @param transaction that knows the districts of the pack in force
     * @param squareMetres by code of the district; what is in none that is known stands in the table alone
     * @return empty where nothing stands on record, or the pack names no districts
     */
    public static Optional<DistrictMap> of(Transaction transaction, Map<String, Long> squareMetres, Words words) {
        var rows = squareMetres.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Row(
                        entry.getKey().isEmpty() ? words.say("bulletin.absent") : words.name(entry.getKey()),
                        entry.getValue()))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var outlines = OUTLINES.get(transaction, "", () -> outlines(transaction));
        if (outlines.codes().isEmpty()) {
            return Optional.empty();
        }
        var classes = classes(rows);
        return Optional.of(new DistrictMap(draw(outlines, squareMetres, classes, words), classes, rows));
    }

    /** So many districts in each class as can be, with borders between values that differ. */
    private static List<Shade> classes(List<Row> rows) {
        var values = rows.stream().map(Row::squareMetres).sorted().toList();
        var classes = new ArrayList<Shade>();
        int from = 0;
        for (int i = 0; i < COLOURS.size() && from < values.size(); i++) {
            int to = Math.max(from, (i + 1) * values.size() / COLOURS.size() - 1);
            while (to + 1 < values.size() && values.get(to + 1).equals(values.get(to))) {
                to++;
            }
            classes.add(new Shade(COLOURS.get(i), values.get(from), values.get(to)));
            from = to + 1;
        }
        return classes;
    }

    private static DistrictOutlines outlines(Transaction transaction) {
        var shapes = new LinkedHashMap<String, Geometry>();
        PlaceRegister.gazetteer(transaction)
                .listDistricts()
                .forEach(
                        district -> shapes.put(district.code(), district.shape().polygons()));
        return new DistrictOutlines(shapes, WIDTH, MOST_HEIGHT);
    }

    private static String draw(
            DistrictOutlines outlines, Map<String, Long> squareMetres, List<Shade> classes, Words words) {
        var out = new StringBuilder(outlines.opening(words.say("land.map.districts")));
        for (var code : outlines.codes()) {
            out.append("<path fill=\"")
                    .append(shade(squareMetres.getOrDefault(code, 0L), classes))
                    .append("\" stroke=\"#4a5a60\" stroke-width=\"0.8\" fill-rule=\"evenodd\" d=\"")
                    .append(outlines.outline(code).path())
                    .append("\"><title>")
                    .append(DistrictOutlines.escaped(words.name(code)))
                    .append("</title></path>");
        }
        for (var code : outlines.codes()) {
            long value = squareMetres.getOrDefault(code, 0L);
            if (value > 0) {
                out.append(outlines.label(code, words.hectares(value)));
            }
        }
        return out.append("</svg>").toString();
    }

    private static String shade(long value, List<Shade> classes) {
        return classes.stream()
                .filter(shade -> value > 0 && value <= shade.to())
                .map(Shade::colour)
                .findFirst()
                .orElse("#ffffff");
    }
}
