// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.packs.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Where things are: their outlines or points, north up, with a scale and the coordinates of the corners. It has one neutral
 * look, and dashes for what was there before, because it says what is recorded; what that means for the ground is on the
 * maps of land.
 */
public final class SmallMap {

    private static final String EARLIER = " stroke-dasharray=\"5 4\" fill-opacity=\"0.04\"";
    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;
    private static final int LINE = 14;
    private static final double FILLED = 0.8;
    private static final double LEAST_DEGREES = 0.0008;
    private static final double METRES_PER_DEGREE = 111_195;

    private final StringBuilder out = new StringBuilder();
    private final Coordinate centre;
    private final double narrowing;
    private final double scale;

    private SmallMap(Envelope box) {
        this.centre = box.centre();
        this.narrowing = Math.max(0.01, Math.cos(Math.toRadians(centre.y)));
        this.scale = FILLED
                * Math.min(
                        WIDTH / (Math.max(LEAST_DEGREES, box.getWidth()) * narrowing),
                        HEIGHT / Math.max(LEAST_DEGREES, box.getHeight()));
    }

    /** One thing. */
    public static String draw(Geometry geometry, String title, Words words) {
        return draw(List.of(), List.of(geometry), title, words);
    }

    /**
     * Things beside those that were there before, as SVG.
     *
     * @param earlier drawn with dashes, below the others
     * @param things one at least, of both together
     */
    public static String draw(List<Geometry> earlier, List<Geometry> things, String title, Words words) {
        var box = new Envelope();
        earlier.forEach(each -> box.expandToInclude(each.getEnvelopeInternal()));
        things.forEach(each -> box.expandToInclude(each.getEnvelopeInternal()));
        var map = new SmallMap(box);
        map.out
                .append("<svg class=\"ground\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT + 2 * LINE)
                .append("\"><title>")
                .append(escaped(title))
                .append("</title><rect x=\"0.5\" y=\"")
                .append(LINE)
                .append("\" width=\"")
                .append(WIDTH - 1)
                .append("\" height=\"")
                .append(HEIGHT)
                .append("\" fill=\"#ffffff\" stroke=\"#17252a\"/>");
        earlier.forEach(each -> map.shapes(each, EARLIER));
        things.forEach(each -> map.shapes(each, ""));
        map.scaleBar(words);
        map.corners(words);
        return map.out.append("</svg>").toString();
    }

    private void shapes(Geometry geometry, String look) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            var part = geometry.getGeometryN(i);
            if (part instanceof Point point && !point.isEmpty()) {
                out.append(String.format(
                        Locale.ROOT,
                        "<path fill=\"none\" stroke=\"#17252a\" stroke-width=\"2\"" + look
                                + " d=\"M%1$.1f %2$.1fm-7 0h14m-7-7v14\"/>"
                                + "<circle cx=\"%1$.1f\" cy=\"%2$.1f\" r=\"4\" fill=\"#0a5260\"" + look + "/>",
                        x(point.getX()),
                        y(point.getY())));
            } else if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                out.append("<path fill=\"#0a5260\" fill-rule=\"evenodd\" stroke=\"#0a5260\"" + " stroke-width=\"1.5\""
                        + (look.isEmpty() ? " fill-opacity=\"0.15\"" : look) + " d=\"");
                ring(polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole).getCoordinates());
                }
                out.append("\"/>");
            }
        }
    }

    private void ring(Coordinate[] ring) {
        for (int i = 0; i < ring.length - 1; i++) {
            out.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(ring[i].x), y(ring[i].y)));
        }
        out.append('Z');
    }

    private double x(double longitude) {
        return WIDTH / 2.0 + (longitude - centre.x) * narrowing * scale;
    }

    private double y(double latitude) {
        return LINE + HEIGHT / 2.0 - (latitude - centre.y) * scale;
    }

    private void scaleBar(Words words) {
        double most = METRES_PER_DEGREE / scale * WIDTH / 4;
        double length = Math.pow(10, Math.floor(Math.log10(most)));
        length = most >= 5 * length ? 5 * length : most >= 2 * length ? 2 * length : length;
        var text = length >= 1000
                ? words.say("unit.kilometres", Map.of("value", words.number(Math.round(length / 1000))))
                : words.say("unit.metres", Map.of("value", words.number(Math.max(1, Math.round(length)))));
        out.append(String.format(
                Locale.ROOT,
                "<path fill=\"none\" stroke=\"#17252a\" stroke-width=\"1.5\" d=\"M12 %1$dv5h%2$.1fv-5\"/>"
                        + "<text font-size=\"10\" fill=\"#17252a\" x=\"15\" y=\"%3$d\">",
                HEIGHT + LINE - 14,
                length / METRES_PER_DEGREE * scale,
                HEIGHT + LINE - 13));
        out.append(escaped(text)).append("</text>");
    }

    /** Latitude and longitude of two opposite corners, latitude first as everywhere; north is up. */
    private void corners(Words words) {
        double north = centre.y + HEIGHT / 2.0 / scale;
        double south = centre.y - HEIGHT / 2.0 / scale;
        double west = centre.x - WIDTH / 2.0 / scale / narrowing;
        double east = centre.x + WIDTH / 2.0 / scale / narrowing;
        out.append(String.format(
                Locale.ROOT,
                "<g font-size=\"10\" fill=\"#4a5a60\"><text x=\"0\" y=\"%d\">%.5f° %.5f°</text>"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.5f° %.5f°</text>",
                LINE - 4,
                north,
                west,
                WIDTH,
                HEIGHT + 2 * LINE - 2,
                south,
                east));
        out.append("<text x=\"")
                .append(WIDTH)
                .append("\" y=\"")
                .append(LINE - 4)
                .append("\" text-anchor=\"end\">↑ ")
                .append(escaped(words.say("map.north")))
                .append("</text></g>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
