// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.HotPixel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.union.UnionStrategy;

/**
 * Many outlines with a common vertex wherever any two of them meet, so that what one has beyond the others and what they
 * share fit each other exactly.
 *
 * <p>Snap-rounding: a cell is hot that holds a vertex, or a crossing of two segments; every segment that runs through a
 * hot cell gets a vertex in its middle (Hobby 1999). What happens to a segment depends only on the outlines near it, and
 * a crossing is computed the same from either side; so each outline is worked for itself, on as many threads as there
 * are, and the result does not depend on how.
 */
final class Noding {

    private static final MultiPolygon NOTHING = GroundOverlay.of(List.of());
    private static final PrecisionModel WHOLE_CELLS = new PrecisionModel(1);

    private final int[][] neighbours;
    private final Noded[] noded;

    /** An outline with its new vertices, and which neighbours it was seen to meet. */
    private record Noded(Outline outline, Meetings meets, boolean changed) {}

    /** Which neighbours, by their place in the list of neighbours. */
    private static final class Meetings {

        private final boolean[] seen;

        Meetings(int neighbours) {
            seen = new boolean[neighbours];
        }

        void see(int place) {
            if (place >= 0) {
                seen[place] = true;
            }
        }

        boolean with(int place) {
            return seen[place];
        }
    }

    private Noding(int[][] neighbours, Noded[] noded) {
        this.neighbours = neighbours;
        this.noded = noded;
    }

    static Noding of(List<Outline> outlines) {
        var neighbours = neighbours(outlines);
        var crossings =
                each(outlines, i -> crossings(outlines, neighbours[i], i)).toArray(Vertices[]::new);
        var noded = each(outlines, i -> noded(outlines, neighbours[i], crossings, i))
                .toArray(Noded[]::new);
        return new Noding(neighbours, noded);
    }

    private static <T> Stream<T> each(List<Outline> outlines, IntFunction<T> work) {
        return IntStream.range(0, outlines.size()).parallel().mapToObj(work);
    }

    /** The outlines whose boxes come within a cell of this one's, in their order. */
    int[] neighbours(int outline) {
        return neighbours[outline];
    }

    Outline outline(int outline) {
        return noded[outline].outline();
    }

    /** Whether it has vertices that it had not, or has lost what was thinner than the grid. */
    boolean isChanged(int outline) {
        return noded[outline].changed();
    }

    /** Whether the borders of two neighbours have a point in common. */
    boolean meet(int one, int other) {
        return noded[one].meets().with(Arrays.binarySearch(neighbours[one], other))
                || noded[other].meets().with(Arrays.binarySearch(neighbours[other], one));
    }

    /**
     * Overlays ground, in cells, that comes from noded outlines and so meets in vertices only; should the noding have left
     * a crossing after all, that is put on the grid.
     */
    static MultiPolygon overlay(Geometry one, Geometry other, int operation) {
        var crossings = new IntersectionAdder(new RobustLineIntersector());
        try {
            var result = OverlayNG.overlay(one, other, operation, WHOLE_CELLS, new MCIndexNoder(crossings));
            if (!crossings.hasProperIntersection()) {
                return GroundOverlay.polygonsOf(result);
            }
        } catch (TopologyException crossing) {
            return GroundOverlay.polygonsOf(OverlayNG.overlay(mended(one), mended(other), operation, WHOLE_CELLS));
        }
        return GroundOverlay.polygonsOf(OverlayNG.overlay(one, other, operation, WHOLE_CELLS));
    }

    /** What several together cover, under the same terms. */
    static MultiPolygon union(List<? extends Geometry> ground) {
        var union = new UnaryUnionOp(ground);
        union.setUnionFunction(new UnionStrategy() {
            @Override
            public Geometry union(Geometry one, Geometry other) {
                return overlay(one, other, OverlayNG.UNION);
            }

            @Override
            public boolean isFloatingPrecision() {
                return false;
            }
        });
        var all = union.union();
        return all == null ? NOTHING : GroundOverlay.polygonsOf(all);
    }

    private static int[][] neighbours(List<Outline> outlines) {
        var tree = new HPRtree();
        for (int i = 0; i < outlines.size(); i++) {
            if (!outlines.get(i).isEmpty()) {
                tree.insert(outlines.get(i).envelope(), i);
            }
        }
        tree.build();
        return each(outlines, i -> {
                    if (outlines.get(i).isEmpty()) {
                        return new int[0];
                    }
                    var box = outlines.get(i).envelope().copy();
                    box.expandBy(1);
                    var found = IntStream.builder();
                    tree.query(box, item -> {
                        int other = (Integer) item;
                        if (other != i) {
                            found.add(other);
                        }
                    });
                    return found.build().sorted().toArray();
                })
                .toArray(int[][]::new);
    }

    private static Vertices crossings(List<Outline> outlines, int[] neighbours, int self) {
        var found = new Vertices();
        var outline = outlines.get(self);
        for (int neighbour : neighbours) {
            var other = outlines.get(neighbour);
            outline.segmentsIn(
                    other.envelope(),
                    0,
                    s -> segmentsAt(other, outline, s, 0, t -> {
                        if (outline.crosses(s, other, t)) {
                            var at = outline.crossing(s, other, t);
                            found.add(s, at.x, at.y);
                        }
                    }));
        }
        return found.inOrder(outline);
    }

    private static void segmentsAt(
            Outline other, Outline outline, int s, double wider, Outline.SegmentVisitor visitor) {
        other.segmentsIn(
                Math.min(outline.x[s], outline.x[s + 1]) - wider,
                Math.max(outline.x[s], outline.x[s + 1]) + wider,
                Math.min(outline.y[s], outline.y[s + 1]) - wider,
                Math.max(outline.y[s], outline.y[s + 1]) + wider,
                visitor);
    }

    private static Noded noded(List<Outline> outlines, int[] neighbours, Vertices[] crossings, int self) {
        var outline = outlines.get(self);
        var meetings = new Meetings(neighbours.length);
        if (neighbours.length == 0) {
            return new Noded(outline, meetings, false);
        }
        var found = new Vertices();
        var meetsItself = new boolean[1];
        for (int place = -1; place < neighbours.length; place++) {
            int here = place;
            int index = place < 0 ? self : neighbours[place];
            var other = outlines.get(index);
            var hot = crossings[index];
            outline.segmentsIn(other.envelope(), 1, s -> {
                var cells = new HotCells(outline, s);
                segmentsAt(other, outline, s, 1, t -> {
                    boolean own = here < 0 && t == s;
                    if (own) {
                        hot.on(s, (x, y) -> found.add(s, x, y));
                        return;
                    }
                    if (outline.crosses(s, other, t)) {
                        meetings.see(here);
                    }
                    Place visit = (x, y) -> {
                        if (cells.isEnd(x, y)) {
                            meetings.see(here);
                        } else if (cells.runsThrough(x, y)) {
                            found.add(s, x, y);
                            meetings.see(here);
                            meetsItself[0] |= here < 0;
                        }
                    };
                    visit.at(other.x[t], other.y[t]);
                    hot.on(t, visit);
                });
            });
        }
        if (found.size == 0) {
            return new Noded(outline, meetings, false);
        }
        var added = found.inOrder(outline);
        return new Noded(
                meetsItself[0] || added.hasTwiceTheSame()
                        ? inOrder(outline, added)
                        : outline.with(added.behind, added.x, added.y, added.size),
                meetings,
                true);
    }

    /** An outline that with its new vertices touches or covers itself: the ground it still has. */
    private static Outline inOrder(Outline outline, Vertices added) {
        MultiPolygon cells;
        try {
            cells = GroundOverlay.polygonsOf(OverlayNG.overlay(
                    outline.cells(), NOTHING, OverlayNG.UNION, WHOLE_CELLS, new GivenNodes(outline, added)));
        } catch (TopologyException turnedInsideOut) {
            cells = overlay(
                    mended(outline.with(added.behind, added.x, added.y, added.size)
                            .cells()),
                    NOTHING,
                    OverlayNG.UNION);
        }
        return Outline.ofCells(cells);
    }

    /** A few cells of ground that rounding has turned inside out. */
    private static Geometry mended(Geometry ground) {
        return GeometryFixer.fix(ground);
    }

    /** Cuts segments where they have been given vertices, and nowhere else. */
    private static final class GivenNodes implements Noder {

        private final Map<Segment, List<Coordinate>> given = new HashMap<>();
        private final List<SegmentString> cut = new ArrayList<>();

        private record Segment(Coordinate begin, Coordinate end) {}

        GivenNodes(Outline outline, Vertices added) {
            for (int i = 0; i < added.size; i++) {
                int s = added.behind[i];
                given.computeIfAbsent(
                                new Segment(outline.vertex(s), outline.vertex(s + 1)), segment -> new ArrayList<>())
                        .add(new Coordinate(added.x[i], added.y[i]));
            }
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void computeNodes(Collection strings) {
            for (var string : strings) {
                var whole = (SegmentString) string;
                for (int i = 1; i < whole.size(); i++) {
                    var begin = whole.getCoordinate(i - 1);
                    var end = whole.getCoordinate(i);
                    for (var vertex : given.getOrDefault(new Segment(begin, end), List.of())) {
                        cut(begin, vertex, whole);
                        begin = vertex;
                    }
                    cut(begin, end, whole);
                }
            }
        }

        private void cut(Coordinate begin, Coordinate end, SegmentString of) {
            cut.add(new NodedSegmentString(new Coordinate[] {begin.copy(), end.copy()}, of.getData()));
        }

        @Override
        public Collection<SegmentString> getNodedSubstrings() {
            return cut;
        }
    }

    private interface Place {
        void at(double x, double y);
    }

    /** Which cells a segment runs through. */
    private static final class HotCells {

        private final Coordinate begin;
        private final Coordinate end;

        HotCells(Outline outline, int s) {
            begin = outline.vertex(s);
            end = outline.vertex(s + 1);
        }

        boolean isEnd(double x, double y) {
            return x == begin.x && y == begin.y || x == end.x && y == end.y;
        }

        boolean runsThrough(double x, double y) {
            return x >= Math.min(begin.x, end.x) - 0.5
                    && x <= Math.max(begin.x, end.x) + 0.5
                    && y >= Math.min(begin.y, end.y) - 0.5
                    && y <= Math.max(begin.y, end.y) + 0.5
                    && new HotPixel(new Coordinate(x, y), 1).intersects(begin, end);
        }
    }

    /** Vertices to be put on the segments of an outline. */
    private static final class Vertices {

        int[] behind = new int[8];
        double[] x = new double[8];
        double[] y = new double[8];
        int size;

        void add(int segment, double atX, double atY) {
            if (size == behind.length) {
                behind = Arrays.copyOf(behind, 2 * size);
                x = Arrays.copyOf(x, 2 * size);
                y = Arrays.copyOf(y, 2 * size);
            }
            behind[size] = segment;
            x[size] = atX;
            y[size++] = atY;
        }

        /** Segment by segment, along each, none twice and none on its ends. */
        Vertices inOrder(Outline outline) {
            var order = IntStream.range(0, size)
                    .boxed()
                    .sorted((one, other) -> {
                        if (behind[one] != behind[other]) {
                            return Integer.compare(behind[one], behind[other]);
                        }
                        int s = behind[one];
                        int alongX = Double.compare(x[one], x[other]);
                        int alongY = Double.compare(y[one], y[other]);
                        return alongX != 0
                                ? outline.x[s] <= outline.x[s + 1] ? alongX : -alongX
                                : outline.y[s] <= outline.y[s + 1] ? alongY : -alongY;
                    })
                    .toList();
            var sorted = new Vertices();
            for (int i : order) {
                int s = behind[i];
                boolean end = x[i] == outline.x[s] && y[i] == outline.y[s]
                        || x[i] == outline.x[s + 1] && y[i] == outline.y[s + 1];
                int last = sorted.size - 1;
                boolean again =
                        last >= 0 && sorted.behind[last] == s && sorted.x[last] == x[i] && sorted.y[last] == y[i];
                if (!end && !again) {
                    sorted.add(s, x[i], y[i]);
                }
            }
            return sorted;
        }

        boolean hasTwiceTheSame() {
            var places = new HashSet<Coordinate>();
            for (int i = 0; i < size; i++) {
                if (!places.add(new Coordinate(x[i], y[i]))) {
                    return true;
                }
            }
            return false;
        }

        void on(int segment, Place visitor) {
            if (size == 0) {
                return;
            }
            int first = Arrays.binarySearch(behind, 0, size, segment);
            if (first < 0) {
                return;
            }
            while (first > 0 && behind[first - 1] == segment) {
                first--;
            }
            for (int i = first; i < size && behind[i] == segment; i++) {
                visitor.at(x[i], y[i]);
            }
        }
    }
}
