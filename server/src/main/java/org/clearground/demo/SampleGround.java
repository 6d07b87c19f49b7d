// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearground.geo.GroundShape;
import org.clearground.geo.WrittenGeometry;
import org.clearground.places.Gazetteer;
import org.clearground.places.Settlement;
import org.clearground.units.SquareMetres;
import org.locationtech.jts.geom.Polygon;

/** Deals out ground for invented reports. Each cell is used once, so no two reports overlap, whatever their weeks. */
final class SampleGround {

    private static final double USUAL_SQUARE_METRES = 480_000;

    private final Gazetteer places;
    private final List<Settlement> settlements;
    private final long seed;
    private final Map<String, SampleCells> cellsByDistrict = new HashMap<>();

    SampleGround(Gazetteer places, List<Settlement> settlements, long seed) {
        this.places = places;
        this.settlements = List.copyOf(settlements);
        this.seed = seed;
    }

    int freeCells(String district) {
        return cells(district).free();
    }

    /**
     * Ground of an area, on as many cells as it needs.
     *
     * @param body whose files must be able to write the settlement's name
     * @return empty if the district has no room left
     */
    Optional<SamplePlace> deal(String district, SquareMetres area, String body, Dice dice) {
        var cells = cells(district);
        int number = (int) Math.ceil(area.value() / USUAL_SQUARE_METRES);
        if (cells.free() < number) {
            return Optional.empty();
        }
        var weights = new ArrayList<Double>();
        for (int i = 0; i < number; i++) {
            weights.add(dice.between(0.95, 1.05));
        }
        var parts = Shares.split(area.value(), weights);
        var middles = cells.take(number);
        var polygons = new Polygon[number];
        for (int i = 0; i < number; i++) {
            polygons[i] = SampleOutline.draw(middles.get(i), parts.get(i), dice);
        }
        var ground = GroundShape.of(WrittenGeometry.WGS84.createMultiPolygon(polygons));
        var middle = middles.get(0);
        return Optional.of(new SamplePlace(cells.district(), cells.nearestSettlement(middle, body), ground, middle));
    }

    /** A settlement of the district, for work without ground. */
    SamplePlace visit(String district, String body, Dice dice) {
        var cells = cells(district);
        var middle = dice.oneOf(cells.settlements()).position();
        return new SamplePlace(cells.district(), cells.nearestSettlement(middle, body), null, middle);
    }

    private SampleCells cells(String code) {
        var known = cellsByDistrict.get(code);
        if (known != null) {
            return known;
        }
        var district = places.findDistrict(code)
                .orElseThrow(() -> new IllegalArgumentException("the places have no district " + code));
        var inside = settlements.stream()
                .filter(settlement -> code.equals(settlement.districtCode()))
                .filter(settlement -> district.shape().covers(settlement.position()))
                .toList();
        var cells = new SampleCells(district, inside, Dice.of(seed, "cells", code));
        cellsByDistrict.put(code, cells);
        return cells;
    }
}
