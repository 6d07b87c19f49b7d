// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a command answers on standard output. */
final class Printed {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Printed() {}

    static void text(String text) {
        System.out.print(text);
        System.out.flush();
    }

    static void json(Map<String, ? extends @Nullable Object> document) {
        text(asJson(document));
    }

    /** A document as it is printed, with the end of its last line. */
    static String asJson(Map<String, ? extends @Nullable Object> document) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }
}
