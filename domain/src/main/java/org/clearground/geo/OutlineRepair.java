// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.clearground.geo.OutlineFault.Kind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * An outline with what is certainly a slip taken out of it: closing points that stand twice, vertices that repeat, spikes
 * without width, rings that repeat. A vertex goes only if the area stays the same to {@value #UNCHANGED}; where it would
 * not, the vertex stays, and its finding with it.
 *
 * <p>An outline that crosses itself is not repaired: how large it is would depend on the method ({@link OutlineReadings}).
 *
 * @param done how many vertices or rings went, by what was wrong with them
 * @param areaBefore of every ring as written, in square metres, each ring counted once
 */
public record OutlineRepair(GroundShape repaired, Map<Kind, Integer> done, double areaBefore, double areaAfter) {

    /** The share of a ring's area that all repairs of the ring together may change. */
    public static final double UNCHANGED = 1e-9;

    public OutlineRepair {
        var copy = new EnumMap<Kind, Integer>(Kind.class);
        copy.putAll(done);
        done = Collections.unmodifiableMap(copy);
    }

    /** The repair; empty where nothing can be repaired. */
    public static Optional<OutlineRepair> of(GroundShape shape) {
        var polygons = shape.polygons();
        var done = new EnumMap<Kind, Integer>(Kind.class);
        var parts = new ArrayList<Polygon>();
        var written = new ArrayList<Polygon>();
        var seen = new HashSet<Long>();
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            var polygon = (Polygon) polygons.getGeometryN(i);
            var factory = polygon.getFactory();
            var holes = new ArrayList<LinearRing>();
            var writtenHoles = new ArrayList<LinearRing>();
            var seenHoles = new HashSet<Long>();
            for (int n = 0; n < polygon.getNumInteriorRing(); n++) {
                var hole = polygon.getInteriorRingN(n);
                if (seenHoles.add(OutlinePrint.ofRing(hole))) {
                    writtenHoles.add(hole);
                    holes.add(ring(hole, done));
                } else {
                    done.merge(Kind.REPEATED_RING, 1, Integer::sum);
                }
            }
            if (!seen.add(OutlinePrint.of(GroundShape.of(
                    factory.createPolygon(polygon.getExteriorRing(), writtenHoles.toArray(LinearRing[]::new)))))) {
                done.merge(Kind.REPEATED_RING, 1, Integer::sum);
                continue;
            }
            written.add(factory.createPolygon(polygon.getExteriorRing(), writtenHoles.toArray(LinearRing[]::new)));
            parts.add(factory.createPolygon(ring(polygon.getExteriorRing(), done), holes.toArray(LinearRing[]::new)));
        }
        if (done.isEmpty()) {
            return Optional.empty();
        }
        var repaired = GroundOverlay.of(parts);
        return Optional.of(new OutlineRepair(
                GroundShape.of(repaired),
                done,
                GeodesicArea.squareMetres(GroundOverlay.of(written)),
                GeodesicArea.squareMetres(repaired)));
    }

    private static LinearRing ring(LinearRing written, Map<Kind, Integer> done) {
        var gone = new EnumMap<Kind, Integer>(Kind.class);
        var open = new ArrayList<Coordinate>();
        for (var vertex : written.getCoordinates()) {
            open.add(new CoordinateXY(vertex.x, vertex.y));
        }
        open.remove(open.size() - 1);
        while (open.size() > 3 && open.get(open.size() - 1).equals2D(open.get(0))) {
            open.remove(open.size() - 1);
            gone.merge(Kind.CLOSING_POINT_TWICE, 1, Integer::sum);
        }
        while (open.size() > 4
                && open.get(open.size() - 2).equals2D(open.get(0))
                && open.get(open.size() - 1).equals2D(open.get(1))) {
            open.remove(open.size() - 1);
            open.remove(open.size() - 1);
            gone.merge(Kind.CLOSING_POINT_TWICE, 2, Integer::sum);
        }
        var budget = new Budget(ringArea(open) * UNCHANGED);
        var kept = open;
        for (int before = -1; before != kept.size(); ) {
            before = kept.size();
            kept = withoutSlips(kept, budget, gone);
        }
        if (kept.size() < 3 || gone.isEmpty()) {
            return written;
        }
        gone.forEach((kind, count) -> done.merge(kind, count, Integer::sum));
        kept.add(kept.get(0).copy());
        return written.getFactory().createLinearRing(kept.toArray(Coordinate[]::new));
    }

    private static final class Budget {
        private double left;

        Budget(double left) {
            this.left = left;
        }

        boolean allows(double area) {
            if (area > left) {
                return false;
            }
            left -= area;
            return true;
        }
    }

    /** One walk round the ring; what a walk takes out may lay the next slip bare. */
    private static ArrayList<Coordinate> withoutSlips(List<Coordinate> ring, Budget budget, Map<Kind, Integer> gone) {
        var metres = new LocalMetres(ring.get(0).y);
        var kept = new ArrayList<Coordinate>(ring.size());
        int left = ring.size();
        for (int i = 0; i < ring.size(); i++) {
            var vertex = ring.get(i);
            var behind = i + 1 < ring.size() ? ring.get(i + 1) : kept.isEmpty() ? vertex : kept.get(0);
            var before = kept.isEmpty() ? ring.get(ring.size() - 1) : kept.get(kept.size() - 1);
            var slip = left > 3 ? slip(before, vertex, behind, metres, budget) : null;
            if (slip == null) {
                kept.add(vertex);
            } else {
                left--;
                gone.merge(slip, 1, Integer::sum);
                if (slip == Kind.SPIKE && left > 3 && i + 1 < ring.size() && before.equals2D(behind)) {
                    // A spike without width leaves its root standing twice.
                    left--;
                    i++;
                }
            }
        }
        return kept;
    }

    private static @org.jspecify.annotations.Nullable Kind slip(
            Coordinate before, Coordinate vertex, Coordinate behind, LocalMetres metres, Budget budget) {
        boolean repeats = OutlineRules.isSame(vertex, behind);
        if (repeats && vertex.equals2D(behind)) {
            return Kind.REPEATED_VERTEX;
        }
        boolean spike = !repeats && OutlineRules.spike(before, vertex, behind, metres) > 0;
        if (spike && before.equals2D(behind)) {
            return Kind.SPIKE;
        }
        return (repeats || spike) && budget.allows(ringArea(List.of(before, vertex, behind)))
                ? repeats ? Kind.REPEATED_VERTEX : Kind.SPIKE
                : null;
    }

    private static double ringArea(List<Coordinate> ring) {
        var area = new PolygonArea(Geodesic.WGS84, false);
        ring.forEach(vertex -> area.AddPoint(vertex.y, vertex.x));
        return Math.abs(area.Compute().area);
    }
}
