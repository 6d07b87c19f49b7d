// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Correction;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.Series;
import org.clearground.printing.CsvText;
import org.clearground.web.Frame;
import org.clearground.web.Replies;

/**
 * Makes the documents of an edition, once and for all: the bulletin in each language as a page and as text, and its figures
 * as JSON and CSV, with and without the tags of HXL; on paper, as a workbook, and as a picture. Another printer adds its document to the list here; nothing else has to know.
 */
public final class EditionDocuments {

    /** What an edition splits its figures by. */
    public static final List<Dimension> TABLES = List.of(Dimension.BODY, Dimension.DISTRICT);

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String PDF = "application/pdf";
    private static final String PNG = "image/png";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ARTICLE = "<article";
    private static final String ARTICLE_ENDS = "</article>";

    private final Bulletin bulletin;
    private final List<Series> leading;
    private final DistrictMap districts;
    private final int number;
    private final Edition.Standing standing;
    private final Edition.CutOff cutOff;
    private final List<Wording> languages;
    private final List<Correction> corrections;

    /**
     * Of one edition.
     *
     * @param bulletin with the tables of {@link #TABLES}
     * @param leading each figure of the steps that lead to its period
     * @param districts on which figures are drawn
     * @param languages in which it appears, one at least
     * @param corrections what it says of earlier editions
     */
    public EditionDocuments(
            Bulletin bulletin,
            List<Series> leading,
            DistrictMap districts,
            int number,
            Edition.Standing standing,
            Edition.CutOff cutOff,
            List<Wording> languages,
            List<Correction> corrections) {
        this.bulletin = bulletin;
        this.leading = List.copyOf(leading);
        this.districts = districts;
        this.number = number;
        this.standing = standing;
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
        var figures = EditionFigures.of(bulletin, leading, languages);
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
        var paper = new EditionPaper(bulletin, figures, districts);
        for (var wording : languages) {
            made.add(onPaper(paper, wording));
            var said = CorrectionText.in(wording, corrections);
            var name = "bulletin." + wording.language();
            made.add(new Made(
                    name + ".xlsx",
                    XLSX,
                    new EditionWorkbook(bulletin, figures, wording).print(id, line(wording), said)));
            made.add(new Made(
                    name + ".png", PNG, new EditionCard(bulletin, wording).print(id, wording.standing(standing))));
        }
        made.add(new Made(
                EditionFigures.NAME, "application/json", figures.write(id, standing, cutOff, languages, corrections)));
        for (var table : new EditionTables(id, standing, bulletin, figures, languages).all()) {
            made.add(new Made(table.name() + ".csv", CSV, utf8(csv(table.heading(), table.lines()))));
            made.add(new Made(table.name() + ".hxl.csv", CSV, utf8(csv(table.heading(), table.tagged()))));
        }
        return made;
    }

    /** The one that is printed on paper, in one language and without the others. */
    public Made onPaper(Wording wording) {
        return onPaper(new EditionPaper(bulletin, EditionFigures.of(bulletin, leading, languages), districts), wording);
    }

    private Made onPaper(EditionPaper paper, Wording wording) {
        return new Made(
                "bulletin." + wording.language() + ".pdf",
                PDF,
                paper.print(
                        Edition.id(bulletin.period(), number),
                        line(wording),
                        wording,
                        CorrectionText.in(wording, corrections)));
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
                        "standing", wording.say("edition.standing." + standing.word() + ".means"),
                        "entry", wording.number(cutOff.entry()),
                        "hash", cutOff.hash().hex()));
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
