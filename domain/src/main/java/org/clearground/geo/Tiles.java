// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A large piece of ground, of which only the part near a small one is needed at a time.
 *
 * <p>Tiles within tiles, cut where they are first asked for and kept. A tile's part of the ground reaches half a tile
 * beyond it on every side, so that whatever is smaller than that lies within one of them as a whole and never meets the
 * cut.
 */
final class Tiles {

    private static final int ACROSS = 4;
    private static final int FEW_VERTICES = 128;
    private static final int DEEPEST = 20;

    private final Envelope whole;
    private final Tile top;

    Tiles(Geometry ground) {
        this.whole = ground.getEnvelopeInternal();
        this.top = new Tile(whole, ground, 0);
    }

    /** Ground that is the same as this within a box; outside it may be anything. */
    Geometry near(Envelope box) {
        var needed = whole.intersection(box);
        var tile = top;
        while (true) {
            var below = needed.isNull() ? null : tile.around(needed);
            if (below == null) {
                return tile.ground;
            }
            tile = below;
        }
    }

    /** Whether a border of the ground comes into a box. */
    static boolean hasBorderIn(Geometry ground, Envelope box) {
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            if (ground.getGeometryN(i) instanceof Polygon polygon
                    && polygon.getEnvelopeInternal().intersects(box)) {
                if (hasSegmentIn(polygon.getExteriorRing(), box)) {
                    return true;
                }
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    if (hasSegmentIn(polygon.getInteriorRingN(hole), box)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean hasSegmentIn(LineString ring, Envelope box) {
        Coordinate[] vertices = ring.getCoordinates();
        for (int i = 1; i < vertices.length; i++) {
            if (box.intersects(vertices[i - 1], vertices[i])) {
                return true;
            }
        }
        return false;
    }

    private static final class Tile {

        private final Envelope bounds;
        private final Geometry ground;
        private final int depth;
        private final @Nullable Tile[] below = new @Nullable Tile[ACROSS * ACROSS];

        Tile(Envelope bounds, Geometry ground, int depth) {
            this.bounds = bounds;
            this.ground = ground;
            this.depth = depth;
        }

        /** The tile below that holds the box; null where this one is small enough or the box too large. */
        @Nullable
        Tile around(Envelope box) {
            double width = bounds.getWidth() / ACROSS;
            double height = bounds.getHeight() / ACROSS;
            if (depth == DEEPEST
                    || box.getWidth() > width
                    || box.getHeight() > height
                    || ground.getNumPoints() <= FEW_VERTICES) {
                return null;
            }
            int column = place((box.getMinX() + box.getMaxX()) / 2 - bounds.getMinX(), width);
            int row = place((box.getMinY() + box.getMaxY()) / 2 - bounds.getMinY(), height);
            var tile = new Envelope(
                    bounds.getMinX() + column * width,
                    bounds.getMinX() + (column + 1) * width,
                    bounds.getMinY() + row * height,
                    bounds.getMinY() + (row + 1) * height);
            var wider = tile.copy();
            wider.expandBy(width / 2, height / 2);
            return wider.contains(box) ? at(row * ACROSS + column, tile, wider) : null;
        }

        private static int place(double distance, double width) {
            return Math.max(0, Math.min(ACROSS - 1, (int) (distance / width)));
        }

        private synchronized Tile at(int place, Envelope tile, Envelope wider) {
            var known = below[place];
            if (known != null) {
                return known;
            }
            var window = ground.getFactory().toGeometry(wider);
            var cut = GroundOverlay.polygonsOf(OverlayNGRobust.overlay(ground, window, OverlayNG.INTERSECTION));
            var made = new Tile(tile, cut, depth + 1);
            below[place] = made;
            return made;
        }
    }
}
