// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.CsvCells;
import org.clearground.imports.FileKind;
import org.clearground.imports.ReceivedFile;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.ReportRepair;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of a received file with repaired geometries in place of those written. Everything else in it is the original,
 * byte for byte; the original is not touched.
 */
public final class RepairedFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ReceivedFile file;
    private final Mapping mapping;
    private final Map<Integer, Map<String, String>> cells = new TreeMap<>();
    private final Map<Integer, ReportRepair> features = new HashMap<>();
    private int changes;

    /**
     * A copy to come.
     *
     * @throws ProblemException if files of this kind cannot be copied so
     */
    public RepairedFile(ReceivedFile file, Mapping mapping) {
        if (file.kind() != FileKind.CSV && file.kind() != FileKind.GEOJSON) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "a repaired copy can be made of CSV and GeoJSON, not of " + file.kind() + "; export " + file.name()
                            + " as one of these");
        }
        this.file = file;
        this.mapping = mapping;
    }

    /** Notes a repair; false where its answer stands where no copy can change it. */
    public boolean add(ReportRepair repair, WrittenReport written) {
        var repeat = repair.repeat();
        var record = repeat == null ? written.main() : written.repeat(repeat).get(repair.row());
        if (file.kind() == FileKind.GEOJSON) {
            if (record.sheet() != null) {
                return false;
            }
            features.put(record.row(), repair);
            return true;
        }
        return repair.repaired() instanceof Answer.Shape shape
                ? put(
                        record,
                        repair.question(),
                        RepairedText.of(
                                String.valueOf(record.text(repair.question())), shape.value(), repair.swapped()))
                : swapPoint(record, repair.question());
    }

    private boolean swapPoint(WrittenRecord record, String question) {
        var text = record.text(question);
        if (text != null) {
            var stripped = text.strip();
            boolean wellKnown = !stripped.isEmpty() && Character.isLetter(stripped.charAt(0));
            return !wellKnown && put(record, question, RepairedText.swapped(stripped));
        }
        var latitude = record.text(question + "_latitude");
        var longitude = record.text(question + "_longitude");
        return latitude != null
                && longitude != null
                && put(record, question + "_latitude", longitude)
                && put(record, question + "_longitude", latitude);
    }

    private boolean put(WrittenRecord record, String question, String text) {
        var heading = record.at(question).column();
        if (heading == null) {
            return false;
        }
        cells.computeIfAbsent(record.row(), any -> new HashMap<>()).put(heading, text);
        return true;
    }

    /**
     * Writes the copy.
     *
     * @return how many geometries were written anew
     */
    public int write(Path target) {
        try {
            if (Files.exists(target) && Files.isSameFile(target, file.path())) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "the repaired copy cannot take the place of the original; name another");
            }
            try (var out = new BufferedOutputStream(Files.newOutputStream(target))) {
                if (file.kind() == FileKind.GEOJSON) {
                    copyFeatures(out);
                } else {
                    var charset = mapping.charset() == null ? file.charset() : mapping.charset();
                    changes = CsvCells.copy(file, charset, mapping.separator(), mapping.firstHeadingRow(), cells, out);
                }
            }
            return changes;
        } catch (IOException refused) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "cannot write " + target + " (" + refused.getMessage() + ")", refused);
        }
    }

    /** Where a geometry stands in the file, and what takes its place. */
    private record Splice(long begin, long end, String text) {}

    private void copyFeatures(OutputStream out) throws IOException {
        var splices = splices();
        changes = splices.size();
        try (var in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            long at = 0;
            for (var splice : splices) {
                copy(in, out, splice.begin() - at);
                out.write(splice.text().getBytes(StandardCharsets.UTF_8));
                in.skipNBytes(splice.end() - splice.begin());
                at = splice.end();
            }
            in.transferTo(out);
        }
    }

    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        var buffer = new byte[1 << 16];
        for (long left = bytes; left > 0; ) {
            int length = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
            out.write(buffer, 0, length);
            left = length == 0 ? 0 : left - length;
        }
    }

    private List<Splice> splices() throws IOException {
        var splices = new ArrayList<Splice>();
        try (InputStream in = Files.newInputStream(file.path());
                var parser = JSON.createParser(in);
                var bytes = new RandomAccessFile(file.path().toFile(), "r")) {
            findFeatures(parser);
            int number = 0;
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                number++;
                var repair = features.get(number);
                for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                    var value = parser.nextToken();
                    long begin = parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    if (repair != null && name.equals("geometry") && value == JsonToken.START_OBJECT) {
                        long end = parser.currentTokenLocation().getByteOffset() + 1;
                        splices.add(splice(bytes, begin, end, repair));
                    }
                }
            }
        }
        return splices;
    }

    private static void findFeatures(JsonParser parser) {
        parser.nextToken();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return;
            }
            parser.skipChildren();
        }
    }

    private Splice splice(RandomAccessFile bytes, long begin, long end, ReportRepair repair) throws IOException {
        var written = new byte[Math.toIntExact(end - begin)];
        bytes.seek(begin);
        bytes.readFully(written);
        try {
            if (JSON.readTree(written) instanceof ObjectNode geometry) {
                return new Splice(begin, end, repaired(geometry, repair));
            }
        } catch (JacksonException misplaced) {
            throw unsplit(misplaced);
        }
        throw unsplit(null);
    }

    private ProblemException unsplit(@org.jspecify.annotations.Nullable Exception cause) {
        return new ProblemException(
                ProblemCode.UNREADABLE_SUBMISSION,
                "the geometries of " + file.name() + " cannot be told apart; save it again as GeoJSON without a byte"
                        + " order mark",
                cause == null ? new IllegalStateException("no object where a geometry was read") : cause);
    }

    private static String repaired(ObjectNode geometry, ReportRepair repair) {
        if (repair.repaired() instanceof Answer.Shape shape) {
            return RepairedText.ofGeoJson(JSON, geometry, shape.value(), repair.swapped());
        }
        ObjectNode copy = geometry.deepCopy();
        JsonNode position = geometry.path("coordinates");
        copy.set("coordinates", RepairedText.swapped(JSON, position));
        return copy.toString();
    }
}
