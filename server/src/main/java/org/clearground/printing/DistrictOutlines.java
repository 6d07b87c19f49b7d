// SPDX-License-Identifier: Apache-2.0
package org.clearground.printing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The districts of a country as paths of an SVG, for numbers that stand for whole districts. Borders are thinned to about a
 * kilometre, and borders that two districts share stay shared: no map of them marks a place.
 */
public final class DistrictOutlines {

    private static final double THINNED_DEGREES = 0.012;
    private static final int EDGE = 6;

    private final Map<String, Outline> outlines;
    private final int width;
    private final int height;

    /**
     * A district as it is drawn.
     *
     * @param path for {@code d}, with holes by {@code evenodd}
     * @param x of a point inside, for its number
     * @param y of the same
     */
    public record Outline(String path, double x, double y) {}

    /**
     * Places them in a picture, the north above.
     *
     * @param districts by code, in degrees; those without ground are left out
     * @param width in units of the picture, of which it takes all, unless it would become too high
     * @param mostHeight in the same units
     */
    public DistrictOutlines(Map<String, ? extends Geometry> districts, int width, int mostHeight) {
        var codes = new ArrayList<>(districts.keySet());
        var thin = CoverageSimplifier.simplify(districts.values().toArray(Geometry[]::new), THINNED_DEGREES);
        var box = new Envelope();
        for (var district : thin) {
            box.expandToInclude(district.getEnvelopeInternal());
        }
        var frame = new Frame(box, width, mostHeight);
        var drawn = new LinkedHashMap<String, Outline>();
        for (int i = 0; i < thin.length; i++) {
            var inside = thin[i].getInteriorPoint().getCoordinate();
            if (inside != null) {
                drawn.put(codes.get(i), new Outline(frame.path(thin[i]), frame.x(inside), frame.y(inside)));
            }
        }
        this.outlines = Collections.unmodifiableMap(drawn);
        this.width = width;
        this.height = (int) Math.ceil(box.getHeight() * frame.scale) + 2 * EDGE;
    }

    /** Codes of those that are drawn. */
    public Set<String> codes() {
        return outlines.keySet();
    }

    /** Of a district that is drawn. */
    public Outline outline(String code) {
        return Objects.requireNonNull(outlines.get(code));
    }

    /** The beginning of a picture of them, up to and with its title. */
    public String opening(String title) {
        return "<svg class=\"ground\" role=\"img\" viewBox=\"0 0 " + width + " " + height + "\"><title>"
                + escaped(title) + "</title>";
    }

    /** The same of a picture that stands alone in a file. */
    public String openingAlone(String title) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"Noto Sans\"><title>" + escaped(title)
                + "</title>";
    }

    /** As {@link #label}, for programmes that cannot paint an edge below its letters. */
    public String labelAlone(String code, String text) {
        var at = outline(code);
        var place = String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" text-anchor=\"middle\"", at.x(), at.y() + 4);
        return place + " fill=\"#17252a\">" + escaped(text) + "</text>";
    }

    /** A text in the middle of a district, readable on whatever is behind it. */
    public String label(String code, String text) {
        var at = outline(code);
        return String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" text-anchor=\"middle\" fill=\"#17252a\""
                                + " stroke=\"#ffffff\" stroke-width=\"2.5\" paint-order=\"stroke\">",
                        at.x(),
                        at.y() + 4)
                + escaped(text)
                + "</text>";
    }

    /** A text as it may stand in an element or an attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Degrees to units of the picture: a degree of longitude is as much narrower as it is in the middle of the country. */
    private static final class Frame {

        private final Envelope box;
        private final double narrowing;
        private final double scale;

        Frame(Envelope box, int width, int mostHeight) {
            this.box = box;
            this.narrowing = Math.max(0.01, Math.cos(Math.toRadians(box.isNull() ? 0 : box.centre().y)));
            this.scale = Math.min(
                    (width - 2 * EDGE) / Math.max(0.01, box.getWidth() * narrowing),
                    (mostHeight - 2 * EDGE) / Math.max(0.01, box.getHeight()));
        }

        double x(Coordinate at) {
            return EDGE + (at.x - box.getMinX()) * narrowing * scale;
        }

        double y(Coordinate at) {
            return EDGE + (box.getMaxY() - at.y) * scale;
        }

        String path(Geometry district) {
            var path = new StringBuilder();
            for (int i = 0; i < district.getNumGeometries(); i++) {
                if (district.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                    ring(path, polygon.getExteriorRing().getCoordinates());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        ring(path, polygon.getInteriorRingN(hole).getCoordinates());
                    }
                }
            }
            return path.toString();
        }

        private void ring(StringBuilder path, Coordinate[] ring) {
            for (int i = 0; i < ring.length - 1; i++) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(ring[i]), y(ring[i])));
            }
            path.append('Z');
        }
    }
}
