// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Many pieces of ground in the order in which they were reported, every square metre counted once: for the first that
 * covers it.
 *
 * <p>What is newly counted lies on the grid of {@link GroundOverlay}, is valid, overlaps nothing else that is counted, and
 * together makes the ground that all shapes cover. Its areas are those of the shapes after every border has a vertex
 * where it meets another: edges are straight in degrees here and geodesics in {@link GeodesicArea}, so a vertex put in
 * the middle of an edge of 100 m moves an area by some hundredths of a square metre, and a shape that overlaps others
 * may differ by that from its own computed area.
 *
 * <p>Shapes are worked in parallel, on the pool that the caller runs in or on the common one; the result is the same on
 * any number of threads. Ground across the date line is not for this class.
 */
public final class CountedGround {

    /** Overlaps below this are the rounding of a common border and not listed. */
    private static final double SMALLEST_OVERLAP = 1e-6;

    private static final MultiPolygon NOTHING = GroundOverlay.of(List.of());
    private static final int LARGE = 256;
    private static final int FEW = 8;

    private final List<Piece> pieces;
    private final List<Overlap> overlaps;
    private final double squareMetres;

    /** Ground that two shapes both cover, by their places in the list. */
    public record Overlap(int earlier, int later, double squareMetres) {}

    /**
     * The counted ground by areas.
     *
     * @param inside for each area, in their order
     * @param outside in none of them
     */
    public record ByArea(List<Double> inside, double outside) {

        public ByArea {
            inside = List.copyOf(inside);
        }
    }

    private record Piece(MultiPolygon ground, double squareMetres) {

        static Piece of(MultiPolygon ground) {
            return new Piece(ground, GeodesicArea.squareMetres(ground));
        }
    }

    /** A shape on the grid. */
    private record Shape(MultiPolygon ground, Outline outline) {}

    /** What a shape newly counts, and what it shares with others. */
    private record Count(Piece piece, double wholeSquareMetres, List<Overlap> overlaps) {}

    private CountedGround(List<Piece> pieces, List<Overlap> overlaps) {
        this.pieces = pieces;
        this.overlaps = List.copyOf(overlaps);
        this.squareMetres = pieces.stream().mapToDouble(Piece::squareMetres).sum();
    }

    /**
     * Counts shapes in their order. A fault smaller than the grid, such as a spike, goes when the shape is put on it.
     *
     * @param shapes polygons and multipolygons in degrees, not to be changed afterwards
     * @throws IllegalArgumentException if one is not valid; the message says which, from 0
     */
    public static CountedGround of(List<? extends Geometry> shapes) {
        var onGrid = each(shapes.size(), i -> onGrid(shapes.get(i), i)).toList();
        var firsts = new Firsts(onGrid);
        var noding = Noding.of(firsts.places().stream()
                .map(place -> onGrid.get(place).outline())
                .toList());
        var overlay = new Overlay(
                firsts.places().stream()
                        .map(place -> onGrid.get(place).ground())
                        .toList(),
                noding);
        var counts = each(firsts.places().size(), overlay::count).toList();
        return firsts.all(counts);
    }

    private static <T> Stream<T> each(int size, IntFunction<T> work) {
        return IntStream.range(0, size).parallel().mapToObj(work);
    }

    /** How many shapes there are. */
    public int size() {
        return pieces.size();
    }

    /** What a shape covers and no earlier one does; empty where there is nothing. */
    public MultiPolygon piece(int shape) {
        return (MultiPolygon) pieces.get(shape).ground().copy();
    }

    /** Area of what a shape covers and no earlier one does. */
    public double squareMetres(int shape) {
        return pieces.get(shape).squareMetres();
    }

    /** Area of all ground covered, counted once. */
    public double squareMetres() {
        return squareMetres;
    }

    /** Every two shapes that overlap, by the later and then the earlier of them. */
    public List<Overlap> overlaps() {
        return overlaps;
    }

    /**
     * The counted ground by areas that do not overlap each other, such as districts. A piece across a border is shared out
     * in proportion to its parts, so that inside and outside add up to the whole.
     *
     * @throws IllegalArgumentException if an area is not valid, or areas overlap where ground is counted
     */
    public ByArea byArea(List<? extends Geometry> areas) {
        var split = new Areas(areas);
        var parts = each(pieces.size(), i -> split.partsOf(pieces.get(i))).toList();
        var inside = new double[areas.size()];
        double outside = 0;
        for (var part : parts) {
            for (var share : part.shares()) {
                inside[share.area()] += share.squareMetres();
            }
            outside += part.outside();
        }
        return new ByArea(Arrays.stream(inside).boxed().toList(), outside);
    }

    private static Shape onGrid(Geometry ground, int index) {
        var polygons = polygons(ground, index);
        Outline outline;
        try {
            outline = Outline.ofDegrees(polygons);
        } catch (IllegalArgumentException noPosition) {
            throw new IllegalArgumentException("shape " + index + ": " + noPosition.getMessage(), noPosition);
        }
        boolean asItIs = outline.isExactly(polygons);
        var rounded = asItIs ? polygons : outline.degrees();
        if (outline.isPlainRing() || new IsValidOp(rounded).isValid()) {
            return new Shape(rounded, outline);
        }
        var fault = new IsValidOp(polygons).getValidationError();
        if (fault != null) {
            throw new IllegalArgumentException("shape " + index + " is not valid: " + fault.getMessage());
        }
        var reduced = GroundOverlay.onGrid(polygons);
        return new Shape(reduced, Outline.ofDegrees(reduced));
    }

    private static MultiPolygon polygons(Geometry ground, int index) {
        if (ground instanceof MultiPolygon several) {
            return several;
        }
        if (ground instanceof Polygon one) {
            return GroundOverlay.of(List.of(one));
        }
        throw new IllegalArgumentException("shape " + index + " is no polygon but a " + ground.getGeometryType());
    }

    /** Shapes reported again, vertex by vertex, add nothing and are worked once with the first. */
    private static final class Firsts {

        private final List<List<Integer>> places = new ArrayList<>();
        private final int shapes;

        Firsts(List<Shape> onGrid) {
            shapes = onGrid.size();
            var known = new HashMap<Outline, List<Integer>>(2 * shapes);
            for (int i = 0; i < shapes; i++) {
                var same = known.computeIfAbsent(onGrid.get(i).outline(), first -> {
                    var alike = new ArrayList<Integer>(1);
                    places.add(alike);
                    return alike;
                });
                same.add(i);
            }
        }

        List<Integer> places() {
            return places.stream().map(same -> same.get(0)).toList();
        }

        CountedGround all(List<Count> counts) {
            var pieces = new ArrayList<Piece>(Collections.nCopies(shapes, Piece.of(NOTHING)));
            var overlaps = new ArrayList<Overlap>();
            for (int first = 0; first < counts.size(); first++) {
                var count = counts.get(first);
                var same = places.get(first);
                pieces.set(same.get(0), count.piece());
                for (var overlap : count.overlaps()) {
                    for (int one : places.get(overlap.earlier())) {
                        for (int other : same) {
                            overlaps.add(
                                    new Overlap(Math.min(one, other), Math.max(one, other), overlap.squareMetres()));
                        }
                    }
                }
                for (int later = 1; later < same.size() && count.wholeSquareMetres() > 0; later++) {
                    for (int earlier = 0; earlier < later; earlier++) {
                        overlaps.add(new Overlap(same.get(earlier), same.get(later), count.wholeSquareMetres()));
                    }
                }
            }
            overlaps.sort(Comparator.comparingInt(Overlap::later).thenComparingInt(Overlap::earlier));
            return new CountedGround(List.copyOf(pieces), overlaps);
        }
    }

    /** Counts one shape after the other, each for itself, against the noded outlines of those before it. */
    private static final class Overlay {

        private final List<MultiPolygon> shapes;
        private final Noding noding;
        private final List<Ordered> ordered;

        /** A noded outline, with tiles where it is large. */
        private record Ordered(Outline outline, MultiPolygon cells, Optional<Tiles> tiles) {

            static final Ordered ALONE = of(Outline.ofCells(NOTHING));

            static Ordered of(Outline outline) {
                var cells = outline.cells();
                return new Ordered(
                        outline, cells, outline.vertices() > LARGE ? Optional.of(new Tiles(cells)) : Optional.empty());
            }

            Geometry near(Ordered other) {
                return tiles.isPresent() ? tiles.get().near(other.outline().envelope()) : cells;
            }
        }

        Overlay(List<MultiPolygon> shapes, Noding noding) {
            this.shapes = shapes;
            this.noding = noding;
            this.ordered = each(shapes.size(), this::ordered).toList();
        }

        private Ordered ordered(int shape) {
            if (noding.neighbours(shape).length == 0) {
                return Ordered.ALONE;
            }
            return Ordered.of(noding.outline(shape));
        }

        Count count(int shape) {
            var whole = noding.isChanged(shape)
                    ? Piece.of(ordered.get(shape).outline().degrees())
                    : Piece.of(shapes.get(shape));
            var self = ordered.get(shape);
            var overlaps = new ArrayList<Overlap>();
            var over = new ArrayList<Integer>();
            boolean covered = false;
            for (int other : noding.neighbours(shape)) {
                if (other > shape) {
                    break;
                }
                switch (beside(shape, other)) {
                    case APART -> {}
                    case WITHIN -> {
                        covered = true;
                        overlaps.add(new Overlap(other, shape, whole.squareMetres()));
                    }
                    case MEETING -> over.add(other);
                }
            }
            if (over.isEmpty()) {
                return new Count(covered ? Piece.of(NOTHING) : whole, whole.squareMetres(), overlaps);
            }
            var left = covered
                    ? Piece.of(NOTHING)
                    : beyond(self, over.stream().map(ordered::get).toList(), whole);
            for (int other : over) {
                double shared = over.size() == 1 && !covered
                        ? whole.squareMetres() - left.squareMetres()
                        : shared(self, ordered.get(other));
                if (shared > SMALLEST_OVERLAP) {
                    overlaps.add(new Overlap(other, shape, shared));
                }
            }
            return new Count(left, whole.squareMetres(), overlaps);
        }

        private enum Beside {
            APART,
            WITHIN,
            MEETING
        }

        /** How a shape lies to another whose box it meets: apart, within, or so that only an overlay can tell. */
        private Beside beside(int shape, int other) {
            if (noding.meet(shape, other)) {
                return Beside.MEETING;
            }
            var self = ordered.get(shape).outline();
            var its = ordered.get(other).outline();
            if (self.isEmpty() || its.isEmpty()) {
                return Beside.APART;
            }
            boolean oneRings = self.isOneRing() && its.isOneRing();
            if (oneRings || !its.hasSegmentIn(self.envelope())) {
                if (its.contains(self.x[0], self.y[0])) {
                    return Beside.WITHIN;
                }
                if (!oneRings) {
                    return Beside.APART;
                }
            }
            if (oneRings || !self.hasSegmentIn(its.envelope())) {
                return self.contains(its.x[0], its.y[0]) ? Beside.MEETING : Beside.APART;
            }
            return Beside.MEETING;
        }

        private static Piece beyond(Ordered self, List<Ordered> others, Piece whole) {
            var left = self.cells();
            if (others.size() > FEW) {
                var near = new ArrayList<Geometry>();
                for (var other : others) {
                    near.add(other.near(self));
                }
                left = Noding.overlay(left, Noding.union(near), OverlayNG.DIFFERENCE);
            } else {
                for (var other : others) {
                    if (!left.isEmpty()) {
                        left = Noding.overlay(left, other.near(self), OverlayNG.DIFFERENCE);
                    }
                }
            }
            var outline = Outline.ofCells(left);
            return outline.vertices() == whole.ground().getNumPoints() && left.equalsExact(self.cells())
                    ? whole
                    : Piece.of(outline.degrees());
        }

        private static double shared(Ordered one, Ordered other) {
            var shared = Noding.overlay(one.near(other), other.near(one), OverlayNG.INTERSECTION);
            return GeodesicArea.squareMetres(Outline.ofCells(shared).degrees());
        }
    }

    /** Areas that ground is shared out to. */
    private static final class Areas {

        private static final double OVERLAPPING = 1e-4;

        private final List<Tiles> tiles;
        private final HPRtree index = new HPRtree();

        private record Share(int area, double squareMetres) {}

        private record Parts(List<Share> shares, double outside) {}

        Areas(List<? extends Geometry> areas) {
            tiles = each(areas.size(), i -> {
                        var area = polygons(areas.get(i), i);
                        if (!area.isValid()) {
                            throw new IllegalArgumentException("area " + i + " is not valid");
                        }
                        return new Tiles(area);
                    })
                    .toList();
            for (int i = 0; i < areas.size(); i++) {
                index.insert(areas.get(i).getEnvelopeInternal(), i);
            }
            index.build();
        }

        Parts partsOf(Piece piece) {
            if (piece.ground().isEmpty()) {
                return new Parts(List.of(), 0);
            }
            var box = piece.ground().getEnvelopeInternal();
            var candidates = IntStream.builder();
            index.query(box, item -> candidates.add((Integer) item));
            var shares = new ArrayList<Share>();
            Geometry left = piece.ground();
            double all = 0;
            for (int area : candidates.build().sorted().toArray()) {
                var near = tiles.get(area).near(box);
                if (!Tiles.hasBorderIn(near, box)) {
                    if (covers(near, piece.ground())) {
                        shares.add(new Share(area, piece.squareMetres()));
                        all += piece.squareMetres();
                        left = NOTHING;
                    }
                    continue;
                }
                double shared = squareMetres(piece.ground(), near, OverlayNG.INTERSECTION);
                if (shared > 0) {
                    shares.add(new Share(area, shared));
                    all += shared;
                    left = OverlayNGRobust.overlay(left, near, OverlayNG.DIFFERENCE);
                }
            }
            if (shares.isEmpty()) {
                return new Parts(List.of(), piece.squareMetres());
            }
            double outside = GeodesicArea.squareMetres(left);
            double scale = piece.squareMetres() / (all + outside);
            if (scale < 1 - OVERLAPPING && all + outside - piece.squareMetres() > 1) {
                throw new IllegalArgumentException("the areas overlap: they share "
                        + (all + outside - piece.squareMetres()) + " m² of one piece of ground");
            }
            return new Parts(
                    shares.stream()
                            .map(share -> new Share(share.area(), share.squareMetres() * scale))
                            .toList(),
                    outside * scale);
        }

        /** Where no border of the area comes near the piece. */
        private static boolean covers(Geometry near, MultiPolygon piece) {
            return !near.isEmpty()
                    && new SimplePointInAreaLocator(near).locate(piece.getCoordinate()) != Location.EXTERIOR;
        }

        private static double squareMetres(Geometry one, Geometry other, int operation) {
            return GeodesicArea.squareMetres(OverlayNGRobust.overlay(one, other, operation));
        }
    }
}
