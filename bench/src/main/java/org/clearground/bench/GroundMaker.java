// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Invented clearance polygons and districts, the same for the same seed. */
final class GroundMaker {

    static final Envelope REGION = new Envelope(46, 48.2, 38.9, 40.4);
    private static final double METRES_PER_DEGREE = 111_000;
    private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    private final Random random;

    GroundMaker(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Polygons of 8 to 31 vertices and 0.2 to 4 ha, with seven decimals, as field teams report them: 80 in 100 beside
     * no other, the others in pairs that overlap.
     */
    List<Polygon> cleared(int count) {
        var polygons = new ArrayList<Polygon>();
        var taken = new Taken();
        while (polygons.size() < count) {
            double longitude = within(REGION.getMinX() + 0.02, REGION.getMaxX() - 0.02);
            double latitude = within(REGION.getMinY() + 0.02, REGION.getMaxY() - 0.02);
            boolean pair = polygons.size() % 10 == 0;
            var first = star(longitude, latitude);
            double radius = first.getEnvelopeInternal().getWidth() / 2;
            var second = star(longitude + radius * (0.5 + 0.4 * random.nextDouble()), latitude);
            var around = first.getEnvelopeInternal().copy();
            if (pair) {
                around.expandToInclude(second.getEnvelopeInternal());
            }
            if (!taken.isFree(around) || pair && !first.intersects(second)) {
                continue;
            }
            taken.take(around);
            polygons.add(first);
            if (pair && polygons.size() < count) {
                polygons.add(second);
            }
        }
        return polygons;
    }

    /** Ground that is taken, by squares of a hundredth of a degree. */
    private static final class Taken {

        private final Map<Long, List<Envelope>> squares = new HashMap<>();

        boolean isFree(Envelope box) {
            for (long square : squares(box)) {
                for (var other : squares.getOrDefault(square, List.of())) {
                    if (other.intersects(box)) {
                        return false;
                    }
                }
            }
            return true;
        }

        void take(Envelope box) {
            for (long square : squares(box)) {
                squares.computeIfAbsent(square, none -> new ArrayList<>()).add(box);
            }
        }

        private static List<Long> squares(Envelope box) {
            var met = new ArrayList<Long>();
            for (int column = (int) (box.getMinX() * 100); column <= (int) (box.getMaxX() * 100); column++) {
                for (int row = (int) (box.getMinY() * 100); row <= (int) (box.getMaxY() * 100); row++) {
                    met.add(column * 100_000L + row);
                }
            }
            return met;
        }
    }

    private double within(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    private Polygon star(double longitude, double latitude) {
        double hectares = 0.2 + 3.8 * random.nextDouble();
        double metres = Math.sqrt(hectares * 10_000 / Math.PI / 0.66);
        int corners = random.nextInt(8, 32);
        double wider = 1 / Math.cos(Math.toRadians(latitude));
        var ring = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.6 * random.nextDouble()) / corners;
            double distance = metres / METRES_PER_DEGREE * (0.6 + 0.4 * random.nextDouble());
            ring[i] = new Coordinate(
                    decimals(longitude + distance * wider * Math.cos(angle)),
                    decimals(latitude + distance * Math.sin(angle)));
        }
        ring[corners] = ring[0].copy();
        return WGS84.createPolygon(ring);
    }

    private static double decimals(double degrees) {
        return Math.round(degrees * 1e7) / 1e7;
    }

    /** Districts that fill the region but for a margin, with borders of hundreds of vertices as rivers and ridges make. */
    List<Polygon> districts(int count) {
        while (true) {
            var districts = tried(count);
            if (districts.stream().allMatch(Polygon::isValid) && lieApart(districts)) {
                return districts;
            }
        }
    }

    private static boolean lieApart(List<Polygon> districts) {
        for (int i = 0; i < districts.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (districts.get(i).intersection(districts.get(j)).getArea() > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Polygon> tried(int count) {
        var sites = new ArrayList<Coordinate>();
        for (int i = 0; i < count; i++) {
            sites.add(new Coordinate(
                    within(REGION.getMinX(), REGION.getMaxX()), within(REGION.getMinY(), REGION.getMaxY())));
        }
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(sites);
        builder.setClipEnvelope(REGION);
        var cells = builder.getDiagram(WGS84);
        var margin = new Envelope(REGION);
        margin.expandBy(-0.1);
        var districts = new ArrayList<Polygon>();
        for (int i = 0; i < cells.getNumGeometries(); i++) {
            var cell = cells.getGeometryN(i).intersection(WGS84.toGeometry(margin));
            if (cell instanceof Polygon polygon && !polygon.isEmpty()) {
                districts.add(winding(polygon));
            }
        }
        return districts;
    }

    private static Polygon winding(Polygon cell) {
        var corners = cell.getExteriorRing().getCoordinates();
        var ring = new ArrayList<Coordinate>();
        for (int i = 1; i < corners.length; i++) {
            ring.addAll(winding(corners[i - 1], corners[i]));
        }
        ring.add(ring.get(0).copy());
        return WGS84.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** The way between two corners without the second; the same from either side. */
    private static List<Coordinate> winding(Coordinate from, Coordinate to) {
        boolean forward = from.compareTo(to) < 0;
        var begin = rounded(forward ? from : to);
        var end = rounded(forward ? to : from);
        double length = begin.distance(end);
        int steps = Math.max(1, (int) (length / 0.004));
        var random = new Random(Double.hashCode(begin.x) * 31L + Double.hashCode(begin.y) + Double.hashCode(end.x));
        var way = new ArrayList<Coordinate>();
        for (int step = 0; step <= steps; step++) {
            double along = (double) step / steps;
            double aside = step == 0 || step == steps
                    ? 0
                    : Math.sin(Math.PI * along)
                            * Math.min(0.004, length / 30)
                            * (Math.sin(9 * along * length / 0.1) + random.nextDouble());
            way.add(rounded(new Coordinate(
                    begin.x + along * (end.x - begin.x) - aside * (end.y - begin.y) / length,
                    begin.y + along * (end.y - begin.y) + aside * (end.x - begin.x) / length)));
        }
        if (!forward) {
            Collections.reverse(way);
        }
        return way.subList(0, way.size() - 1);
    }

    private static Coordinate rounded(Coordinate corner) {
        return new Coordinate(decimals(corner.x), decimals(corner.y));
    }
}
