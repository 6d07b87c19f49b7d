// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The placemarks of a KML file (OGC 12-007), read one after the other. Folders, styles, images and views are passed over;
 * a link to another file is refused, because what stands there would be missing in silence.
 *
 * <p>Nothing is repaired: a ring is written down with the vertices that it has, and whoever reads the outline finds what
 * is wrong with it.
 */
public final class KmlPlacemarks {

    /** 128 Mi characters, as in a cell of a table. */
    private static final int MOST_CHARACTERS = 1 << 27;

    private static final int DEEPEST = 200;

    private static final Set<String> GEOMETRIES =
            Set.of("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Model", "Track", "MultiTrack");

    private final ReceivedFile file;
    private final XMLStreamReader xml;
    private int number;
    private int depth;
    private long characters;

    private KmlPlacemarks(ReceivedFile file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
    }

    /**
     * A placemark.
     *
     * @param properties its name, its description, and its extended data, each as written
     * @param geometry an outline or a line as well-known text, a point as {@code latitude longitude}; null if it has none
     * @param point whether its geometry is one point
     */
    public record Placemark(int number, Map<String, String> properties, @Nullable String geometry, boolean point) {}

    /**
     * Reads them all.
     *
     * @throws ProblemException with the number of the last placemark that could be read, if the file is broken
     */
    public static void read(ReceivedFile file, Consumer<Placemark> placemarks) {
        try (var in = Files.newInputStream(file.path())) {
            KmlPlacemarks reading = null;
            try {
                reading = new KmlPlacemarks(file, HardenedXml.open(in));
                reading.read(placemarks);
            } catch (XMLStreamException broken) {
                int after = reading == null ? 0 : reading.number;
                throw unusable(
                        file, "is no XML after placemark " + after + " (" + place(broken) + "); export it again");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String place(XMLStreamException broken) {
        var location = broken.getLocation();
        return location == null
                ? "at its beginning"
                : "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }

    private void read(Consumer<Placemark> placemarks) throws XMLStreamException {
        var encoding = xml.getCharacterEncodingScheme();
        if (encoding != null && !Set.of("UTF-8", "UTF8", "US-ASCII").contains(encoding.toUpperCase(Locale.ROOT))) {
            throw unusable(file, "says that it is written in " + encoding + "; export it as UTF-8");
        }
        while (next()) {
            if (xml.isStartElement()) {
                if (depth == 1 && !xml.getLocalName().equals("kml")) {
                    throw unusable(file, "is no KML: it begins with <" + xml.getLocalName() + ">; export it again");
                }
                if (xml.getLocalName().equals("NetworkLink")) {
                    throw unusable(
                            file,
                            "links to another file (NetworkLink), which is not followed; export the"
                                    + " placemarks themselves");
                }
                if (xml.getLocalName().equals("Placemark")) {
                    number++;
                    characters = 0;
                    placemarks.accept(placemark());
                }
            }
        }
    }

    /** Goes to the next event; false at the end. */
    private boolean next() throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                depth++;
                if (depth > DEEPEST) {
                    throw unusable(file, "is nested deeper than " + DEEPEST + " elements; export it again");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw unusable(file, "declares a document type or an entity, which is not accepted; export it again");
            default -> {}
        }
        return true;
    }

    private Placemark placemark() throws XMLStreamException {
        int within = depth;
        var properties = new LinkedHashMap<String, String>();
        var shapes = new ArrayList<Shape>();
        while (next() && depth >= within) {
            if (xml.isStartElement()) {
                var name = xml.getLocalName();
                if (name.equals("name") || name.equals("description")) {
                    properties.putIfAbsent(name, text());
                } else if (name.equals("ExtendedData")) {
                    extendedData(properties);
                } else if (GEOMETRIES.contains(name)) {
                    geometry(name, shapes);
                } else {
                    passOver();
                }
            }
        }
        boolean point = shapes.size() == 1 && shapes.get(0).kind().equals("POINT");
        return new Placemark(number, properties, written(shapes), point);
    }

    private void passOver() throws XMLStreamException {
        int within = depth;
        while (depth >= within && next()) {
            // what no report asks for
        }
    }

    private void extendedData(Map<String, String> properties) throws XMLStreamException {
        int within = depth;
        @Nullable String data = null;
        while (next() && depth >= within) {
            if (xml.isStartElement()) {
                var name = xml.getAttributeValue(null, "name");
                switch (xml.getLocalName()) {
                    case "Data" -> data = name;
                    case "value" -> put(properties, data);
                    case "SimpleData" -> put(properties, name);
                    default -> {}
                }
            }
        }
    }

    private void put(Map<String, String> properties, @Nullable String name) throws XMLStreamException {
        var value = text();
        if (name != null && !name.isBlank()) {
            properties.putIfAbsent(name.strip(), value);
        }
    }

    /** What stands in an element, without the text of elements inside. */
    private String text() throws XMLStreamException {
        int within = depth;
        var text = new StringBuilder();
        while (next() && depth >= within) {
            if (depth == within && xml.isCharacters()) {
                characters += xml.getTextLength();
                if (characters > MOST_CHARACTERS) {
                    throw new ProblemException(
                            ProblemCode.SUBMISSION_TOO_LARGE,
                            file.name() + " has more than " + (MOST_CHARACTERS >> 20) + " Mi characters in placemark "
                                    + number + "; simplify it");
                }
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return text.toString().strip();
    }

    // ---- geometry ---------------------------------------------------------------------------------------------

    /** A geometry of one kind, as well-known text without its name. */
    private record Shape(String kind, String text) {}

    private void geometry(String name, List<Shape> shapes) throws XMLStreamException {
        switch (name) {
            case "MultiGeometry" -> {
                int within = depth;
                while (next() && depth >= within) {
                    if (xml.isStartElement()) {
                        if (GEOMETRIES.contains(xml.getLocalName())) {
                            geometry(xml.getLocalName(), shapes);
                        } else {
                            passOver();
                        }
                    }
                }
            }
            case "Polygon" -> shapes.add(new Shape("POLYGON", polygon()));
            case "Point" -> shapes.add(new Shape("POINT", coordinates()));
            case "LineString", "LinearRing" -> shapes.add(new Shape("LINESTRING", coordinates()));
            default -> {
                passOver();
                shapes.add(new Shape(name.toUpperCase(Locale.ROOT), ""));
            }
        }
    }

    private String polygon() throws XMLStreamException {
        int within = depth;
        var rings = new ArrayList<String>();
        while (next() && depth >= within) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "outerBoundaryIs" -> rings.addAll(0, rings());
                    case "innerBoundaryIs" -> rings.addAll(rings());
                    default -> passOver();
                }
            }
        }
        return String.join(", ", rings);
    }

    private List<String> rings() throws XMLStreamException {
        int within = depth;
        var rings = new ArrayList<String>();
        while (next() && depth >= within) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("LinearRing")) {
                    rings.add("(" + coordinates() + ")");
                } else {
                    passOver();
                }
            }
        }
        return rings;
    }

    /** Tuples {@code longitude,latitude[,altitude]} as well-known text has them. */
    private String coordinates() throws XMLStreamException {
        int within = depth;
        var written = "";
        while (next() && depth >= within) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("coordinates")) {
                    written = text().lines()
                            .flatMap(
                                    line -> java.util.Arrays.stream(line.strip().split("\\s+")))
                            .filter(tuple -> !tuple.isEmpty())
                            .map(KmlPlacemarks::position)
                            .collect(Collectors.joining(", "));
                } else {
                    passOver();
                }
            }
        }
        return written;
    }

    private static String position(String tuple) {
        var numbers = tuple.replace('(', '?').replace(')', '?').split(",", -1);
        return numbers.length == 2 || numbers.length == 3 ? numbers[0] + " " + numbers[1] : "?";
    }

    private static @Nullable String written(List<Shape> shapes) {
        if (shapes.isEmpty()) {
            return null;
        }
        var first = shapes.get(0);
        if (shapes.size() == 1) {
            return first.kind().equals("POINT") ? swapped(first.text()) : text(first);
        }
        if (shapes.stream().allMatch(shape -> shape.kind().equals("POLYGON"))) {
            return shapes.stream()
                    .map(shape -> "(" + shape.text() + ")")
                    .collect(Collectors.joining(", ", "MULTIPOLYGON (", ")"));
        }
        return shapes.stream().map(KmlPlacemarks::text).collect(Collectors.joining(", ", "GEOMETRYCOLLECTION (", ")"));
    }

    private static String text(Shape shape) {
        return shape.text().isEmpty() ? shape.kind() + " EMPTY" : shape.kind() + " (" + shape.text() + ")";
    }

    /** As positions are written in reports: the latitude first. */
    private static String swapped(String position) {
        var numbers = position.split(" ", -1);
        return numbers.length == 2 ? numbers[1] + " " + numbers[0] : position;
    }

    private static ProblemException unusable(ReceivedFile file, String what) {
        return new ProblemException(ProblemCode.UNREADABLE_SUBMISSION, file.name() + " " + what);
    }
}
