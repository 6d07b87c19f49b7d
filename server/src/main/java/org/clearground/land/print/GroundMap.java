// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clearground.geo.Position;
import org.clearground.packs.Words;
import org.clearground.places.District;
import org.clearground.registers.Symbol;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.RingClipper;

/**
 * Draws ground as SVG: hatched and outlined, so that it can be told apart without colour, with districts, scale, north
 * and the coordinates of its corners. The same ground gives the same text.
 *
 * <p>Degrees are drawn as on a plane that is true in the middle of the map. Outlines are thinned to what can be seen, so
 * that a country of thousands of pieces is still a small picture.
 */
public final class GroundMap {

    /** Turning points nearer to the last one than this, in pixels, are left out. */
    private static final double SEEN = 0.7;

    /** Ground smaller than this, in pixels, is drawn as a square of this size. */
    private static final double LEAST = 3;

    /** Places that fade out over fewer pixels than these are drawn so large. */
    private static final double LEAST_RADIUS = 7;

    private static final double LEAST_DEGREES = 0.0008;
    private static final double FILLED = 0.86;
    private static final int LINE = 14;
    private static final int ROOM_OF_A_LABEL = 15;
    private static final int MOST_DISTRICT_NAMES = 30;
    private static final double METRES_PER_DEGREE = 111_195;

    private final String id;
    private final int width;
    private final int height;
    private final double longitude;
    private final double latitude;
    private final double narrowing;
    private final double scale;
    private final List<District> districts;
    private final Words words;

    /** How a kind of ground looks: its colour, its hatching on a tile of so many pixels, the dashes of its outline. */
    public enum Look {
        CONTEXT("#6b777b", "", "2 2"),
        SUSPECTED("#a85a00", "M-2 2L2-2M0 8L8 0M6 10L10 6", "5 3"),
        CONFIRMED("#9b1c12", "M-2 2L2-2M0 8L8 0M6 10L10 6M-2 6L2 10M0 0L8 8M6-2L10 2", ""),
        FOUND("#9b1c12", "M3 4H5", ""),
        ADDED("#7a1f6b", "M1 4H7M4 1V7", ""),
        REOPENED("#9b1c12", "M0 6L4 2L8 6", "1 2"),
        CANCELLED("#1b5a9c", "M-2 6L2 10M0 0L8 8M6-2L10 2", ""),
        REDUCED("#00695c", "M4 0V8", ""),
        CLEARED("#2b6a2f", "M4 0V8M0 4H8", ""),
        RELEASED("#2b6a2f", "M0 4H8", ""),
        UNDER_WORK("#5b4a8a", "M0 2H8M0 6H8", "5 3"),
        AWAITING_INSPECTION("#5b4a8a", "M2 0V8M6 0V8", "5 3"),
        CHOSEN("#17252a", "M2 2L6 6M6 2L2 6", ""),
        NO_LONGER("#9b1c12", "M-2 2L2-2M0 8L8 0M6 10L10 6M-2 6L2 10M0 0L8 8M6-2L10 2M4 0V8M0 4H8", ""),
        OTHER("#6b777b", "M1 1H2M5 5H6", ""),
        /** Signs of flags, drawn over the hatching of the state: two bars, a cross, a lozenge, an eye. */
        FLAGGED_SUSPENDED("#17252a", "M5 3V13M11 3V13", "", 16),
        FLAGGED_INACCESSIBLE("#17252a", "M4 4L12 12M12 4L4 12", "", 16),
        FLAGGED_RESTRICTED_USE("#17252a", "M8 2L14 8L8 14L2 8Z", "", 16),
        FLAGGED_RESIDUAL_MONITORING("#17252a", "M2 8Q8 2 14 8Q8 14 2 8ZM7 8H9", "", 16);

        private final String colour;
        private final String hatch;
        private final String dashes;
        private final int tile;

        Look(String colour, String hatch, String dashes) {
            this(colour, hatch, dashes, 8);
        }

        Look(String colour, String hatch, String dashes, int tile) {
            this.tile = tile;
            this.colour = colour;
            this.hatch = hatch;
            this.dashes = dashes;
        }

        /** The same on maps that are drawn in the browser. */
        public Symbol.Look on(String words, String... codes) {
            return new Symbol.Look(words, Set.of(codes), Symbol.Form.GROUND, colour, hatch, dashes);
        }
    }

    /** Ground of one look. */
    public record Layer(Look look, String label, List<? extends Geometry> grounds) {
        public Layer {
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * A place of which nobody knows how far it reaches: a cross from which something fades out, without any edge.
     *
     * @param metres over which it fades
     */
    public record Disc(Position at, int metres) {}

    /** A point with its name. */
    public record Mark(String label, Position at, boolean fixed) {}

    /**
     * A map.
     *
     * @param enlarged whether it shows ground larger than it is, because it could not be seen otherwise
     */
    public record Drawing(String svg, boolean enlarged) {}

    /** What a hatching means. */
    public record Sample(String svg, String label) {}

    /**
     * A map of an extent; several drawings of it show the same place.
     *
     * @param id by which its hatchings are named, unlike any other on the page
     * @param extent in degrees, all of which is shown; not empty
     */
    public GroundMap(String id, int width, int height, Envelope extent, List<District> districts, Words words) {
        this.id = id;
        this.width = width;
        this.height = height;
        this.longitude = (extent.getMinX() + extent.getMaxX()) / 2;
        this.latitude = (extent.getMinY() + extent.getMaxY()) / 2;
        this.narrowing = Math.max(0.01, Math.cos(Math.toRadians(latitude)));
        this.scale = FILLED
                * Math.min(
                        width / Math.max(LEAST_DEGREES, extent.getWidth() * narrowing),
                        height / Math.max(LEAST_DEGREES, extent.getHeight()));
        this.districts = List.copyOf(districts);
        this.words = words;
    }

    /** The box around ground; empty where there is none. */
    public static Envelope extent(List<? extends Geometry> grounds) {
        var extent = new Envelope();
        grounds.forEach(ground -> extent.expandToInclude(ground.getEnvelopeInternal()));
        return extent;
    }

    /** The samples of a legend, one for each look, in the order of the layers. */
    public static List<Sample> legend(String id, List<Layer> layers) {
        var samples = new ArrayList<Sample>();
        var seen = new HashSet<Look>();
        for (var layer : layers) {
            if (!layer.grounds().isEmpty() && seen.add(layer.look())) {
                var out = new StringBuilder(
                        "<svg class=\"swatch\" width=\"30\" height=\"18\" viewBox=\"0 0 30 18\" aria-hidden=\"true\">");
                hatching(out, id + "-legend", layer.look());
                out.append("<rect x=\"1\" y=\"1\" width=\"28\" height=\"16\"");
                style(out, id + "-legend", layer.look());
                samples.add(new Sample(out.append("/></svg>").toString(), layer.label()));
            }
        }
        return samples;
    }

    /** The box around places and all over which they fade out. */
    public static Envelope extentOf(List<Disc> discs) {
        var extent = new Envelope();
        for (var disc : discs) {
            double high = disc.metres() / METRES_PER_DEGREE;
            double wide =
                    high / Math.max(0.01, Math.cos(Math.toRadians(disc.at().latitude())));
            extent.expandToInclude(disc.at().longitude() - wide, disc.at().latitude() - high);
            extent.expandToInclude(disc.at().longitude() + wide, disc.at().latitude() + high);
        }
        return extent;
    }

    /** The sample of a place that fades out. */
    public static Sample legendOfDiscs(String id, String label) {
        var out = new StringBuilder(
                "<svg class=\"swatch\" width=\"30\" height=\"18\" viewBox=\"0 0 30 18\" aria-hidden=\"true\">");
        fading(out, id + "-legend");
        disc(out, id + "-legend", 15, 9, 9);
        return new Sample(out.append("</svg>").toString(), label);
    }

    private static void fading(StringBuilder out, String prefix) {
        out.append("<radialGradient id=\"")
                .append(prefix)
                .append("-LEAD\"><stop offset=\"0\" stop-color=\"#7a1f6b\" stop-opacity=\"0.75\"/>")
                .append("<stop offset=\"0.5\" stop-color=\"#7a1f6b\" stop-opacity=\"0.3\"/>")
                .append("<stop offset=\"1\" stop-color=\"#7a1f6b\" stop-opacity=\"0\"/></radialGradient>");
    }

    private static void disc(StringBuilder out, String prefix, double x, double y, double radius) {
        out.append("<circle cx=\"");
        append(out, x);
        out.append("\" cy=\"");
        append(out, y);
        out.append("\" r=\"");
        append(out, radius);
        out.append("\" fill=\"url(#").append(prefix).append("-LEAD)\"/><path fill=\"none\" stroke=\"#17252a\" d=\"M");
        append(out, x - 3);
        out.append(' ');
        append(out, y - 3);
        out.append("l6 6m0-6l-6 6\"/>");
    }

    /**
     * Draws it.
     *
     * @param name of this drawing, unlike that of any other of the same map
     * @param title said where the picture cannot be seen
     * @param layers from the lowest
     * @param discs above all of them
     */
    public Drawing draw(String name, String title, List<Layer> layers, List<Mark> marks, List<Disc> discs) {
        var prefix = id + "-" + name;
        var out = new StringBuilder("<svg class=\"ground\" role=\"img\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height + 2 * LINE)
                .append("\"><title>")
                .append(escaped(title))
                .append("</title>");
        layers.stream()
                .filter(layer -> !layer.grounds().isEmpty())
                .map(Layer::look)
                .distinct()
                .forEach(look -> hatching(out, prefix, look));
        if (!discs.isEmpty()) {
            fading(out, prefix);
        }
        out.append("<svg x=\"0\" y=\"")
                .append(LINE)
                .append("\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\"><rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        var names = borders(out);
        boolean enlarged = false;
        for (var layer : layers) {
            if (!layer.grounds().isEmpty()) {
                var path = new Path();
                layer.grounds().forEach(path::add);
                out.append("<path");
                style(out, prefix, layer.look());
                out.append(" d=\"").append(path.text).append("\"/>");
                enlarged |= path.enlarged;
            }
        }
        for (var disc : discs) {
            double radius = disc.metres() / METRES_PER_DEGREE * scale;
            enlarged |= radius < LEAST_RADIUS;
            disc(out, prefix, x(disc.at().longitude()), y(disc.at().latitude()), Math.max(LEAST_RADIUS, radius));
        }
        if (names.length() > 0) {
            out.append("<g font-size=\"10\" font-style=\"italic\" fill=\"#3f4d52\" paint-order=\"stroke\""
                            + " stroke=\"#ffffff\" stroke-width=\"3\">")
                    .append(names)
                    .append("</g>");
        }
        scaleBar(out);
        marks(out, marks);
        north(out);
        out.append("<rect x=\"0.5\" y=\"0.5\" width=\"")
                .append(width - 1)
                .append("\" height=\"")
                .append(height - 1)
                .append("\" fill=\"none\" stroke=\"#17252a\"/></svg>");
        corners(out);
        return new Drawing(out.append("</svg>").toString(), enlarged);
    }

    private static void hatching(StringBuilder out, String prefix, Look look) {
        if (!look.hatch.isEmpty()) {
            out.append("<pattern id=\"")
                    .append(prefix)
                    .append('-')
                    .append(look.name())
                    .append("\" width=\"")
                    .append(look.tile)
                    .append("\" height=\"")
                    .append(look.tile)
                    .append("\" patternUnits=\"userSpaceOnUse\"><path fill=\"none\" stroke=\"")
                    .append(look.colour)
                    .append("\" stroke-width=\"")
                    .append(look == Look.FOUND || look == Look.OTHER ? "2.2" : look.tile > 8 ? "1.8" : "1")
                    .append("\" d=\"")
                    .append(look.hatch)
                    .append("\"/></pattern>");
        }
    }

    private static void style(StringBuilder out, String prefix, Look look) {
        out.append(" fill=\"")
                .append(look.hatch.isEmpty() ? "none" : "url(#" + prefix + "-" + look.name() + ")")
                .append("\" fill-rule=\"evenodd\" stroke=\"")
                .append(look.colour)
                .append("\" stroke-width=\"1.4\"");
        if (!look.dashes.isEmpty()) {
            out.append(" stroke-dasharray=\"").append(look.dashes).append('"');
        }
    }

    private double x(double degrees) {
        return width / 2.0 + (degrees - longitude) * narrowing * scale;
    }

    private double y(double degrees) {
        return height / 2.0 - (degrees - latitude) * scale;
    }

    private double longitudeAt(double x) {
        return longitude + (x - width / 2.0) / narrowing / scale;
    }

    private double latitudeAt(double y) {
        return latitude - (y - height / 2.0) / scale;
    }

    private Envelope frame() {
        return new Envelope(longitudeAt(0), longitudeAt(width), latitudeAt(height), latitudeAt(0));
    }

    /** Outlines as they are seen at this scale. */
    private final class Path {
        private final StringBuilder text = new StringBuilder();
        private final Set<Long> squares = new HashSet<>();
        private boolean enlarged;

        void add(Geometry geometry) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                    var box = polygon.getEnvelopeInternal();
                    if (small(box)) {
                        square(box);
                        continue;
                    }
                    ring(polygon.getExteriorRing());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        if (!small(polygon.getInteriorRingN(hole).getEnvelopeInternal())) {
                            ring(polygon.getInteriorRingN(hole));
                        }
                    }
                }
            }
        }

        private boolean small(Envelope box) {
            return box.getWidth() * narrowing * scale < LEAST && box.getHeight() * scale < LEAST;
        }

        private void square(Envelope box) {
            long left = Math.round(x(box.centre().x) - LEAST / 2);
            long top = Math.round(y(box.centre().y) - LEAST / 2);
            enlarged = true;
            if (squares.add(left * 100_000 + top)) {
                text.append('M').append(left).append(' ').append(top).append("h3v3h-3z");
            }
        }

        private void ring(LineString ring) {
            line(ring.getCoordinates());
        }

        void line(Coordinate[] ring) {
            double lastX = Double.NaN;
            double lastY = Double.NaN;
            int last = ring.length > 1 && ring[0].equals2D(ring[ring.length - 1]) ? ring.length - 1 : ring.length;
            for (int i = 0; i < last; i++) {
                double x = x(ring[i].x);
                double y = y(ring[i].y);
                if (i == 0 || Math.hypot(x - lastX, y - lastY) >= SEEN) {
                    text.append(i == 0 ? 'M' : 'L');
                    append(text, x);
                    text.append(' ');
                    append(text, y);
                    lastX = x;
                    lastY = y;
                }
            }
            text.append('Z');
        }
    }

    /** To a tenth of a pixel. */
    private static void append(StringBuilder out, double pixels) {
        long tenths = Math.round(pixels * 10);
        if (tenths < 0) {
            out.append('-');
            tenths = -tenths;
        }
        out.append(tenths / 10);
        if (tenths % 10 != 0) {
            out.append('.').append(tenths % 10);
        }
    }

    /** Draws the borders, and gives what districts are called there. */
    private StringBuilder borders(StringBuilder out) {
        var frame = frame();
        var clipper = new RingClipper(frame);
        var lines = new Path();
        var names = new StringBuilder();
        int named = 0;
        for (var district : districts) {
            var polygons = district.shape().polygons();
            if (!frame.intersects(polygons.getEnvelopeInternal())) {
                continue;
            }
            var seen = new Envelope();
            for (int i = 0; i < polygons.getNumGeometries(); i++) {
                var ring = clipper.clip(
                        ((Polygon) polygons.getGeometryN(i)).getExteriorRing().getCoordinates());
                if (ring.length > 2) {
                    lines.line(ring);
                    for (var vertex : ring) {
                        seen.expandToInclude(vertex);
                    }
                }
            }
            var name = district.names().in(words.language());
            boolean room = !seen.isNull()
                    && seen.getWidth() * narrowing * scale > 6.0 * name.length()
                    && seen.getHeight() * scale > 2 * LINE;
            if (room && named < MOST_DISTRICT_NAMES) {
                named++;
                boolean everywhere = seen.covers(frame);
                names.append("<text text-anchor=\"middle\" x=\"");
                append(names, x(seen.centre().x));
                names.append("\" y=\"");
                append(names, everywhere ? LINE : y(seen.centre().y));
                names.append("\">").append(escaped(name)).append("</text>");
            }
        }
        if (lines.text.length() > 0) {
            out.append("<path fill=\"none\" stroke=\"#8a979b\" stroke-dasharray=\"6 2 1 2\" d=\"")
                    .append(lines.text)
                    .append("\"/>");
        }
        return names;
    }

    private void marks(StringBuilder out, List<Mark> marks) {
        if (marks.isEmpty()) {
            return;
        }
        out.append("<g font-size=\"10\" fill=\"#17252a\" stroke-linejoin=\"round\">");
        var labelled = new ArrayList<double[]>();
        for (var mark : marks) {
            double x = x(mark.at().longitude());
            double y = y(mark.at().latitude());
            out.append("<path d=\"M");
            append(out, mark.fixed() ? x : x - 2);
            out.append(' ');
            append(out, mark.fixed() ? y - 6 : y - 2);
            out.append(mark.fixed() ? "l5 9h-10z\"/>" : "h4v4h-4z\"/>");
            if (labelled.stream().allMatch(other -> Math.hypot(other[0] - x, other[1] - y) >= ROOM_OF_A_LABEL)) {
                labelled.add(new double[] {x, y});
                boolean left = x > width - 40.0;
                out.append("<text paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\"")
                        .append(left ? " text-anchor=\"end\"" : "")
                        .append(" x=\"");
                append(out, left ? x - 5 : x + 5);
                out.append("\" y=\"");
                append(out, Math.max(y - 4, 10));
                out.append("\">").append(escaped(mark.label())).append("</text>");
            }
        }
        out.append("</g>");
    }

    private void north(StringBuilder out) {
        out.append("<g><path fill=\"#17252a\" d=\"M")
                .append(width - 16)
                .append(" 8l6 20l-6-4l-6 4z\"/><text text-anchor=\"middle\" font-size=\"11\" font-weight=\"700\""
                        + " fill=\"#17252a\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\" x=\"")
                .append(width - 16)
                .append("\" y=\"40\">")
                .append(escaped(words.say("map.north")))
                .append("</text></g>");
    }

    private void scaleBar(StringBuilder out) {
        double metresPerPixel = METRES_PER_DEGREE / scale;
        double most = metresPerPixel * width / 4;
        double length = Math.pow(10, Math.floor(Math.log10(most)));
        length = most >= 5 * length ? 5 * length : most >= 2 * length ? 2 * length : length;
        long pixels = Math.max(1, Math.round(length / metresPerPixel));
        var text = length >= 1000
                ? words.say("unit.kilometres", Map.of("value", words.number(Math.round(length / 1000))))
                : words.say("unit.metres", Map.of("value", words.number(Math.max(1, Math.round(length)))));
        out.append("<g><rect x=\"6\" y=\"")
                .append(height - 26)
                .append("\" width=\"")
                .append(pixels + 12)
                .append("\" height=\"21\" fill=\"#ffffff\" fill-opacity=\"0.85\"/><path fill=\"none\""
                        + " stroke=\"#17252a\" stroke-width=\"1.5\" d=\"M12 ")
                .append(height - 14)
                .append("v5h")
                .append(pixels)
                .append("v-5\"/><text font-size=\"10\" fill=\"#17252a\" x=\"15\" y=\"")
                .append(height - 12)
                .append("\">")
                .append(escaped(text))
                .append("</text></g>");
    }

    /** Latitude and longitude, as everywhere: latitude first. */
    private void corners(StringBuilder out) {
        int decimals = (int) Math.max(2, Math.min(7, Math.ceil(Math.log10(scale))));
        out.append("<g font-size=\"10\" fill=\"#4a5a60\">");
        corner(out, 0, 0, decimals);
        corner(out, width, 0, decimals);
        corner(out, 0, height, decimals);
        corner(out, width, height, decimals);
        out.append("</g>");
    }

    private void corner(StringBuilder out, int x, int y, int decimals) {
        out.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y == 0 ? LINE - 4 : height + 2 * LINE - 3)
                .append(x == 0 ? "\">" : "\" text-anchor=\"end\">")
                .append(String.format(
                        Locale.ROOT, "%." + decimals + "f° %." + decimals + "f°", latitudeAt(y), longitudeAt(x)))
                .append("</text>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
