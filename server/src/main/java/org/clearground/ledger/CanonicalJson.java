// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON with one spelling only (RFC 8785, JSON Canonicalization Scheme): what is hashed must not depend on who wrote it.
 *
 * <p>Numbers are whole and below 2⁵³; decimals and coordinates are texts, as they were reported.
 */
public final class CanonicalJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CanonicalJson() {}

    /** The canonical text of maps, lists, texts, whole numbers and booleans. */
    public static String of(@Nullable Object value) {
        return canonical(JSON.writeValueAsString(value));
    }

    /** The canonical text of a JSON text. */
    public static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("not JSON: " + unreadable.getMessage(), unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> read(String json) {
        return JSON.readValue(json, Map.class);
    }

    @SuppressWarnings("unchecked")
    public static List<Object> readList(String json) {
        return JSON.readValue(json, List.class);
    }
}
