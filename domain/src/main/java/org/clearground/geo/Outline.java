// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of a piece of ground in whole cells of the grid, flat in two arrays, with boxes around stretches of them.
 *
 * <p>Cells are whole numbers, so the predicates here are exact. Segment {@code s} goes from vertex {@code s} to vertex
 * {@code s + 1}; rings are closed, and between two rings stands a vertex that is no number, so that no box contains the
 * segments that would join them. Boxes around {@value #FANOUT} segments, around as many of those boxes and so on find
 * the segments near a place without looking at all of them; neighbours along a ring are neighbours on the ground.
 */
final class Outline {

    /** Cells in a degree. */
    static final double CELLS = Math.rint(1 / GroundOverlay.GRID_DEGREES);

    private static final int FANOUT = 16;
    private static final double EXACT = 0x1p52;
    private static final int FEW = 64;

    final double[] x;
    final double[] y;
    private final List<int[]> polygons;
    private final Envelope envelope;
    private double @Nullable [][] boxes;

    /** @param polygons for each polygon where its rings begin in the arrays, and behind the last where it ends */
    private Outline(double[] x, double[] y, List<int[]> polygons) {
        this.x = x;
        this.y = y;
        this.polygons = polygons;
        this.envelope = new Envelope();
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i])) {
                envelope.expandToInclude(x[i], y[i]);
            }
        }
    }

    /**
     * Every vertex in the middle of its cell; whether the outline still is one then is not looked at.
     *
     * @throws IllegalArgumentException if a vertex has no position
     */
    static Outline ofDegrees(MultiPolygon degrees) {
        return of(degrees, CELLS);
    }

    static Outline ofCells(MultiPolygon cells) {
        return of(cells, 1);
    }

    private static Outline of(MultiPolygon ground, double perUnit) {
        var drawing = new Drawing(ground.getNumPoints() + ground.getNumGeometries(), perUnit);
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            var polygon = (Polygon) ground.getGeometryN(i);
            if (!polygon.isEmpty()) {
                drawing.ring(polygon.getExteriorRing(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    drawing.ring(polygon.getInteriorRingN(hole), false);
                }
            }
        }
        return drawing.outline();
    }

    Envelope envelope() {
        return envelope;
    }

    /** Vertices, the closing ones counted too. */
    int vertices() {
        return x.length;
    }

    boolean isEmpty() {
        return x.length == 0;
    }

    boolean isOneRing() {
        return polygons.size() == 1 && polygons.get(0).length == 2;
    }

    /** Whether these very vertices, in degrees, are the ground's: it lay on the grid already. */
    boolean isExactly(MultiPolygon degrees) {
        int at = 0;
        for (int i = 0; i < degrees.getNumGeometries(); i++) {
            var polygon = (Polygon) degrees.getGeometryN(i);
            for (int ring = -1; ring < polygon.getNumInteriorRing() && !polygon.isEmpty(); ring++) {
                var vertices =
                        (ring < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring)).getCoordinateSequence();
                for (int v = 0; v < vertices.size(); v++, at++) {
                    if (x[at] / CELLS != vertices.getX(v) || y[at] / CELLS != vertices.getY(v)) {
                        return false;
                    }
                }
                at++;
            }
        }
        return true;
    }

    /**
     * Whether it is one ring that neither meets itself nor turns back. Says no at once where there are many vertices:
     * then a sweep is quicker than comparing every segment with every other.
     */
    boolean isPlainRing() {
        int segments = x.length - 1;
        if (!isOneRing() || segments < 3 || segments > FEW) {
            return false;
        }
        for (int s = 0; s < segments; s++) {
            int next = s + 1 == segments ? 0 : s + 1;
            if (x[s] == x[s + 1] && y[s] == y[s + 1] || turnsBack(s, next)) {
                return false;
            }
            int end = s == 0 ? segments - 1 : segments;
            for (int t = s + 2; t < end; t++) {
                if (boxesMeet(s, this, t, 0) && segmentsMeet(s, t)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean turnsBack(int s, int next) {
        return turn(x[s], y[s], x[s + 1], y[s + 1], x[next + 1], y[next + 1]) == 0
                && (x[s + 1] - x[s]) * (x[next + 1] - x[next]) + (y[s + 1] - y[s]) * (y[next + 1] - y[next]) < 0;
    }

    private boolean segmentsMeet(int s, int t) {
        return turn(x[s], y[s], x[s + 1], y[s + 1], x[t], y[t])
                                * turn(x[s], y[s], x[s + 1], y[s + 1], x[t + 1], y[t + 1])
                        <= 0
                && turn(x[t], y[t], x[t + 1], y[t + 1], x[s], y[s])
                                * turn(x[t], y[t], x[t + 1], y[t + 1], x[s + 1], y[s + 1])
                        <= 0;
    }

    /** Whether a segment of this outline and one of another come within a distance of each other, seen as boxes. */
    boolean boxesMeet(int s, Outline other, int t, double distance) {
        return Math.max(x[s], x[s + 1]) + distance >= Math.min(other.x[t], other.x[t + 1])
                && Math.min(x[s], x[s + 1]) - distance <= Math.max(other.x[t], other.x[t + 1])
                && Math.max(y[s], y[s + 1]) + distance >= Math.min(other.y[t], other.y[t + 1])
                && Math.min(y[s], y[s + 1]) - distance <= Math.max(other.y[t], other.y[t + 1]);
    }

    /** Whether two segments cross, each inside the other. */
    boolean crosses(int s, Outline other, int t) {
        double[] ox = other.x;
        double[] oy = other.y;
        return turn(x[s], y[s], x[s + 1], y[s + 1], ox[t], oy[t])
                                * turn(x[s], y[s], x[s + 1], y[s + 1], ox[t + 1], oy[t + 1])
                        < 0
                && turn(ox[t], oy[t], ox[t + 1], oy[t + 1], x[s], y[s])
                                * turn(ox[t], oy[t], ox[t + 1], oy[t + 1], x[s + 1], y[s + 1])
                        < 0;
    }

    /** The cell where two segments cross: the same whichever of them is asked and however it runs. */
    Coordinate crossing(int s, Outline other, int t) {
        var a = vertex(s);
        var b = vertex(s + 1);
        var c = other.vertex(t);
        var d = other.vertex(t + 1);
        if (a.compareTo(b) > 0) {
            var swap = a;
            a = b;
            b = swap;
        }
        if (c.compareTo(d) > 0) {
            var swap = c;
            c = d;
            d = swap;
        }
        int order = a.compareTo(c);
        boolean first = order < 0 || order == 0 && b.compareTo(d) < 0;
        var at = first ? CGAlgorithmsDD.intersection(a, b, c, d) : CGAlgorithmsDD.intersection(c, d, a, b);
        at.x = Math.floor(at.x + 0.5);
        at.y = Math.floor(at.y + 0.5);
        return at;
    }

    Coordinate vertex(int i) {
        return new Coordinate(x[i], y[i]);
    }

    boolean hasSegmentIn(Envelope box) {
        var found = new boolean[1];
        segmentsIn(box, 0, s -> found[0] = true);
        return found[0];
    }

    /** Whether a place is inside; on the border either may be answered. */
    boolean contains(double px, double py) {
        if (!envelope.contains(px, py)) {
            return false;
        }
        var count = new boolean[1];
        segmentsIn(px, envelope.getMaxX(), py, py, s -> {
            if (y[s] > py != y[s + 1] > py) {
                int side = turn(x[s], y[s], x[s + 1], y[s + 1], px, py);
                if (side != 0 && side > 0 == y[s + 1] > y[s]) {
                    count[0] = !count[0];
                }
            }
        });
        return count[0];
    }

    /** 1 to the left of the line from a to b, -1 to its right, 0 on it. */
    static int turn(double ax, double ay, double bx, double by, double px, double py) {
        double left = (bx - ax) * (py - ay);
        double right = (by - ay) * (px - ax);
        if (Math.abs(left) < EXACT && Math.abs(right) < EXACT) {
            return left > right ? 1 : left < right ? -1 : 0;
        }
        return CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, px, py);
    }

    interface SegmentVisitor {
        void visit(int segment);
    }

    /** Visits the segments whose boxes meet a box, in their order. */
    void segmentsIn(double minX, double maxX, double minY, double maxY, SegmentVisitor visitor) {
        var levels = boxes();
        visit(levels, levels.length - 1, 0, minX, maxX, minY, maxY, visitor);
    }

    void segmentsIn(Envelope box, double wider, SegmentVisitor visitor) {
        segmentsIn(box.getMinX() - wider, box.getMaxX() + wider, box.getMinY() - wider, box.getMaxY() + wider, visitor);
    }

    private void visit(
            double[][] levels,
            int level,
            int first,
            double minX,
            double maxX,
            double minY,
            double maxY,
            SegmentVisitor visitor) {
        if (level < 0) {
            int end = Math.min(first + FANOUT, x.length - 1);
            for (int s = first; s < end; s++) {
                if (Math.min(x[s], x[s + 1]) <= maxX
                        && Math.max(x[s], x[s + 1]) >= minX
                        && Math.min(y[s], y[s + 1]) <= maxY
                        && Math.max(y[s], y[s + 1]) >= minY) {
                    visitor.visit(s);
                }
            }
            return;
        }
        double[] here = levels[level];
        int end = Math.min(first + FANOUT, here.length / 4);
        for (int box = first; box < end; box++) {
            if (here[4 * box] <= maxX
                    && here[4 * box + 1] >= minX
                    && here[4 * box + 2] <= maxY
                    && here[4 * box + 3] >= minY) {
                visit(levels, level - 1, box * FANOUT, minX, maxX, minY, maxY, visitor);
            }
        }
    }

    /** Drawn up when first needed; two threads that do so at once draw up the same. */
    private double[][] boxes() {
        var known = boxes;
        if (known != null) {
            return known;
        }
        var levels = new ArrayList<double[]>();
        int count = (x.length - 1 + FANOUT - 1) / FANOUT;
        var lowest = emptyBoxes(count);
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i])) {
                widen(lowest, Math.min(i / FANOUT, count - 1), x[i], x[i], y[i], y[i]);
                if (i % FANOUT == 0 && i > 0) {
                    widen(lowest, i / FANOUT - 1, x[i], x[i], y[i], y[i]);
                }
            }
        }
        levels.add(lowest);
        while (count > FANOUT) {
            int above = (count + FANOUT - 1) / FANOUT;
            var below = levels.get(levels.size() - 1);
            var level = emptyBoxes(above);
            for (int box = 0; box < count; box++) {
                widen(level, box / FANOUT, below[4 * box], below[4 * box + 1], below[4 * box + 2], below[4 * box + 3]);
            }
            levels.add(level);
            count = above;
        }
        var drawn = levels.toArray(double[][]::new);
        boxes = drawn;
        return drawn;
    }

    private static double[] emptyBoxes(int count) {
        var empty = new double[4 * count];
        for (int box = 0; box < count; box++) {
            empty[4 * box] = Double.POSITIVE_INFINITY;
            empty[4 * box + 1] = Double.NEGATIVE_INFINITY;
            empty[4 * box + 2] = Double.POSITIVE_INFINITY;
            empty[4 * box + 3] = Double.NEGATIVE_INFINITY;
        }
        return empty;
    }

    private static void widen(double[] level, int box, double minX, double maxX, double minY, double maxY) {
        level[4 * box] = Math.min(level[4 * box], minX);
        level[4 * box + 1] = Math.max(level[4 * box + 1], maxX);
        level[4 * box + 2] = Math.min(level[4 * box + 2], minY);
        level[4 * box + 3] = Math.max(level[4 * box + 3], maxY);
    }

    /** The same outline with more vertices on its segments: behind which vertex each stands, in their order. */
    Outline with(int[] behind, double[] addedX, double[] addedY, int added) {
        var newX = new double[x.length + added];
        var newY = new double[x.length + added];
        var newPlace = new int[x.length + 2];
        int at = 0;
        for (int i = 0, next = 0; i < x.length; i++) {
            newPlace[i] = at;
            newX[at] = x[i];
            newY[at++] = y[i];
            for (; next < added && behind[next] == i; next++) {
                newX[at] = addedX[next];
                newY[at++] = addedY[next];
            }
        }
        newPlace[x.length + 1] = at + 1;
        var moved = polygons.stream()
                .map(rings -> Arrays.stream(rings).map(place -> newPlace[place]).toArray())
                .toList();
        return new Outline(newX, newY, moved);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outline outline && Arrays.equals(x, outline.x) && Arrays.equals(y, outline.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }

    /** As ground whose coordinates are cells. */
    MultiPolygon cells() {
        return drawn(1);
    }

    /** As ground in degrees, every vertex on the grid. */
    MultiPolygon degrees() {
        return drawn(CELLS);
    }

    private MultiPolygon drawn(double perUnit) {
        var drawn = new ArrayList<Polygon>();
        for (var rings : polygons) {
            var holes = new LinearRing[rings.length - 2];
            for (int hole = 0; hole < holes.length; hole++) {
                holes[hole] = ring(rings[hole + 1], rings[hole + 2] - 1, perUnit);
            }
            drawn.add(WrittenGeometry.WGS84.createPolygon(ring(rings[0], rings[1] - 1, perUnit), holes));
        }
        return GroundOverlay.of(drawn);
    }

    private LinearRing ring(int begin, int end, double perUnit) {
        var vertices = new Coordinate[end - begin];
        for (int i = begin; i < end; i++) {
            vertices[i - begin] = new Coordinate(x[i] / perUnit, y[i] / perUnit);
        }
        return WrittenGeometry.WGS84.createLinearRing(vertices);
    }

    /** Rings as they are put down. */
    private static final class Drawing {

        private double[] x;
        private double[] y;
        private int size;
        private final double perUnit;
        private final List<int[]> polygons = new ArrayList<>();

        Drawing(int expected, double perUnit) {
            this.perUnit = perUnit;
            x = new double[expected];
            y = new double[expected];
        }

        void ring(LinearRing ring, boolean outer) {
            var vertices = ring.getCoordinateSequence();
            grow(vertices.size() + 1);
            int begin = size;
            for (int i = 0; i < vertices.size(); i++) {
                if (!Double.isFinite(vertices.getX(i)) || !Double.isFinite(vertices.getY(i))) {
                    throw new IllegalArgumentException("a vertex has no position");
                }
                x[size] = Math.floor(vertices.getX(i) * perUnit + 0.5);
                y[size++] = Math.floor(vertices.getY(i) * perUnit + 0.5);
            }
            x[size] = Double.NaN;
            y[size++] = Double.NaN;
            if (outer) {
                polygons.add(new int[] {begin, size});
            } else {
                int last = polygons.size() - 1;
                var rings = Arrays.copyOf(polygons.get(last), polygons.get(last).length + 1);
                rings[rings.length - 1] = size;
                polygons.set(last, rings);
            }
        }

        private void grow(int more) {
            if (size + more > x.length) {
                int length = Math.max(size + more, x.length * 2);
                x = Arrays.copyOf(x, length);
                y = Arrays.copyOf(y, length);
            }
        }

        Outline outline() {
            int length = Math.max(0, size - 1);
            return new Outline(Arrays.copyOf(x, length), Arrays.copyOf(y, length), polygons);
        }
    }
}
