// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.geo.GroundShape;
import org.clearground.geo.UnreadableGeometryException;
import org.clearground.geo.WrittenGeometry;
import org.clearground.land.Borders;
import org.clearground.land.ParcelStatement;
import org.clearground.land.print.ParcelText;
import org.clearground.land.store.LandHistories;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "parcels",
        mixinStandardHelpOptions = true,
        description = "What is on record about parcels of a GeoJSON file, split at their borders. Changes nothing.")
final class LandParcelsCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long MOST_BYTES = 256L << 20;

    @Parameters(paramLabel = "FILE", description = "A FeatureCollection of polygons, each with its number as property.")
    private Path file = Path.of("");

    @Option(names = "--number", defaultValue = "cadastral_no", description = "The property that numbers the parcels.")
    private String number = "cadastral_no";

    @Option(names = "--valid-on", paramLabel = "D", description = "As valid on a day; today if not said.")
    private @Nullable String validOn;

    @Mixin
    private LandCommand.Reading reading = new LandCommand.Reading();

    @Override
    public Integer call() {
        var parcels = parcels();
        var box = new Envelope();
        parcels.values().forEach(parcel -> box.expandToInclude(parcel.polygons().getEnvelopeInternal()));
        try (var application = reading.open()) {
            var knownAt = reading.knownAt(application);
            application.store().<Boolean>read(transaction -> {
                var words = reading.words(transaction);
                var day = validOn == null ? knownAt.atZone(words.pack().zone()).toLocalDate() : Days.day(validOn);
                var pieces = new LandHistories(transaction)
                        .pieces(new GeometryFactory().toGeometry(box), new AsOf(day, knownAt));
                var statement = ParcelStatement.of(pieces, new Borders(parcels));
                switch (reading.format()) {
                    case text -> System.out.print(ParcelText.print(statement, words));
                    case csv -> System.out.print(ParcelText.csv(statement));
                    case json -> reading.print(ParcelText.json(statement, words));
                }
                System.out.flush();
                return true;
            });
        }
        return ExitCodes.DONE;
    }

    private Map<String, GroundShape> parcels() {
        var parcels = new LinkedHashMap<String, GroundShape>();
        var geometries = new GeoJsonReader(WrittenGeometry.WGS84);
        int feature = 0;
        for (var node : features()) {
            feature++;
            var code = node.path("properties").path(number).asString("");
            if (code.isBlank()) {
                throw wrong("feature " + feature + " has no \"" + number + "\"; name the property with --number");
            }
            try {
                var shape = WrittenGeometry.shapeOf(
                        geometries.read(node.path("geometry").toString()));
                if (shape.fault().isPresent()) {
                    throw wrong("the outline of parcel " + code + " is faulty: "
                            + shape.fault().get().description());
                }
                if (parcels.putIfAbsent(code, shape) != null) {
                    throw wrong("parcel " + code + " stands twice");
                }
            } catch (ParseException | UnreadableGeometryException | IllegalArgumentException unreadable) {
                throw wrong("parcel " + code + " has no polygon");
            }
        }
        if (parcels.isEmpty()) {
            throw wrong("there are no parcels");
        }
        return parcels;
    }

    private JsonNode features() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong("it is larger than " + (MOST_BYTES >> 20) + " MiB");
            }
            return JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)).path("features");
        } catch (IOException | JacksonException unreadable) {
            throw wrong("it cannot be read as GeoJSON");
        }
    }

    private ProblemException wrong(String why) {
        return new ProblemException(ProblemCode.WRONG_CALL, file.getFileName() + ": " + why);
    }
}
