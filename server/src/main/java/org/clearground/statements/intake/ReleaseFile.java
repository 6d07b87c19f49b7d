// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;

/** The text of a release as somebody saved it: UTF-8, at most 5 MB, no page source. */
public final class ReleaseFile {

    private static final int MOST_BYTES = 5_000_000;
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype|html|head|body|div|p|br|span|script|table)\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private ReleaseFile() {}

    /**
     * Reads the text.
     *
     * @throws ProblemException if it is no plain text that can be read
     */
    public static String read(String name, InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(
                    ProblemCode.SUBMISSION_TOO_LARGE,
                    name + " is larger than 5 MB; give the text of one release at a time");
        }
        var text = decoded(name, bytes);
        if (text.isBlank()) {
            throw unreadable(name + " is empty; give the text of a release");
        }
        if (MARKUP.matcher(text).find()) {
            throw unreadable(name + " is the source of a web page; save the text of the page and give that");
        }
        return text;
    }

    private static String decoded(String name, byte[] bytes) {
        for (byte each : bytes) {
            if (each >= 0 && each < 9) {
                throw unreadable(name + " is no text; save the text of the release and give that");
            }
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemException(
                    ProblemCode.UNREADABLE_SUBMISSION,
                    name + " is not written in UTF-8; save the text as UTF-8 and give that",
                    notUtf8);
        }
    }

    private static ProblemException unreadable(String sentence) {
        return new ProblemException(ProblemCode.UNREADABLE_SUBMISSION, sentence);
    }
}
