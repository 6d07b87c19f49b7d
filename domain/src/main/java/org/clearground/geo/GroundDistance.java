// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import net.sf.geographiclib.Geodesic;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** How far positions lie outside one piece of ground. Quick for many positions; not for several threads at once. */
public final class GroundDistance {

    private final GroundShape ground;
    private @Nullable IndexedFacetDistance edges;
    private @Nullable LocalMetres metres;

    public GroundDistance(GroundShape ground) {
        this.ground = ground;
    }

    /** 0 inside or on the border; else along the ellipsoid to the nearest place of the border. */
    public double metres(Position position) {
        if (ground.covers(position)) {
            return 0;
        }
        var measure = metres;
        var known = edges;
        if (known == null || measure == null) {
            var polygons = ground.polygons();
            var local = new LocalMetres(polygons.getCoordinate().y);
            for (var vertex : polygons.getCoordinates()) {
                vertex.setCoordinate(local.metres(vertex));
            }
            polygons.geometryChanged();
            measure = local;
            metres = local;
            known = new IndexedFacetDistance(polygons);
            edges = known;
        }
        var nearest = known.nearestPoints(WrittenGeometry.WGS84.createPoint(
                measure.metres(new Coordinate(position.longitude(), position.latitude()))));
        var at = measure.degrees(nearest[0]);
        return Geodesic.WGS84.Inverse(
                        position.latitude(), position.longitude(), Math.max(-90, Math.min(90, at.y)), at.x)
                .s12;
    }
}
