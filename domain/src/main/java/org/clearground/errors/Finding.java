// SPDX-License-Identifier: Apache-2.0
package org.clearground.errors;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something a person must know about the data: kept with the record, listed in the quality report, never logged and
 * forgotten. Its sentence and remedy are made from {@code code} and {@code figures} in the reader's language.
 *
 * @param value what was written there, shortened; null when it is the absence that matters
 * @param figures what the sentence needs: names, numbers, proposals
 */
public record Finding(
        FindingCode code, Severity severity, SourcePlace place, @Nullable String value, Map<String, String> figures) {

    private static final int LONGEST_VALUE = 120;

    public Finding {
        figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    public boolean blocks() {
        return severity == Severity.BLOCKING;
    }
}
