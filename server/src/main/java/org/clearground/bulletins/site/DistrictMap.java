// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.site;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.clearground.packs.Packs;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws the districts of the country as SVG, each with a circle as large as its number. Borders are thinned to about a
 * kilometre and a circle lies anywhere in its district: no map of it marks a place.
 */
public final class DistrictMap {

    private static final double THINNED_DEGREES = 0.012;
    private static final int WIDTH = 640;
    private static final int EDGE = 6;
    private static final double LARGEST_CIRCLE = 26;
    private static final double SMALLEST_CIRCLE = 2.5;

    /** A district as it is drawn: its path, and the point that its circle is around. */
    private record Outline(String path, double x, double y) {}

    private final String files;
    private final Map<String, Outline> outlines;
    private final int height;

    private static volatile @Nullable DistrictMap last;

    private DistrictMap(String files, Map<String, Geometry> districts) {
        this.files = files;
        var box = new Envelope();
        districts.values().forEach(district -> box.expandToInclude(district.getEnvelopeInternal()));
        double narrowing = Math.max(0.01, Math.cos(Math.toRadians(box.isNull() ? 0 : box.centre().y)));
        double scale = (WIDTH - 2 * EDGE) / Math.max(0.01, box.getWidth() * narrowing);
        this.height = (int) Math.ceil(box.getHeight() * scale) + 2 * EDGE;
        var drawn = new LinkedHashMap<String, Outline>();
        districts.forEach((code, district) -> {
            var path = new StringBuilder();
            for (int i = 0; i < district.getNumGeometries(); i++) {
                if (district.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                    ring(path, polygon.getExteriorRing().getCoordinates(), box, narrowing, scale);
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        ring(path, polygon.getInteriorRingN(hole).getCoordinates(), box, narrowing, scale);
                    }
                }
            }
            var inside = district.getInteriorPoint().getCoordinate();
            if (inside != null) {
                drawn.put(code, new Outline(path.toString(), x(inside, box, narrowing, scale), y(inside, box, scale)));
            }
        });
        this.outlines = Collections.unmodifiableMap(drawn);
    }

    /** The districts of the pack in force; thinned once for as long as it stays so. */
    public static DistrictMap of(Transaction transaction) {
        var files = Packs.filesInForce(transaction);
        var known = last;
        if (known == null || !known.files.equals(files)) {
            known = new DistrictMap(files, thinned(transaction));
            last = known;
        }
        return known;
    }

    /** Borders that two districts share stay shared. */
    private static Map<String, Geometry> thinned(Transaction transaction) {
        var codes = new java.util.ArrayList<String>();
        var shapes = new java.util.ArrayList<Geometry>();
        transaction
                .sql()
                .sql("select code, geom from districts where known_to_ms is null order by fid")
                .query(row -> {
                    codes.add(row.getString(1));
                    shapes.add(transaction.dialect().decode(row.getBytes(2)));
                });
        var thin = CoverageSimplifier.simplify(shapes.toArray(Geometry[]::new), THINNED_DEGREES);
        var districts = new LinkedHashMap<String, Geometry>();
        for (int i = 0; i < thin.length; i++) {
            districts.put(codes.get(i), thin[i]);
        }
        return districts;
    }

    private static double x(Coordinate at, Envelope box, double narrowing, double scale) {
        return EDGE + (at.x - box.getMinX()) * narrowing * scale;
    }

    private static double y(Coordinate at, Envelope box, double scale) {
        return EDGE + (box.getMaxY() - at.y) * scale;
    }

    private static void ring(StringBuilder path, Coordinate[] ring, Envelope box, double narrowing, double scale) {
        for (int i = 0; i < ring.length - 1; i++) {
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    i == 0 ? "M" : "L",
                    x(ring[i], box, narrowing, scale),
                    y(ring[i], box, scale)));
        }
        path.append('Z');
    }

    /** The outlines and hatchings, once for all drawings of a page; nothing of it is seen by itself. */
    public String shared() {
        var out = new StringBuilder("<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>"
                + "<pattern id=\"absent\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">"
                + "<rect width=\"7\" height=\"7\" fill=\"#eef1f1\"/>"
                + "<path d=\"M-2 2L2-2M0 7L7 0M5 9L9 5\" stroke=\"#8a979b\" stroke-width=\"0.8\"/></pattern>");
        outlines.forEach((code, outline) -> out.append("<path id=\"d-")
                .append(escaped(code))
                .append("\" fill-rule=\"evenodd\" d=\"")
                .append(outline.path())
                .append("\"/>"));
        return out.append("</defs></svg>").toString();
    }

    /**
     * One drawing.
     *
     * @param title what it shows
     * @param numbers by code of the district; empty or missing where nobody reported
     * @param said each number as it is printed, by code
     * @param labels the same, short enough to stand on the map
     * @param names of districts, by code
     */
    public String draw(
            String title,
            Map<String, OptionalLong> numbers,
            Map<String, String> said,
            Map<String, String> labels,
            Map<String, String> names) {
        long most = numbers.values().stream()
                .mapToLong(number -> number.orElse(0))
                .max()
                .orElse(0);
        var out = new StringBuilder("<svg class=\"ground\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\"><title>" + escaped(title) + "</title>");
        outlines.keySet().forEach(code -> out.append("<use href=\"#d-")
                .append(escaped(code))
                .append("\" stroke=\"#6b777b\" stroke-width=\"0.7\" fill=\"")
                .append(number(numbers, code).isPresent() ? "#ffffff" : "url(#absent)")
                .append("\"/>"));
        outlines.keySet().stream()
                .filter(code -> number(numbers, code).orElse(0) > 0)
                .sorted(Comparator.comparingLong(
                        (String code) -> -number(numbers, code).orElse(0)))
                .forEach(code -> circle(
                        out,
                        at(code),
                        Math.max(
                                SMALLEST_CIRCLE,
                                LARGEST_CIRCLE
                                        * Math.sqrt(
                                                (double) number(numbers, code).orElse(0) / most)),
                        names.getOrDefault(code, code) + ": " + said.getOrDefault(code, "")));
        outlines.keySet().stream()
                .filter(code -> number(numbers, code).isPresent())
                .forEach(code -> label(out, at(code), labels.getOrDefault(code, "")));
        return out.append("</svg>").toString();
    }

    private Outline at(String code) {
        return Objects.requireNonNull(outlines.get(code));
    }

    private static void circle(StringBuilder out, Outline at, double radius, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#b3541e\" fill-opacity=\"0.45\""
                        + " stroke=\"#7a3208\"><title>",
                at.x(),
                at.y(),
                radius));
        out.append(escaped(title)).append("</title></circle>");
    }

    private static void label(StringBuilder out, Outline at, String label) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" text-anchor=\"middle\" fill=\"#17252a\""
                        + " stroke=\"#ffffff\" stroke-width=\"2.5\" paint-order=\"stroke\">",
                at.x(),
                at.y() + 4));
        out.append(escaped(label)).append("</text>");
    }

    private static OptionalLong number(Map<String, OptionalLong> numbers, String code) {
        return numbers.getOrDefault(code, OptionalLong.empty());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
