// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A file as it arrived, looked at once before anything is done with it.
 *
 * @param charset of text: UTF-8 where the bytes are, else Windows-1251, which is what Excel writes in our region
 */
public record ReceivedFile(Path path, String name, Digest digest, long bytes, FileKind kind, Charset charset) {

    /** Larger files are refused; a country's year of reports is a few hundred megabytes. */
    public static final long MOST_BYTES = 1L << 30;

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_NAME = 200;

    /**
     * Looks at a file.
     *
     * @throws ProblemException if it is missing, empty, too large, or of no kind that can be read
     */
    public static ReceivedFile inspect(Path path) {
        return inspect(path, String.valueOf(path.getFileName()));
    }

    /**
     * Looks at a file that is kept under another name than it was sent by.
     *
     * @param name as it was sent; its end says of what kind the file is
     * @throws ProblemException as for one under its own name
     */
    public static ReceivedFile inspect(Path path, String name) {
        try {
            if (!Files.exists(path)) {
                throw unusable("there is no file " + path + "; check its name");
            }
            if (!Files.isRegularFile(path)) {
                throw unusable(path + " is not a file; name the files one by one");
            }
            long bytes = Files.size(path);
            if (bytes == 0) {
                throw unusable(name + " is empty; export it again");
            }
            if (bytes > MOST_BYTES) {
                throw new ProblemException(
                        ProblemCode.SUBMISSION_TOO_LARGE,
                        name + " has " + (bytes >> 20) + " MiB, more than the " + (MOST_BYTES >> 20)
                                + " MiB that are taken; split it by month or by body");
            }
            return inspect(path, name, bytes);
        } catch (IOException unreadable) {
            throw unusable(name + " cannot be read (" + unreadable.getMessage() + "); check its rights and the disk");
        }
    }

    /**
     * What of a name is shown and kept: no path, nothing that turns a line round or ends it.
     *
     * @param written name that the sender's machine gave a file, perhaps with a path
     * @throws ProblemException if nothing is left of it
     */
    public static String sentName(@Nullable String written) {
        var name = written == null
                ? ""
                : written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "").strip();
        if (name.length() > LONGEST_NAME) {
            int dot = Math.max(name.lastIndexOf('.'), name.length() - 10);
            name = name.substring(0, LONGEST_NAME - (name.length() - dot)) + name.substring(dot);
        }
        if (name.isEmpty()) {
            throw new ProblemException(ProblemCode.WRONG_CALL, "choose a file first; nothing was sent");
        }
        return name;
    }

    private static ReceivedFile inspect(Path path, String name, long bytes) throws IOException {
        var running = Digest.sha256();
        boolean zip = false;
        boolean utf8 = true;
        boolean binary = false;
        var decoder = new Utf8Check();
        try (InputStream in = Files.newInputStream(path)) {
            var buffer = new byte[CHUNK];
            boolean first = true;
            for (int length = in.readNBytes(buffer, 0, CHUNK); length > 0; length = in.readNBytes(buffer, 0, CHUNK)) {
                running.update(buffer, 0, length);
                if (first) {
                    zip = length > 3 && buffer[0] == 'P' && buffer[1] == 'K' && buffer[2] == 3 && buffer[3] == 4;
                    first = false;
                }
                if (!zip) {
                    binary |= hasControlBytes(buffer, length);
                    utf8 = utf8 && decoder.accepts(buffer, length);
                }
            }
            utf8 = utf8 && decoder.endsWell();
        }
        var kind = kind(name.toLowerCase(Locale.ROOT), zip);
        if (!zip && binary) {
            throw unusable(name + " is not text, though its name says " + kind
                    + "; export it as CSV (UTF-8), XLSX, GeoJSON, JSON or KML");
        }
        if (kind != FileKind.CSV && kind != FileKind.XLSX && !utf8) {
            throw unusable(name + " is not UTF-8, as " + kind + " must be; export it again");
        }
        return new ReceivedFile(
                path, name, Digest.finish(running), bytes, kind, utf8 ? StandardCharsets.UTF_8 : WINDOWS_1251);
    }

    private static FileKind kind(String name, boolean zip) {
        if (name.endsWith(".xlsx")) {
            if (!zip) {
                throw unusable(
                        name + " is no XLSX workbook, or an encrypted one; save it again as XLSX without a password");
            }
            return FileKind.XLSX;
        }
        if (zip) {
            throw unusable(name + " is a zip archive; unpack it, or rename it if it is an XLSX workbook");
        }
        if (name.endsWith(".geojson")) {
            return FileKind.GEOJSON;
        }
        if (name.endsWith(".json")) {
            return FileKind.JSON;
        }
        if (name.endsWith(".kml")) {
            return FileKind.KML;
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt")) {
            return FileKind.CSV;
        }
        throw unusable(name + " has an ending that is not known; CSV, XLSX, GeoJSON, JSON and KML can be read");
    }

    private static boolean hasControlBytes(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] >= 0 && buffer[i] < 9) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException unusable(String sentence) {
        return new ProblemException(ProblemCode.UNREADABLE_SUBMISSION, sentence);
    }

    /** Whether a stream of bytes is well-formed UTF-8, piece by piece. */
    private static final class Utf8Check {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer sink = CharBuffer.allocate(CHUNK + 8);
        private ByteBuffer rest = ByteBuffer.allocate(0);

        boolean accepts(byte[] buffer, int length) {
            var input = ByteBuffer.allocate(rest.remaining() + length).put(rest).put(buffer, 0, length);
            input.flip();
            sink.clear();
            if (decoder.decode(input, sink, false).isError()) {
                return false;
            }
            rest = ByteBuffer.allocate(input.remaining()).put(input).flip();
            return true;
        }

        boolean endsWell() {
            return !rest.hasRemaining();
        }
    }
}
