// SPDX-License-Identifier: Apache-2.0
package org.clearground.names;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What something is called, by language code ({@code en}, {@code az}, {@code ru}). At least one name is known. */
public record Names(Map<String, String> byLanguage) {

    public Names {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a thing without any name");
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** The name in a language; the first name known when there is none in it. */
    public String in(String language) {
        var name = byLanguage.get(language);
        return name != null ? name : byLanguage.values().iterator().next();
    }
}
