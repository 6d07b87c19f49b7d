// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.List;
import java.util.Optional;
import org.clearground.units.ComputedArea;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * A piece of ground: one or more polygons on WGS 84, with holes where there are any.
 *
 * <p>It holds what was reported, valid or not, because reports are evidence; {@link #fault} says what is wrong with it.
 * Only a shape without fault has an area.
 */
public final class GroundShape {

    private final MultiPolygon polygons;
    /** Made when it is first asked for; two threads that ask at once both make one, which is the same. */
    private volatile @Nullable IndexedPointInAreaLocator locator;

    private GroundShape(MultiPolygon polygons) {
        this.polygons = polygons;
    }

    /**
     * @param geometry longitude as x, latitude as y
     * @throws IllegalArgumentException if it is neither a polygon nor a multipolygon, or empty
     */
    public static GroundShape of(Geometry geometry) {
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("an empty shape is no piece of ground");
        }
        if (geometry instanceof MultiPolygon several) {
            return new GroundShape((MultiPolygon) several.copy());
        }
        if (geometry instanceof Polygon one) {
            return new GroundShape(geometry.getFactory().createMultiPolygon(new Polygon[] {(Polygon) one.copy()}));
        }
        throw new IllegalArgumentException("a piece of ground is a polygon, not a " + geometry.getGeometryType());
    }

    /** A copy, so that nobody changes this shape from outside. */
    public MultiPolygon polygons() {
        return (MultiPolygon) polygons.copy();
    }

    /** A new envelope around it. */
    public Envelope box() {
        return new Envelope(polygons.getEnvelopeInternal());
    }

    public int vertices() {
        return polygons.getNumPoints();
    }

    /** Where and how the outline breaks the rules of OGC Simple Features: it crosses itself, a hole lies outside… */
    public Optional<ShapeFault> fault() {
        TopologyValidationError error = new IsValidOp(polygons).getValidationError();
        if (error == null) {
            return Optional.empty();
        }
        var at = error.getCoordinate();
        return Optional.of(new ShapeFault(error.getMessage(), at == null ? polygons.getCoordinate() : at));
    }

    /**
     * The area on the ellipsoid, holes taken off, rounded once to whole square metres.
     *
     * @throws IllegalStateException if the shape has a fault, because a bow-tie's area is no area of ground
     */
    public ComputedArea computedArea() {
        fault().ifPresent(fault -> {
            throw new IllegalStateException("no area of a faulty shape: " + fault.description());
        });
        return new ComputedArea(SquareMetres.computed(GeodesicArea.squareMetres(polygons)));
    }

    /** Inside or on the border. */
    public boolean covers(Position position) {
        return covers(position.longitude(), position.latitude());
    }

    private boolean covers(double longitude, double latitude) {
        var envelope = polygons.getEnvelopeInternal();
        if (!envelope.covers(longitude, latitude)) {
            return false;
        }
        var prepared = locator;
        if (prepared == null) {
            prepared = new IndexedPointInAreaLocator(polygons);
            locator = prepared;
        }
        return prepared.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR;
    }

    /** Every turning point of every ring. */
    public List<Position> turningPoints() {
        return java.util.Arrays.stream(polygons.getCoordinates())
                .map(vertex -> new Position(vertex.x, vertex.y))
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroundShape shape && polygons.equalsExact(shape.polygons);
    }

    @Override
    public int hashCode() {
        return polygons.getEnvelopeInternal().hashCode();
    }

    @Override
    public String toString() {
        return polygons.toText();
    }

    /** What is wrong with an outline, and at which vertex. */
    public record ShapeFault(String description, Coordinate at) {}
}
