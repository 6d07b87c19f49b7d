// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.WrittenGeometry;
import org.clearground.imports.FileKind;
import org.clearground.imports.KmlPlacemarks;
import org.clearground.imports.ReceivedFile;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one outline or position of a KML or GeoJSON file, as the text that stands for it in a report. */
public final class OutlineFile {

    /** An outline that is larger is a matter for an import. */
    public static final int MOST_BYTES = 4 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OutlineFile() {}

    /**
     * Reads it.
     *
     * @param point whether a position is asked for, not an outline
     * @return well-known text, or latitude and longitude
     * @throws ProblemException if there is not exactly one of what is asked for
     */
    public static String read(Path path, boolean point) {
        var file = ReceivedFile.inspect(path);
        if (file.bytes() > MOST_BYTES) {
            throw unusable(
                    file, "is larger than " + (MOST_BYTES >> 20) + " MiB; simplify the outline, or import the file");
        }
        var found =
                switch (file.kind()) {
                    case KML -> placemarks(file, point);
                    case GEOJSON, JSON -> features(file, point);
                    case CSV, XLSX -> throw unusable(file, "is no map file; KML and GeoJSON can be read");
                };
        if (found.size() != 1) {
            throw unusable(
                    file,
                    "holds " + found.size() + (point ? " positions" : " outlines")
                            + ", and exactly one is needed; leave out the others, or import the file");
        }
        return found.get(0);
    }

    private static List<String> placemarks(ReceivedFile file, boolean point) {
        var found = new ArrayList<String>();
        KmlPlacemarks.read(file, placemark -> {
            var geometry = placemark.geometry();
            if (geometry != null && placemark.point() == point && (point || geometry.contains("POLYGON"))) {
                found.add(geometry);
            }
        });
        return found;
    }

    private static List<String> features(ReceivedFile file, boolean point) {
        try {
            var root = JSON.readTree(Files.readAllBytes(file.path()));
            var found = new ArrayList<String>();
            collect(root, point, found);
            return found;
        } catch (JacksonException | IOException | ParseException | IllegalArgumentException unreadable) {
            throw unusable(file, "cannot be read as " + FileKind.GEOJSON + "; export it again");
        }
    }

    private static void collect(JsonNode node, boolean point, List<String> found) throws ParseException {
        switch (node.path("type").asString("")) {
            case "FeatureCollection" -> {
                for (var feature : node.path("features")) {
                    collect(feature, point, found);
                }
            }
            case "Feature" -> collect(node.path("geometry"), point, found);
            case "Point" -> {
                if (point) {
                    var at = geometry(node).getCoordinate();
                    found.add(at.y + " " + at.x);
                }
            }
            case "Polygon", "MultiPolygon" -> {
                if (!point) {
                    found.add(geometry(node).toText());
                }
            }
            default -> {
                // lines and what has no geometry are neither
            }
        }
    }

    private static Geometry geometry(JsonNode node) throws ParseException {
        var geometry = new GeoJsonReader(WrittenGeometry.WGS84).read(node.toString());
        if (geometry.isEmpty()) {
            throw new IllegalArgumentException("an empty geometry");
        }
        return geometry;
    }

    private static ProblemException unusable(ReceivedFile file, String what) {
        return new ProblemException(ProblemCode.UNREADABLE_SUBMISSION, file.name() + " " + what);
    }
}
