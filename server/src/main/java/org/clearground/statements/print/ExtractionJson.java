// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.print;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.packs.Words;
import org.clearground.statements.Claim;
import org.clearground.statements.Extraction;
import org.clearground.statements.Release;
import org.clearground.statements.Span;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was read from a release as one JSON document; spans count UTF-16 units of the text as it was given. */
public final class ExtractionJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExtractionJson() {}

    public static String print(Release release, Extraction extraction, Words words) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("name", release.name());
        document.put("published", release.published() == null ? null : String.valueOf(release.published()));
        document.put("language", extraction.language().code());
        document.put("languageStated", release.language() != null);
        document.put("spanUnit", "utf-16");
        document.put(
                "claims",
                extraction.claims().stream()
                        .map(claim -> claim(release, claim, words))
                        .toList());
        document.put("findings", findings(extraction.findings(), words));
        document.put(
                "unknownWords",
                extraction.unknownWords().stream()
                        .map(word -> placed(release, word.span()))
                        .toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
    }

    private static Map<String, @Nullable Object> claim(Release release, Claim claim, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("measured", claim.measured().word());
        map.put("value", claim.value());
        map.put("hedge", claim.hedge().word());
        var period = claim.period();
        var printed = period.printed();
        map.put("from", period.from() == null ? null : String.valueOf(period.from()));
        map.put("to", period.to() == null ? null : String.valueOf(period.to()));
        map.put("kind", period.kind().word());
        map.put("periodInferred", period.inferred());
        map.put("periodPrinted", printed == null ? null : placed(release, printed));
        map.put("scope", claim.scope().word());
        map.put("printed", placed(release, claim.span()));
        map.put(
                "otherReadings",
                claim.otherReadings().stream()
                        .map(other -> {
                            var reading = new LinkedHashMap<String, @Nullable Object>();
                            reading.put("value", other.value());
                            reading.put("why", other.why().name().toLowerCase(Locale.ROOT));
                            return reading;
                        })
                        .toList());
        map.put("findings", findings(claim.findings(), words));
        return map;
    }

    private static Map<String, @Nullable Object> placed(Release release, Span span) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("text", span.of(release.text()));
        map.put("start", span.start());
        map.put("end", span.end());
        return map;
    }

    private static List<Map<String, @Nullable Object>> findings(List<Finding> findings, Words words) {
        return findings.stream().map(finding -> finding(finding, words)).toList();
    }

    private static Map<String, @Nullable Object> finding(Finding finding, Words words) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("code", finding.code().name());
        map.put("line", finding.place().row());
        map.put("value", finding.value());
        map.put("sentence", words.sentence(finding));
        map.put("remedy", words.remedy(finding));
        return map;
    }
}
