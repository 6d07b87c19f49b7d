// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.Position;
import org.clearground.land.Claim;
import org.clearground.land.Flagging;
import org.clearground.land.GroundHistory.Accredited;
import org.clearground.land.GroundHistory.FindThere;
import org.clearground.land.GroundHistory.Signed;
import org.clearground.land.LandState;
import org.clearground.reports.FieldReport;
import org.clearground.reports.store.ReportQueries.Approval;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * What a handover certificate or a completion report states, as it stood when it was approved. It follows from the
 * ledger alone, so the same paper can be made again at any time (IMAS 08.30).
 *
 * @param form of the report
 * @param parts of the ground, by how it was released
 * @param restrictions flags that bind the users of the land and stood on it then
 * @param ground all of them together
 * @param squareMetres of all of them
 * @param finds of ordnance on the ground that were known then
 * @param stageOne how those who cleared the ground stood in accreditation, as known then
 * @param content what is hashed
 * @param sha256 of the canonical JSON of the content
 * @param code by which the paper is checked
 */
public record Certificate(
        Claim claim,
        FieldReport report,
        String form,
        Approval approval,
        List<Part> parts,
        List<Restriction> restrictions,
        MultiPolygon ground,
        long squareMetres,
        List<Signed> signatures,
        List<Basis> completions,
        List<Basis> inspections,
        List<FindThere> finds,
        List<StageOneOf> stageOne,
        Map<String, Object> content,
        String sha256,
        String code) {

    public Certificate {
        parts = List.copyOf(parts);
        restrictions = List.copyOf(restrictions);
        signatures = List.copyOf(signatures);
        completions = List.copyOf(completions);
        inspections = List.copyOf(inspections);
        finds = List.copyOf(finds);
        stageOne = List.copyOf(stageOne);
        content = Collections.unmodifiableMap(new TreeMap<>(content));
    }

    /**
     * Ground of one history.
     *
     * @param hazard code of its hazardous area; null outside any
     * @param state in which it was handed over or, for a completion, to which the report brought it
     */
    public record Part(
            MultiPolygon ground, long squareMetres, String district, @Nullable String hazard, LandState state) {}

    /**
     * A flag that binds the users of the land.
     *
     * @param claim that raised it, with its reason
     * @param squareMetres of the ground on which it stood
     */
    public record Restriction(Claim claim, Flagging flagging, long squareMetres) {}

    /**
     * A report on which it rests.
     *
     * @param squareMetres of all the ground that it decided on, also where the paper speaks of part of it
     */
    public record Basis(Claim claim, FieldReport report, String form, List<Signed> signatures, long squareMetres) {
        public Basis {
            signatures = List.copyOf(signatures);
        }
    }

    /** How the body of a completion stood in accreditation while it worked. */
    public record StageOneOf(Claim claim, Accredited accredited) {}

    /** A turning point by its number, from 1, through all outlines; the outline by its own. */
    public record TurningPoint(int number, int outline, Position at) {}

    /** Nearer than this to a straight line, in degrees, an outline does not turn: two steps of the grid. */
    private static final double STRAIGHT = 2 * GroundOverlay.GRID_DEGREES;

    /** Where the outlines turn, each once. Borders of what lies within them leave points on straight lines; no more. */
    public List<TurningPoint> turningPoints() {
        var points = new ArrayList<TurningPoint>();
        int outline = 0;
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            var polygon = (Polygon) ground.getGeometryN(i);
            add(points, ++outline, polygon.getExteriorRing());
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                add(points, ++outline, polygon.getInteriorRingN(hole));
            }
        }
        return points;
    }

    private static void add(List<TurningPoint> points, int outline, LineString ring) {
        var vertices = new ArrayList<>(Arrays.asList(ring.getCoordinates()));
        vertices.remove(vertices.size() - 1);
        for (int i = 0; i < vertices.size() && vertices.size() > 3; ) {
            var before = vertices.get((i + vertices.size() - 1) % vertices.size());
            var behind = vertices.get((i + 1) % vertices.size());
            if (Distance.pointToSegment(vertices.get(i), before, behind) <= STRAIGHT) {
                vertices.remove(i);
            } else {
                i++;
            }
        }
        for (var vertex : vertices) {
            points.add(new TurningPoint(points.size() + 1, outline, new Position(vertex.x, vertex.y)));
        }
    }
}
