// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.clearground.geo.FaultPicture.Drawn;
import org.clearground.geo.FaultPicture.Role;
import org.clearground.geo.OutlineFault.Kind;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What can be wrong with an outline as it is written. Every vertex is looked at once; rings are compared with each other
 * only where the outline is not valid anyway.
 */
public final class OutlineRules {

    /** Closer than this in longitude and latitude, two vertices are one: about 10 cm. */
    public static final double SAME_VERTEX_DEGREES = 1e-6;

    /** Narrower than this, an outrunning point is a spike, and a part or hole a sliver. */
    public static final double THINNEST_METRES = 0.01;

    /** A picture shows so many of what repeats. */
    private static final int MOST_DRAWN = 100;

    /** So many pairs of parts are laid over each other. */
    private static final int MOST_PAIRS = 10_000;

    private final MultiPolygon polygons;
    private final OutlineLimits limits;
    private final Map<Kind, Found> found = new EnumMap<>(Kind.class);
    private final @Nullable Kind drawn;
    private final List<Drawn> picture = new ArrayList<>();
    private @Nullable Boolean valid;

    private OutlineRules(GroundShape shape, OutlineLimits limits, @Nullable Kind drawn) {
        this.polygons = shape.polygons();
        this.limits = limits;
        this.drawn = drawn;
    }

    private static final class Found {
        private final Coordinate at;
        private double amount;
        private int count;

        Found(Coordinate at) {
            this.at = at;
        }
    }

    /** What is wrong with an outline: each kind once, in the order of {@link Kind}. */
    public static List<OutlineFault> check(GroundShape shape, OutlineLimits limits) {
        var rules = new OutlineRules(shape, limits, null);
        rules.check();
        var faults = new ArrayList<OutlineFault>();
        rules.found.forEach((kind, found) ->
                faults.add(new OutlineFault(kind, new Position(found.at.x, found.at.y), found.amount, found.count)));
        return List.copyOf(faults);
    }

    /** What is wrong in one way, drawn; nothing where the outline is not wrong in that way. */
    public static FaultPicture picture(GroundShape shape, OutlineLimits limits, Kind kind) {
        var rules = new OutlineRules(shape, limits, kind);
        rules.check();
        return new FaultPicture(rules.picture);
    }

    private void add(Kind kind, Coordinate at, double amount) {
        var known = found.computeIfAbsent(kind, any -> new Found(at));
        known.count++;
        known.amount = Math.max(known.amount, amount);
    }

    private void draw(Kind kind, Role role, Geometry geometry) {
        if (kind == drawn && picture.size() < MOST_DRAWN && !geometry.isEmpty()) {
            picture.add(new Drawn(role, geometry));
        }
    }

    private void check() {
        var all = new ArrayList<LinearRing>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            rings((Polygon) polygons.getGeometryN(i)).forEach(all::add);
        }
        for (var ring : all) {
            checkAntimeridian(ring.getCoordinates());
        }
        if (found.containsKey(Kind.ACROSS_ANTIMERIDIAN)) {
            // Laid flat, such an outline runs round the whole world; nothing measured on it means anything.
            return;
        }
        for (var ring : all) {
            checkRing(ring);
        }
        if (!isValid()) {
            checkRepeatedRings();
            checkHoles();
            checkOverlaps();
        }
    }

    private static List<LinearRing> rings(Polygon polygon) {
        var rings = new ArrayList<LinearRing>();
        rings.add(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            rings.add(polygon.getInteriorRingN(hole));
        }
        return rings;
    }

    private boolean isValid() {
        var known = valid;
        if (known == null) {
            var fault = GroundShape.of(polygons).fault();
            known = fault.isEmpty();
            valid = known;
            fault.ifPresent(first -> {
                add(Kind.SELF_CROSSING, first.at(), 0);
                if (drawn == Kind.SELF_CROSSING) {
                    drawCrossings(first.at());
                }
            });
        }
        return known;
    }

    private void checkAntimeridian(Coordinate[] ring) {
        for (int i = 0; i + 1 < ring.length; i++) {
            if (Math.abs(ring[i + 1].x - ring[i].x) > 180) {
                add(Kind.ACROSS_ANTIMERIDIAN, ring[i], 0);
                draw(Kind.ACROSS_ANTIMERIDIAN, Role.EDGE, edge(ring[i], ring[i + 1]));
            }
        }
    }

    private void checkRing(LinearRing closed) {
        var ring = closed.getCoordinates();
        var metres = new LocalMetres(ring[0].y);
        int last = ring.length - 1;
        if (ring.length > 4 && ring[last - 1].equals2D(ring[last])
                || ring.length > 5 && ring[last - 2].equals2D(ring[0]) && ring[last - 1].equals2D(ring[1])) {
            add(Kind.CLOSING_POINT_TWICE, ring[last], 0);
            draw(Kind.CLOSING_POINT_TWICE, Role.VERTEX, point(ring[last - 1]));
            draw(Kind.CLOSING_POINT_TWICE, Role.VERTEX, point(ring[last]));
        }
        var apart = new ArrayList<Coordinate>(ring.length);
        for (int i = 0; i < last; i++) {
            boolean closing = i + 1 == last;
            if (isSame(ring[i], ring[i + 1])) {
                if (!(closing && ring[i].equals2D(ring[last]))) {
                    add(Kind.REPEATED_VERTEX, ring[i], 0);
                    draw(Kind.REPEATED_VERTEX, Role.VERTEX, point(ring[i]));
                    draw(Kind.REPEATED_VERTEX, Role.VERTEX, point(ring[i + 1]));
                }
            } else {
                apart.add(ring[i]);
                checkLength(ring[i], ring[i + 1], metres);
            }
        }
        if (!checkSliver(closed, metres)) {
            checkSpikes(apart, metres);
        }
    }

    static boolean isSame(Coordinate one, Coordinate other) {
        return Math.abs(one.x - other.x) <= SAME_VERTEX_DEGREES && Math.abs(one.y - other.y) <= SAME_VERTEX_DEGREES;
    }

    private void checkLength(Coordinate from, Coordinate to, LocalMetres metres) {
        // Far from the first vertex the local measure is rough, so whatever comes near the limit is measured well.
        if (metres.distance(from, to) > limits.longestEdgeMetres() * 0.5) {
            double length = Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x).s12;
            if (length > limits.longestEdgeMetres()) {
                add(Kind.LONG_EDGE, from, length);
                draw(Kind.LONG_EDGE, Role.EDGE, edge(from, to));
            }
        }
    }

    /** Twice the area divided by the perimeter is the width of anything long and thin. */
    private boolean checkSliver(LinearRing ring, LocalMetres metres) {
        var sequence = ring.getCoordinates();
        double twiceArea = 0;
        double perimeter = 0;
        for (int i = 0; i + 1 < sequence.length; i++) {
            twiceArea += metres.east(sequence[0], sequence[i]) * metres.north(sequence[0], sequence[i + 1])
                    - metres.east(sequence[0], sequence[i + 1]) * metres.north(sequence[0], sequence[i]);
            perimeter += metres.distance(sequence[i], sequence[i + 1]);
        }
        // Of a strip of length l and width w the perimeter is 2 l, so this is 2 l w / 2 l.
        double width = Math.abs(twiceArea) / perimeter;
        if (width >= THINNEST_METRES || !isThin(ring, metres)) {
            return false;
        }
        add(Kind.SLIVER, sequence[0], width);
        draw(Kind.SLIVER, Role.SLIVER, ring);
        return true;
    }

    /** The two halves of a bow-tie take each other's area away, and are not thin for that. */
    private boolean isThin(LinearRing ring, LocalMetres metres) {
        if (isValid()) {
            return true;
        }
        var vertices = new ArrayList<Coordinate>();
        for (var vertex : ring.getCoordinates()) {
            vertices.add(metres.metres(vertex));
        }
        var flat = ring.getFactory().createLineString(vertices.toArray(Coordinate[]::new));
        return new MinimumDiameter(flat).getLength() < THINNEST_METRES;
    }

    private void checkSpikes(List<Coordinate> ring, LocalMetres metres) {
        int size = ring.size();
        for (int i = 0; size > 2 && i < size; i++) {
            var before = ring.get((i + size - 1) % size);
            var tip = ring.get(i);
            var behind = ring.get((i + 1) % size);
            double length = spike(before, tip, behind, metres);
            if (length > 0) {
                add(Kind.SPIKE, tip, length);
                draw(Kind.SPIKE, Role.SPIKE, WrittenGeometry.WGS84.createLineString(new Coordinate[] {
                    before.copy(), tip.copy(), behind.copy()
                }));
            }
        }
    }

    /** How far the outline runs out to a tip and back over the same ground; 0 where it does not. */
    static double spike(Coordinate before, Coordinate tip, Coordinate behind, LocalMetres metres) {
        double inEast = metres.east(tip, before);
        double inNorth = metres.north(tip, before);
        double outEast = metres.east(tip, behind);
        double outNorth = metres.north(tip, behind);
        if (inEast * outEast + inNorth * outNorth <= 0) {
            return 0;
        }
        double in = Math.hypot(inEast, inNorth);
        double out = Math.hypot(outEast, outNorth);
        double shorter = Math.min(in, out);
        double width = shorter * Math.hypot(inEast / in - outEast / out, inNorth / in - outNorth / out);
        return width < THINNEST_METRES && shorter > 10 * width ? shorter : 0;
    }

    private void checkRepeatedRings() {
        var shells = new HashMap<Long, Integer>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var polygon = (Polygon) polygons.getGeometryN(i);
            var own = new HashMap<Long, Integer>();
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                told(own, polygon.getInteriorRingN(hole));
            }
            told(shells, polygon.getExteriorRing());
        }
    }

    private void told(Map<Long, Integer> seen, LinearRing ring) {
        if (seen.merge(OutlinePrint.ofRing(ring), 1, Integer::sum) > 1) {
            add(Kind.REPEATED_RING, ring.getCoordinateN(0), 0);
            draw(Kind.REPEATED_RING, Role.RING, ring);
        }
    }

    private void checkHoles() {
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var polygon = (Polygon) polygons.getGeometryN(i);
            if (polygon.getNumInteriorRing() == 0) {
                continue;
            }
            var shell = polygon.getFactory().createPolygon(polygon.getExteriorRing());
            if (!shell.isValid()) {
                continue;
            }
            for (int n = 0; n < polygon.getNumInteriorRing(); n++) {
                var hole = polygon.getFactory().createPolygon(polygon.getInteriorRingN(n));
                if (!hole.isValid() || shell.covers(hole)) {
                    continue;
                }
                var outside = OverlayNGRobust.overlay(hole, shell, OverlayNG.DIFFERENCE);
                add(Kind.HOLE_OUTSIDE, hole.getCoordinate(), 0);
                draw(Kind.HOLE_OUTSIDE, Role.OUTSIDE, outside);
            }
        }
    }

    private void checkOverlaps() {
        if (polygons.getNumGeometries() < 2) {
            return;
        }
        var tree = new STRtree();
        var parts = new ArrayList<Polygon>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var part = (Polygon) polygons.getGeometryN(i);
            parts.add(part);
            if (part.isValid()) {
                tree.insert(part.getEnvelopeInternal(), i);
            }
        }
        int pairs = 0;
        for (int i = 0; i < parts.size() && pairs < MOST_PAIRS; i++) {
            var part = parts.get(i);
            if (!part.isValid()) {
                continue;
            }
            for (var near : tree.query(part.getEnvelopeInternal())) {
                if (near instanceof Integer other && other > i && pairs++ < MOST_PAIRS) {
                    checkOverlap(part, parts.get(other));
                }
            }
        }
    }

    private void checkOverlap(Polygon one, Polygon other) {
        if (OutlinePrint.ofRing(one.getExteriorRing()) == OutlinePrint.ofRing(other.getExteriorRing())) {
            return;
        }
        var shared = GroundOverlay.polygonsOf(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
        double smaller = Math.min(GeodesicArea.squareMetres(one), GeodesicArea.squareMetres(other));
        double share = smaller == 0 ? 0 : GeodesicArea.squareMetres(shared) / smaller;
        if (share > limits.partsOverlap()) {
            add(Kind.PARTS_OVERLAP, shared.getCoordinate(), share);
            draw(Kind.PARTS_OVERLAP, Role.OVERLAP, shared);
        }
    }

    /** Every point where edges cross or touch that do not follow each other, with these edges. */
    private void drawCrossings(Coordinate first) {
        draw(Kind.SELF_CROSSING, Role.CROSSING, point(first));
        var strings = new ArrayList<SegmentString>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            rings((Polygon) polygons.getGeometryN(i))
                    .forEach(ring -> strings.add(new BasicSegmentString(
                            CoordinateArrays.removeRepeatedPoints(ring.getCoordinates()), null)));
        }
        var crossings = new Crossings(first);
        new MCIndexNoder(crossings).computeNodes(strings);
    }

    private final class Crossings implements SegmentIntersector {
        private final RobustLineIntersector meeting = new RobustLineIntersector();
        private final Collection<Coordinate> known = new ArrayList<>();

        Crossings(Coordinate first) {
            known.add(first);
        }

        @Override
        public void processIntersections(SegmentString one, int first, SegmentString other, int second) {
            int edges = one.size() - 1;
            boolean neighbours =
                    one == other && (Math.abs(first - second) <= 1 || Math.abs(first - second) == edges - 1);
            if (neighbours) {
                return;
            }
            var from = one.getCoordinate(first);
            var to = one.getCoordinate(first + 1);
            var otherFrom = other.getCoordinate(second);
            var otherTo = other.getCoordinate(second + 1);
            if (from.equals2D(to) || otherFrom.equals2D(otherTo)) {
                return;
            }
            meeting.computeIntersection(from, to, otherFrom, otherTo);
            if (!meeting.hasIntersection()) {
                return;
            }
            var at = meeting.getIntersection(0);
            if (known.stream().noneMatch(there -> isSame(there, at))) {
                known.add(at.copy());
                draw(Kind.SELF_CROSSING, Role.CROSSING, point(at));
            }
            draw(Kind.SELF_CROSSING, Role.EDGE, edge(from, to));
            draw(Kind.SELF_CROSSING, Role.EDGE, edge(otherFrom, otherTo));
        }

        @Override
        public boolean isDone() {
            return picture.size() >= MOST_DRAWN;
        }
    }

    private static Geometry point(Coordinate at) {
        return WrittenGeometry.WGS84.createPoint(new Coordinate(at.x, at.y));
    }

    private static Geometry edge(Coordinate from, Coordinate to) {
        return WrittenGeometry.WGS84.createLineString(
                new Coordinate[] {new Coordinate(from.x, from.y), new Coordinate(to.x, to.y)});
    }
}
