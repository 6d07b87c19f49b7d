// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clearground.geo.Position;
import org.clearground.geo.WrittenGeometry;
import org.clearground.places.District;
import org.clearground.places.Settlement;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The cells of one district that invented work can be laid in: about one kilometre wide, near a settlement. */
final class SampleCells {

    static final double DEGREES_OF_LATITUDE = 0.009;
    static final double DEGREES_OF_LONGITUDE = 0.0118;
    private static final double FARTHEST_METRES = 3_500;

    private final District district;
    private final List<Settlement> settlements;
    private final List<Position> free;

    /**
     * @param settlements those of the district
     * @param dice decides in which order the cells are used
     */
    SampleCells(District district, List<Settlement> settlements, Dice dice) {
        this.district = district;
        this.settlements = settlements;
        this.free = new ArrayList<>(dice.shuffled(cellsOf(district).stream()
                .filter(middle -> settlements.stream()
                        .anyMatch(settlement -> metres(settlement.position(), middle) < FARTHEST_METRES))
                .toList()));
    }

    /** On one grid for all districts, so that cells of neighbours never overlap. */
    private static List<Position> cellsOf(District district) {
        var polygons = district.shape().polygons();
        var ground = PreparedGeometryFactory.prepare(polygons);
        var box = polygons.getEnvelopeInternal();
        var cells = new ArrayList<Position>();
        int lastRow = (int) Math.ceil(box.getMaxY() / DEGREES_OF_LATITUDE);
        int lastColumn = (int) Math.ceil(box.getMaxX() / DEGREES_OF_LONGITUDE);
        for (int row = (int) (box.getMinY() / DEGREES_OF_LATITUDE); row < lastRow; row++) {
            for (int column = (int) (box.getMinX() / DEGREES_OF_LONGITUDE); column < lastColumn; column++) {
                var cell = new Envelope(
                        column * DEGREES_OF_LONGITUDE,
                        (column + 1) * DEGREES_OF_LONGITUDE,
                        row * DEGREES_OF_LATITUDE,
                        (row + 1) * DEGREES_OF_LATITUDE);
                if (ground.covers(WrittenGeometry.WGS84.toGeometry(cell))) {
                    cells.add(new Position((column + 0.5) * DEGREES_OF_LONGITUDE, (row + 0.5) * DEGREES_OF_LATITUDE));
                }
            }
        }
        return cells;
    }

    District district() {
        return district;
    }

    List<Settlement> settlements() {
        return settlements;
    }

    int free() {
        return free.size();
    }

    /** Takes the next cell and those nearest to it. */
    List<Position> take(int number) {
        var first = free.remove(0);
        var taken = new ArrayList<Position>();
        taken.add(first);
        while (taken.size() < number) {
            var next = free.stream()
                    .min(Comparator.comparingDouble(cell -> metres(cell, first)))
                    .orElseThrow();
            free.remove(next);
            taken.add(next);
        }
        return taken;
    }

    @Nullable
    Settlement nearestSettlement(Position position, String body) {
        return settlements.stream()
                .filter(settlement -> SampleAnswers.canWrite(body, SamplePlace.nameOf(settlement)))
                .min(Comparator.comparingDouble(settlement -> metres(settlement.position(), position)))
                .orElse(null);
    }

    /** Near enough for choosing the nearest. */
    private static double metres(Position from, Position to) {
        double north = (to.latitude() - from.latitude()) * 111_000;
        double east = (to.longitude() - from.longitude()) * 111_000 * StrictMath.cos(Math.toRadians(from.latitude()));
        return Math.sqrt(north * north + east * east);
    }
}
