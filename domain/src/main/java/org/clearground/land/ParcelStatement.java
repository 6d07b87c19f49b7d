// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What is on record about parcels: pieces of ground split at their borders, no square metre lost. Ground of a parcel that
 * is on no line has no record, which says nothing about it.
 *
 * @param lines by parcel, state and hazardous area
 */
public record ParcelStatement(List<Line> lines) {

    public ParcelStatement {
        lines = List.copyOf(lines);
    }

    /**
     * Ground of one parcel in one state.
     *
     * @param parcel its number; empty for ground of the same pieces outside every parcel
     * @param hazard code of the hazardous area; empty outside any
     */
    public record Line(String parcel, LandState state, String hazard, long squareMetres) {}

    /** Splits pieces at the borders of parcels. */
    public static ParcelStatement of(List<GroundHistory.PieceHistory> pieces, Borders parcels) {
        var sums = new TreeMap<String, Line>();
        for (var piece : pieces) {
            var hazard = piece.status().hazard() == null ? "" : piece.status().hazard();
            var state = piece.status().state();
            for (var part : parcels.split(piece.piece().ground(), piece.piece().area())) {
                sums.merge(
                        part.area() + "\n" + state.name() + "\n" + hazard,
                        new Line(part.area(), state, hazard, part.squareMetres().value()),
                        (one, other) -> new Line(
                                one.parcel(), one.state(), one.hazard(), one.squareMetres() + other.squareMetres()));
            }
        }
        return new ParcelStatement(new ArrayList<>(sums.values()));
    }

    /** All lines together: the area of the pieces that were split. */
    public long squareMetres() {
        return lines.stream().mapToLong(Line::squareMetres).sum();
    }
}
