// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clearground.packs.Words;
import org.clearground.places.District;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

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
    private static final int MARGIN = 10;
    private static final double APART = 0.8;
    private static final List<String> COLOURS = List.of("#cfe5e9", "#9fcbd3", "#5fa6b3", "#23707e");

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
     * @param squareMetres by code of the district; what is in none that is known stands in the table alone
     * @return empty where nothing stands on record, or the pack names no districts
     */
    public static Optional<DistrictMap> of(
            Collection<District> districts, Map<String, Long> squareMetres, Words words) {
        var rows = squareMetres.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Row(
                        entry.getKey().isEmpty() ? words.say("bulletin.absent") : words.name(entry.getKey()),
                        entry.getValue()))
                .toList();
        if (rows.isEmpty() || districts.isEmpty()) {
            return Optional.empty();
        }
        var classes = classes(rows);
        return Optional.of(new DistrictMap(new Drawing(districts, words).draw(squareMetres, classes), classes, rows));
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

    private static final class Drawing {
        private final Collection<District> districts;
        private final Words words;
        private final Envelope box = new Envelope();
        private final double scale;
        private final double narrowing;
        private final StringBuilder out = new StringBuilder();

        Drawing(Collection<District> districts, Words words) {
            this.districts = districts;
            this.words = words;
            districts.forEach(
                    district -> box.expandToInclude(district.shape().polygons().getEnvelopeInternal()));
            this.narrowing = Math.max(0.01, Math.cos(Math.toRadians(box.centre().y)));
            this.scale = Math.min(
                    (WIDTH - 2 * MARGIN) / Math.max(1e-6, box.getWidth() * narrowing),
                    (MOST_HEIGHT - 2 * MARGIN) / Math.max(1e-6, box.getHeight()));
        }

        String draw(Map<String, Long> squareMetres, List<Shade> classes) {
            var title = words.say("land.map.districts");
            out.append(String.format(
                            Locale.ROOT,
                            "<svg class=\"ground\" role=\"img\" viewBox=\"0 0 %d %.0f\"><title>",
                            WIDTH,
                            box.getHeight() * scale + 2 * MARGIN))
                    .append(escaped(title))
                    .append("</title>");
            for (var district : districts) {
                outline(district, shade(squareMetres.getOrDefault(district.code(), 0L), classes));
            }
            for (var district : districts) {
                long value = squareMetres.getOrDefault(district.code(), 0L);
                if (value > 0) {
                    label(district, value);
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

        private void outline(District district, String colour) {
            out.append("<path fill=\"").append(colour).append("\" stroke=\"#4a5a60\" stroke-width=\"0.8\" d=\"");
            var polygons = district.shape().polygons();
            for (int i = 0; i < polygons.getNumGeometries(); i++) {
                ring(((Polygon) polygons.getGeometryN(i)).getExteriorRing().getCoordinates());
            }
            out.append("\"><title>")
                    .append(escaped(words.name(district.code())))
                    .append("</title></path>");
        }

        /** Points that nobody could tell apart are drawn once. */
        private void ring(Coordinate[] ring) {
            double lastX = 0;
            double lastY = 0;
            for (int i = 0; i < ring.length; i++) {
                double x = x(ring[i].x);
                double y = y(ring[i].y);
                if (i == 0 || Math.hypot(x - lastX, y - lastY) >= APART) {
                    out.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
                    lastX = x;
                    lastY = y;
                }
            }
            out.append('Z');
        }

        private void label(District district, long value) {
            var at = district.shape().polygons().getInteriorPoint().getCoordinate();
            out.append(String.format(
                            Locale.ROOT,
                            "<text font-size=\"10\" text-anchor=\"middle\" fill=\"#17252a\" stroke=\"#ffffff\""
                                    + " stroke-width=\"2.5\" paint-order=\"stroke\" x=\"%.1f\" y=\"%.1f\">",
                            x(at.x),
                            y(at.y)))
                    .append(escaped(words.hectares(value)))
                    .append("</text>");
        }

        private double x(double longitude) {
            return MARGIN + (longitude - box.getMinX()) * narrowing * scale;
        }

        private double y(double latitude) {
            return MARGIN + (box.getMaxY() - latitude) * scale;
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }
}
