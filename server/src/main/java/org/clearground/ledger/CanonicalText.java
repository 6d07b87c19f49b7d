// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.util.Map;
import java.util.SortedMap;

/**
 * Writes canonical JSON (RFC 8785) straight into a buffer, for documents too long to be built twice: texts, and objects
 * of texts. What it writes is what {@link CanonicalJson} would make of it.
 */
public final class CanonicalText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalText() {}

    public static void append(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (letter < 0x20) {
                        out.append("\\u00").append(HEX[letter >> 4]).append(HEX[letter & 15]);
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        out.append('"');
    }

    /** An object; sorted keys are in the order that the scheme wants, by UTF-16 code unit. */
    public static void append(StringBuilder out, SortedMap<String, String> object) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, String> member : object.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            append(out, member.getKey());
            out.append(':');
            append(out, member.getValue());
        }
        out.append('}');
    }
}
