// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invented texts with what they say: marks around each figure, and a line for each behind the text. */
final class TruthFile {

    /**
     * A text with its truth.
     *
     * @param published null where the page has none to be trusted
     */
    record Text(String id, @Nullable LocalDate published, String text, List<Truth> truths) {
        ReleaseLanguage language() {
            return ReleaseLanguage.valueOf(id.substring(0, 2).toUpperCase(Locale.ROOT));
        }
    }

    /** One figure that a text states. */
    record Truth(
            Measured measured,
            BigDecimal value,
            Hedge hedge,
            String period,
            PeriodKind kind,
            ClaimScope scope,
            Span span) {}

    private TruthFile() {}

    static List<Text> under(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().flatMap(TruthFile::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Text> read(Path file) {
        var texts = new ArrayList<Text>();
        try {
            var heading = "";
            var body = new StringBuilder();
            var claims = new ArrayList<String>();
            boolean inClaims = false;
            for (var line : Files.readString(file).split("\n", -1)) {
                if (line.startsWith("== ")) {
                    add(texts, heading, body, claims);
                    heading = line;
                    body.setLength(0);
                    claims.clear();
                    inClaims = false;
                } else if (line.equals("-- claims")) {
                    inClaims = true;
                } else if (inClaims) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        claims.add(line);
                    }
                } else if (!heading.isEmpty()) {
                    body.append(line).append('\n');
                }
            }
            add(texts, heading, body, claims);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts.stream();
    }

    private static void add(List<Text> texts, String heading, StringBuilder marked, List<String> claims) {
        if (heading.isEmpty()) {
            return;
        }
        var parts = heading.substring(3).split("\\| published");
        var published = parts[1].strip();
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        int start = 0;
        for (int i = 0; i < marked.length(); i++) {
            char sign = marked.charAt(i);
            if (sign == '⟦') {
                start = text.length();
            } else if (sign == '⟧') {
                spans.add(new Span(start, text.length()));
            } else {
                text.append(sign);
            }
        }
        if (spans.size() != claims.size()) {
            throw new IllegalArgumentException(heading + ": " + spans.size() + " marks, " + claims.size() + " claims");
        }
        var truths = new ArrayList<Truth>();
        for (int i = 0; i < claims.size(); i++) {
            var cells = Stream.of(claims.get(i).split("\\|")).map(String::strip).toList();
            truths.add(new Truth(
                    Measured.valueOf(cells.get(0).toUpperCase(Locale.ROOT)),
                    new BigDecimal(cells.get(1).replace("?", "")),
                    Hedge.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
                    cells.get(3),
                    PeriodKind.valueOf(cells.get(4).toUpperCase(Locale.ROOT)),
                    ClaimScope.valueOf(cells.get(5).toUpperCase(Locale.ROOT)),
                    spans.get(i)));
        }
        texts.add(new Text(
                parts[0].strip(), published.equals("-") ? null : LocalDate.parse(published), text.toString(), truths));
    }
}
