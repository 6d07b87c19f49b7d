// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Correction;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Edition;
import org.clearground.ledger.Ledger;
import org.clearground.printing.CsvText;
import org.clearground.web.Frame;
import org.clearground.web.Replies;

/**
 * Makes the documents of an edition, once and for all: the bulletin in each language as a page and as text, and its figures
 * as JSON and CSV. Another printer adds its document to the list here; nothing else has to know.
 */
public final class EditionDocuments {

    /** What an edition splits its figures by. */
    public static final List<Dimension> TABLES = List.of(Dimension.BODY, Dimension.DISTRICT);

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String ARTICLE = "<article";
    private static final String ARTICLE_ENDS = "</article>";

    private final Bulletin bulletin;
    private final int number;
    private final Edition.CutOff cutOff;
    private final List<Wording> languages;
    private final List<Correction> corrections;

    /**
     * Of one edition.
     *
     * @param bulletin with the tables of {@link #TABLES}
     * @param languages in which it appears, one at least
     * @param corrections what it says of earlier editions
     */
    public EditionDocuments(
            Bulletin bulletin,
            int number,
            Edition.CutOff cutOff,
            List<Wording> languages,
            List<Correction> corrections) {
        this.bulletin = bulletin;
        this.number = number;
        this.cutOff = cutOff;
        this.languages = List.copyOf(languages);
        this.corrections = List.copyOf(corrections);
    }

    /** A document before it is kept. */
    public static final class Made {
        private final String name;
        private final String mediaType;
        private final byte[] content;

        Made(String name, String mediaType, byte[] content) {
            this.name = name;
            this.mediaType = mediaType;
            this.content = content.clone();
        }

        public String name() {
            return name;
        }

        public String mediaType() {
            return mediaType;
        }

        public byte[] content() {
            return content.clone();
        }
    }

    /** What the page of a bulletin shows. For its template only. */
    public record Article(BulletinPage page, String line, List<CorrectionText> corrections) {
        public Article {
            corrections = List.copyOf(corrections);
        }
    }

    /** All of them, in the order in which they are listed. */
    public List<Made> make() {
        var id = Edition.id(bulletin.period(), number);
        var figures = EditionFigures.of(bulletin, languages);
        var made = new ArrayList<Made>();
        for (var wording : languages) {
            made.add(new Made(pageName(wording.language()), HTML, utf8(page(wording))));
        }
        for (var wording : languages) {
            made.add(new Made(
                    "bulletin." + wording.language() + ".txt",
                    TEXT,
                    utf8(line(wording) + "\n\n" + TextPrinter.print(bulletin, wording)
                            + CorrectionText.plain(CorrectionText.in(wording, corrections)))));
        }
        made.add(new Made(EditionFigures.NAME, "application/json", figures.write(id, cutOff, languages, corrections)));
        made.add(new Made("figures.csv", CSV, utf8(csv(id, figures))));
        for (var table : figures.tables()) {
            made.add(new Made(
                    "by-" + table.by().name().toLowerCase(Locale.ROOT) + ".csv", CSV, utf8(csv(id, figures, table))));
        }
        return made;
    }

    /** What the page in a language is called. */
    public static String pageName(String language) {
        return "bulletin." + language + ".html";
    }

    /** What other pages show of a page: its article. */
    public static String article(byte[] page) {
        var text = new String(page, StandardCharsets.UTF_8);
        int begins = text.indexOf(ARTICLE);
        int ends = text.lastIndexOf(ARTICLE_ENDS);
        if (begins < 0 || ends < begins) {
            throw new IllegalArgumentException("the page of an edition has no article");
        }
        return text.substring(begins, ends + ARTICLE_ENDS.length());
    }

    private String page(Wording wording) {
        var frame = Frame.alone(
                wording.words(),
                wording.title(bulletin.period()) + ", " + wording.period(bulletin.period()),
                bulletin.sample() ? wording.say("bulletin.sample") : null);
        return Replies.render(
                "editionarticle.jte",
                Map.of(
                        "article",
                        new Article(
                                new BulletinPage(bulletin, wording, frame),
                                line(wording),
                                CorrectionText.in(wording, corrections))));
    }

    /** Which edition it is, and behind which entry of the ledger nothing was known to it. */
    private String line(Wording wording) {
        return wording.say(
                "edition.line",
                Map.of(
                        "number", wording.number(number),
                        "entry", wording.number(cutOff.entry()),
                        "hash", cutOff.hash().hex()));
    }

    private String csv(String id, EditionFigures figures) {
        var heading = new ArrayList<>(List.of(
                "edition", "period_from", "period_to", "figure", "unit", "value", "rows", "known_at", "sample"));
        languages.forEach(wording -> heading.add("label_" + wording.language()));
        languages.forEach(wording -> heading.add("definition_" + wording.language()));
        var lines = new ArrayList<List<String>>();
        for (var value : figures.figures()) {
            var line = new ArrayList<>(List.of(
                    id,
                    bulletin.period().from().toString(),
                    bulletin.period().to().toString(),
                    value.definition().published(),
                    value.definition().unit().name(),
                    written(value.value()),
                    String.valueOf(value.rows()),
                    Ledger.written(bulletin.asOf().knownAt()),
                    String.valueOf(figures.sample())));
            languages.forEach(wording -> line.add(wording.label(value.definition())));
            languages.forEach(wording -> line.add(wording.definition(value.definition())));
            lines.add(line);
        }
        return csv(heading, lines);
    }

    private String csv(String id, EditionFigures figures, EditionFigures.Table table) {
        var heading = new ArrayList<>(List.of("edition", "period_from", "period_to", "code"));
        languages.forEach(wording -> heading.add("name_" + wording.language()));
        heading.addAll(List.of("figure", "unit", "value", "rows", "sample"));
        var lines = new ArrayList<List<String>>();
        for (var line : table.lines()) {
            for (var value : line.values()) {
                var cells = new ArrayList<>(List.of(
                        id,
                        bulletin.period().from().toString(),
                        bulletin.period().to().toString(),
                        line.key()));
                languages.forEach(wording -> cells.add(line.names().getOrDefault(wording.language(), line.key())));
                cells.addAll(List.of(
                        value.definition().published(),
                        value.definition().unit().name(),
                        written(value.value()),
                        String.valueOf(value.rows()),
                        String.valueOf(figures.sample())));
                lines.add(cells);
            }
        }
        return csv(heading, lines);
    }

    /** A table as CSV (RFC 4180). */
    public static String csv(List<String> heading, List<List<String>> lines) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(heading);
            lines.forEach(
                    line -> csv.writeRecord(line.stream().map(CsvText::harmless).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A value as programmes read it; nothing where nobody reported. */
    public static String written(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
