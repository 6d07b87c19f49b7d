// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edition of the sample country as programmes of others read it: PDF by Poppler, workbooks by LibreOffice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedEditionTest {

    /** What is another in every store. */
    private static final Pattern OF_THE_STORE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z|[0-9a-f]{64}");

    private @Nullable Path place;

    @BeforeAll
    void publish(@TempDir Path directory) {
        place = directory;
        Clearground.run("demo", "--no-serve", "--data", directory.resolve("demo"))
                .with(0);
        Clearground.run("site", "--to", directory.resolve("site"), "--data", directory.resolve("demo"))
                .with(0);
    }

    private Path on(String name) {
        return Objects.requireNonNull(place).resolve(name);
    }

    private Path document(String name) {
        return on("site").resolve("editions/2024-W18-1").resolve(name);
    }

    /** After a change that is meant: {@code -Dgolden.write=true}, and read what changed. */
    @ParameterizedTest
    @ValueSource(strings = {"bulletin.en.txt", "bulletin.az.txt", "bulletin.ru.txt", "figures.csv", "by-body.csv"})
    void whatIsPrintedIsWhatPeopleReviewed(String name) throws IOException {
        var printed = OF_THE_STORE.matcher(Files.readString(document(name))).replaceAll("<…>");
        var golden = Path.of("src", "test", "golden", "2024-W18-1", name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(Objects.requireNonNull(golden.getParent()));
            Files.writeString(golden, printed);
        }

        assertThat(printed).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 53 anti-tank mines, '2,046.3 ha', SAMPLE DATA, An empty table or map says nothing",
        "az, tank əleyhinə 53, '2 046,3 ha', NÜMUNƏ MƏLUMATLARI, Boş cədvəl və ya xəritə",
        "ru, '53 ', '2 046,3 га', ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ, Пустая таблица или карта"
    })
    void thePdfHoldsTheSentenceOfTheTextAndEveryPageSaysWhatItIs(
            String language, String mines, String area, String sample, String caution) throws IOException {
        Programmes.require("Poppler", "pdftotext", "-v");
        var pdf = document("bulletin." + language + ".pdf").toString();

        var pages = text(pdf).split("\f");
        assertThat(pages.length).isBetween(3, 12);
        for (var page : pages) {
            assertThat(spaced(page)).contains(sample).contains("2024-W18-1").contains(caution);
        }
        assertThat(spaced(pages[0])).contains(mines.strip()).contains(area);

        var text = spaced(Files.readString(document("bulletin." + language + ".txt")));
        var release = spaced(Programmes.run("pdfinfo", pdf)
                .with(0)
                .out()
                .lines()
                .filter(line -> line.startsWith("Subject:"))
                .findFirst()
                .orElseThrow()
                .substring("Subject:".length()));
        assertThat(text).contains(release);
        assertThat(spaced(pages[0])).contains(release);
    }

    private static String text(String pdf) {
        return Programmes.run("pdftotext", "-layout", pdf, "-").with(0).out().strip();
    }

    /** One blank between words, whichever blank it was. */
    private static String spaced(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "az", "ru"})
    void thePdfIsTaggedAndCarriesItsLetters(String language) {
        Programmes.require("Poppler", "pdffonts", "-v");
        var pdf = document("bulletin." + language + ".pdf").toString();

        assertThat(Programmes.run("pdfinfo", pdf).with(0).out())
                .containsPattern("Tagged: +yes")
                .containsPattern("JavaScript: +no")
                .containsPattern("Page size: +595.* \\(A4\\)");
        var letters =
                Programmes.run("pdffonts", pdf).with(0).out().lines().skip(2).toList();
        assertThat(letters).isNotEmpty().allSatisfy(line -> assertThat(line).containsPattern(" yes yes yes "));
        assertThat(Programmes.run("pdfimages", "-list", pdf)
                        .with(0)
                        .out()
                        .lines()
                        .skip(2))
                .as("charts and maps are drawn, not pictures of points")
                .isEmpty();
    }

    @Test
    void everyPdfConformsToTheStandardsForKeepingAndForReadingAloud() {
        var told = conformance(document("bulletin.en.pdf"), document("bulletin.az.pdf"), document("bulletin.ru.pdf"));

        assertThat(told.lines()).hasSize(6).allMatch(line -> line.startsWith("conforms "));
    }

    @Test
    void aPdfThatDoesNotConformIsSeen() {
        LibreOffice.require();
        var folder = LibreOffice.convert(document("figures.csv"), "pdf", on("other"));

        assertThat(conformance(folder.resolve("figures.pdf")).lines())
                .as("one line for each standard, so that silence is no praise")
                .filteredOn(line -> line.startsWith("FAILS "))
                .hasSize(2);
    }

    /** veraPDF in a process of its own. */
    private static String conformance(Path... files) {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var call = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Objects.requireNonNull(classes),
                PdfConformance.class.getName()));
        for (var file : files) {
            call.add(file.toString());
        }
        return Programmes.run(call.toArray(String[]::new)).with(0).out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "az", "ru"})
    void theWorkbookHoldsTheNumbersOfTheTablesAndItsPartsAddUp(String language) throws IOException {
        LibreOffice.require();
        var out = LibreOffice.sheets(document("bulletin." + language + ".xlsx"), on("sheets-" + language));
        var published = csv(document("figures.csv"));
        int label = published.get(0).indexOf("label_" + language);
        var headline = sheetWith(published.get(1).get(label), out);
        for (var line : published.subList(1, published.size())) {
            var figure = headline.stream()
                    .filter(row -> row.get(0).equals(line.get(label)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row of " + line + " in " + headline));
            assertThat(new BigDecimal(figure.get(1))).isEqualByComparingTo(inUnit(line));
        }
        for (var code : List.of("ANAMA", "AZ-CAB")) {
            var rows = sheetWith(code, out);
            var parts = rows.subList(3, rows.size());
            assertThat(parts).isNotEmpty();
            for (int column = 0; column < published.size() - 1; column++) {
                int at = column + 2;
                var sum = parts.stream()
                        .filter(row -> !row.get(at).isEmpty())
                        .map(row -> new BigDecimal(row.get(at)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                var line = published.get(column + 1);
                assertThat(sum).isEqualByComparingTo(inUnit(line));
            }
        }
    }

    /** The value of a line of figures.csv as the workbook shows it: areas in hectares. */
    private static BigDecimal inUnit(List<String> line) {
        var value = new BigDecimal(line.get(5));
        return line.get(4).equals("SQUARE_METRES") ? value.movePointLeft(4) : value;
    }

    /** The sheet that has a row which begins so, as LibreOffice wrote it. */
    private static List<List<String>> sheetWith(String code, Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(PrintedEditionTest::csv)
                    .filter(rows -> rows.stream().anyMatch(row -> row.get(0).equals(code)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no sheet with a row of " + code));
        }
    }

    private static List<List<String>> csv(Path file) {
        try (var rows = CsvReader.builder().ofCsvRecord(Files.readString(file, StandardCharsets.UTF_8))) {
            return rows.stream().map(row -> List.copyOf(row.getFields())).toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "az", "ru"})
    void theCardHasTheSizeThatLinksAreShownIn(String language) throws IOException {
        var card = ImageIO.read(document("bulletin." + language + ".png").toFile());

        assertThat(card.getWidth()).isEqualTo(1200);
        assertThat(card.getHeight()).isEqualTo(630);
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures", "by-body", "by-district", "over-time"})
    void theTaggedTableIsTheTableWithALineOfTagsBelowItsHeading(String name) {
        var plain = csv(document(name + ".csv"));
        var tagged = csv(document(name + ".hxl.csv"));

        assertThat(tagged.get(1)).hasSameSizeAs(plain.get(0)).allSatisfy(tag -> assertThat(tag)
                .matches("#[a-z0-9]+(\\+[a-z0-9_]+)*"));
        assertThat(tagged.get(0)).isEqualTo(plain.get(0));
        assertThat(tagged.subList(2, tagged.size())).isEqualTo(plain.subList(1, plain.size()));
    }

    @Test
    void theStepsThatLeadToAPeriodEndWithItsOwnFigures() {
        var own = csv(document("figures.csv"));
        var steps = csv(document("over-time.csv"));

        for (var figure : own.subList(1, own.size())) {
            var last = steps.stream()
                    .filter(step ->
                            step.get(3).equals(figure.get(3)) && step.get(2).equals("2024-05-05"))
                    .findFirst()
                    .orElseThrow();
            assertThat(last.get(5)).isEqualTo(figure.get(5));
            assertThat(last.get(6)).isEqualTo(figure.get(6));
        }
        assertThat(steps.stream().filter(step -> step.get(2).equals("2024-04-28")))
                .as("a week of which nobody reported is a gap")
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.get(5)).isEmpty());
    }
}
