// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.errors.SourcePlace;
import org.clearground.geo.WrittenGeometry;
import org.clearground.imports.FileKind;
import org.clearground.imports.KmlPlacemarks;
import org.clearground.imports.ReceivedFile;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports of a JSON, GeoJSON or KML file: one object, feature or placemark a report, its properties the answers, things
 * repeated as a list of objects. A polygon gives the report's shape, a point one thing found at that point.
 *
 * <p>JSON is a list of objects, or an object that holds the list under {@code reports} or {@code value}.
 */
final class ObjectReports implements WrittenReports {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReceivedFile file;
    private final FormDefinition form;
    private final Mapping mapping;
    private final GeoJsonReader geometries = new GeoJsonReader(WrittenGeometry.WGS84);
    private final Map<List<String>, Headings> known = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private @Nullable Consumer<Map<String, String>> onProperties;

    ObjectReports(ReceivedFile file, FormDefinition form, Mapping mapping) {
        this.file = file;
        this.form = form;
        this.mapping = mapping;
    }

    /** Told of the properties of each report as they are written, in their order. */
    void onProperties(Consumer<Map<String, String>> listener) {
        onProperties = listener;
    }

    @Override
    public void read(Consumer<WrittenReport> reports, Consumer<Finding> aboutTheFile) {
        var grouping = new ReportGrouping(form, reports);
        int number = file.kind() == FileKind.KML
                ? readPlacemarks(grouping, aboutTheFile)
                : readObjects(grouping, aboutTheFile);
        if (number == 0) {
            throw unusable("holds no reports");
        }
        grouping.finish();
    }

    private int readPlacemarks(ReportGrouping grouping, Consumer<Finding> aboutTheFile) {
        var last = new java.util.concurrent.atomic.AtomicInteger();
        KmlPlacemarks.read(file, placemark -> {
            var object = JSON.createObjectNode();
            placemark.properties().forEach(object::put);
            var geometry = placemark.geometry();
            if (geometry != null) {
                question(placemark.point() ? QuestionType.POINT : QuestionType.SHAPE)
                        .ifPresent(question -> object.put(question.name(), geometry));
            }
            last.set(placemark.number());
            add(grouping, object, placemark.number(), placemark.point(), aboutTheFile);
        });
        return last.get();
    }

    private int readObjects(ReportGrouping grouping, Consumer<Finding> aboutTheFile) {
        int number = 0;
        try (InputStream in = Files.newInputStream(file.path());
                var parser = JSON.createParser(in)) {
            findList(parser);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                ObjectNode object = parser.readValueAsTree();
                number++;
                boolean feature = file.kind() == FileKind.GEOJSON;
                add(
                        grouping,
                        feature ? flattened(object) : object,
                        number,
                        !feature || isPoint(object.path("geometry")),
                        aboutTheFile);
            }
            requireEnd(parser, number);
        } catch (JacksonException unreadable) {
            throw unusable("is no " + file.kind() + " after report " + number + " (" + reason(unreadable) + ")");
        } catch (IOException unreadable) {
            throw unusable("cannot be read (" + unreadable.getMessage() + ")");
        }
        return number;
    }

    private void findList(JsonParser parser) {
        var token = parser.nextToken();
        if (token == JsonToken.START_ARRAY && file.kind() == FileKind.JSON) {
            return;
        }
        var names = file.kind() == FileKind.GEOJSON ? Set.of("features") : Set.of("reports", "value");
        if (token == JsonToken.START_OBJECT) {
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var value = parser.nextToken();
                if (names.contains(name) && value == JsonToken.START_ARRAY) {
                    return;
                }
                parser.skipChildren();
            }
        }
        throw unusable(
                file.kind() == FileKind.GEOJSON
                        ? "is no FeatureCollection"
                        : "is neither a list of reports nor an object with the list under \"reports\"");
    }

    /** Nothing may stand among or behind the reports that would be passed over in silence. */
    private void requireEnd(JsonParser parser, int number) {
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw unusable("has something that is no report after report " + number);
        }
        boolean ended = parser.streamReadContext().inRoot();
        while (parser.nextToken() != null) {
            if (ended) {
                throw unusable("goes on after its end");
            }
            ended = parser.streamReadContext().inRoot();
        }
    }

    /** A feature as the object that its report would be in plain JSON. */
    private ObjectNode flattened(ObjectNode feature) {
        var object = JSON.createObjectNode();
        if (feature.path("properties") instanceof ObjectNode properties) {
            object.setAll(properties);
        }
        var geometry = feature.path("geometry");
        if (geometry.isObject()) {
            question(isPoint(geometry) ? QuestionType.POINT : QuestionType.SHAPE)
                    .ifPresent(question -> object.set(question.name(), geometry));
        }
        return object;
    }

    private static boolean isPoint(JsonNode geometry) {
        return "Point".equals(geometry.path("type").asString(""));
    }

    private java.util.Optional<Question> question(QuestionType type) {
        return java.util.stream.Stream.concat(
                        form.questions().stream(),
                        form.repeats().stream().flatMap(repeat -> repeat.questions().stream()))
                .filter(question -> question.type() == type)
                .findFirst();
    }

    /**
     * @param mayContinue whether it may be another find of the report before it; an outline never is, nor a feature that
     *     has lost its outline, unless both bear the same number
     */
    private void add(
            ReportGrouping grouping,
            ObjectNode object,
            int number,
            boolean mayContinue,
            Consumer<Finding> aboutTheFile) {
        var nested = new HashMap<String, List<WrittenRecord>>();
        for (var repeat : form.repeats()) {
            if (object.path(repeat.name()).isArray()) {
                var rows = new ArrayList<WrittenRecord>();
                int row = 0;
                for (JsonNode child : object.path(repeat.name())) {
                    row++;
                    if (child instanceof ObjectNode fields) {
                        rows.add(record(fields, repeat, repeat.name() + " " + row, number, aboutTheFile));
                    }
                }
                nested.put(repeat.name(), rows);
                object.remove(repeat.name());
            }
        }
        var listener = onProperties;
        if (listener != null) {
            var properties = new LinkedHashMap<String, String>();
            object.properties().forEach(property -> properties.put(property.getKey(), text(property.getValue())));
            listener.accept(properties);
        }
        var main = record(object, null, null, number, aboutTheFile);
        boolean inline = false;
        for (var repeat : form.repeats()) {
            var record = record(object, repeat, null, number, aboutTheFile);
            if (!nested.containsKey(repeat.name()) && Questions.anyAnswered(record, repeat)) {
                nested.put(repeat.name(), List.of(record));
                inline = true;
            }
        }
        grouping.add(main, nested, List.of(), inline && (mayContinue || main.text("report_no") != null));
    }

    private WrittenRecord record(
            ObjectNode object,
            FormDefinition.@Nullable Repeat repeat,
            @Nullable String sheet,
            int number,
            Consumer<Finding> aboutTheFile) {
        var names = new ArrayList<String>();
        var texts = new ArrayList<String>();
        object.properties().forEach(property -> {
            names.add(property.getKey());
            texts.add(text(property.getValue()));
        });
        var headings = known.computeIfAbsent(names, any -> Headings.match(names, form, mapping));
        for (var unknown : headings.unknown()) {
            if (told.add(unknown.heading())) {
                aboutTheFile.accept(new Finding(
                        FindingCode.UNKNOWN_COLUMN,
                        FindingCode.UNKNOWN_COLUMN.severity(),
                        new SourcePlace(file.name(), null, number, unknown.heading()),
                        unknown.heading(),
                        Map.of(
                                "column",
                                unknown.heading(),
                                "nearest",
                                unknown.nearest() == null ? "" : unknown.nearest())));
            }
        }
        var columns = repeat == null ? headings.main() : headings.repeats().get(repeat.name());
        return new WrittenRecord(
                file.name(),
                sheet,
                number,
                columns == null ? new WrittenRecord.Columns() : columns,
                headings.translate(texts, mapping));
    }

    /** What a value says as text; a geometry as well-known text, or as {@code latitude longitude} for a point. */
    private String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (!value.isObject()) {
            return value.isValueNode() ? value.asString() : value.toString();
        }
        try {
            var geometry = geometries.read(value.toString());
            var at = geometry.getCoordinate();
            return geometry.getNumPoints() == 1 && at != null ? at.y + " " + at.x : geometry.toText();
        } catch (ParseException | RuntimeException noGeometry) {
            return value.toString();
        }
    }

    private static String reason(JacksonException unreadable) {
        return String.valueOf(unreadable.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("");
    }

    private ProblemException unusable(String what) {
        return new ProblemException(ProblemCode.UNREADABLE_SUBMISSION, file.name() + " " + what + "; export it again");
    }
}
