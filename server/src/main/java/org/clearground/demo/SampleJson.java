// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clearground.geo.GroundShape;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An array of reports as objects with the finds inside; ground as a GeoJSON geometry. One report a line. */
final class SampleJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SampleJson() {}

    static byte[] write(List<SampleReport> reports) {
        return lines("[\n", reports.stream().map(SampleJson::object).toList(), "\n]\n");
    }

    static byte[] lines(String begin, List<Map<String, @Nullable Object>> objects, String end) {
        return objects.stream()
                .map(JSON::writeValueAsString)
                .collect(Collectors.joining(",\n", begin, end))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, @Nullable Object> object(SampleReport report) {
        var object = texts(SampleAnswers.of(report, "en"));
        object.put(
                "finds",
                report.finds().stream()
                        .map(find -> texts(SampleAnswers.of(find, report)))
                        .toList());
        return object;
    }

    private static Map<String, @Nullable Object> texts(Map<String, Object> answers) {
        var texts = new LinkedHashMap<String, @Nullable Object>();
        answers.forEach((question, answer) -> texts.put(question, value(answer)));
        return texts;
    }

    private static Object value(Object answer) {
        if (answer instanceof GroundShape ground) {
            return WrittenSample.geoJson(ground);
        }
        return answer instanceof LocalDate day ? day.toString() : answer;
    }
}
