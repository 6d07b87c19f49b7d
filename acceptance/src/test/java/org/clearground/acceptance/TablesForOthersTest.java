// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables for treaties, donors and operators from the command line, added up again by LibreOffice's reading of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesForOthersTest {

    private @Nullable Path place;

    @BeforeAll
    void fill(@TempDir Path directory) {
        place = directory;
        Clearground.run("demo", "--no-serve", "--data", directory.resolve("demo"))
                .with(0);
    }

    private Path on(String name) {
        return Objects.requireNonNull(place).resolve(name);
    }

    private Clearground.Ended tables(Object... arguments) {
        var all = new ArrayList<Object>(List.of("tables"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", on("demo")));
        return Clearground.run(all.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"article-7", "monitor", "5w", "operators"})
    void theSumsOfTheWorkbookAreThoseOfItsLines(String kind) throws IOException {
        LibreOffice.require();
        var book = on(kind + ".xlsx");
        tables(kind, "--period", "2024", "--format", "xlsx", "--out", book).with(0);
        var out = LibreOffice.sheets(book, on("sheets-" + kind));
        int sums = 0;
        try (var files = Files.list(out)) {
            for (var file : files.toList()) {
                var rows = rows(file);
                int total = -1;
                for (int at = 0; at < rows.size(); at++) {
                    if (rows.get(at).getField(0).equals("Total")) {
                        total = at;
                    }
                }
                if (total < 0) {
                    continue;
                }
                int heading = heading(rows);
                for (int column = 1; column < rows.get(total).getFieldCount(); column++) {
                    var said = rows.get(total).getField(column);
                    if (said.isEmpty()) {
                        continue;
                    }
                    var sum = BigDecimal.ZERO;
                    for (var row : rows.subList(heading + 1, total)) {
                        if (!row.getField(column).isEmpty()) {
                            sum = sum.add(new BigDecimal(row.getField(column)));
                        }
                    }
                    assertThat(new BigDecimal(said)).as(file + " " + column).isEqualByComparingTo(sum);
                    sums++;
                }
            }
        }
        assertThat(sums).isGreaterThanOrEqualTo(3);
    }

    private static int heading(List<CsvRecord> rows) {
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            if (row.getField(row.getFieldCount() - 1).equals("Where its rows stand")
                    || row.getFields().contains("Where its rows stand")) {
                return at;
            }
        }
        throw new AssertionError("no heading in " + rows);
    }

    private static List<CsvRecord> rows(Path file) throws IOException {
        try (var reader = CsvReader.builder().ofCsvRecord(Files.readString(file))) {
            return reader.stream().toList();
        }
    }

    @Test
    void whatWasFoundInTheBirthWeekStandsInTheMonitorsTable() {
        var csv = tables("monitor", "--period", "2024-W18", "--format", "csv", "--sheet", "ordnance")
                .with(0)
                .out();

        long mines = 0;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (var row : reader) {
                if (row.getField("category").equals("AV_MINE")) {
                    mines += Long.parseLong(row.getField("found"));
                }
                assertThat(row.getField("sample")).isEqualTo("true");
                assertThat(row.getField("rows_at")).startsWith("/registers/finds?category=");
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        assertThat(mines).isEqualTo(53);
    }

    @Test
    void everyDistrictsLandAddsUpFromItsOpeningToItsClosing() throws IOException {
        var csv = tables("monitor", "--period", "2024", "--format", "csv", "--sheet", "release")
                .with(0)
                .out();

        int lines = 0;
        long moved = 0;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (var row : reader) {
                long in =
                        squareMetres(row, "opening") + squareMetres(row, "entered") + squareMetres(row, "transferred");
                long out = squareMetres(row, "cancelled") + squareMetres(row, "reduced") + squareMetres(row, "cleared");
                assertThat(in - out).as(row.toString()).isEqualTo(squareMetres(row, "closing"));
                moved += out;
                lines++;
            }
        }
        assertThat(lines).isPositive();
        assertThat(moved)
                .as("land that was released, so that the sum is no empty one")
                .isPositive();
    }

    private static long squareMetres(NamedCsvRecord row, String name) {
        return Long.parseLong(row.getField(name + "_m2"));
    }

    @Test
    void whatIsNotHeldIsSaidAndInventedDataIsMarked() {
        tables("article-7", "--period", "2024")
                .with(0)
                .saying("SAMPLE DATA", "not held by this system", "Found is not destroyed");
        tables("5w", "--period", "2024-05", "--format", "csv", "--hxl")
                .with(0)
                .saying("#adm2+code", "not held by this system");
        tables("operators", "--period", "2024-Q2", "--format", "json", "--lang", "az")
                .with(0)
                .saying("\"sample\" : true", "Bəyan edilən");
    }

    @ParameterizedTest
    @CsvSource({
        "article-8, 2024, text, there are no tables \"article-8\"",
        "monitor, 20x4, text, 20x4",
        "monitor, 2024, xlsx, say with --out",
        "monitor, 2024, csv, 'several sheets; name one of areas, release, ordnance, bodies'"
    })
    void whatIsNotAskedForRightIsAnsweredInOneSentence(String kind, String period, String format, String sentence) {
        tables(kind, "--period", period, "--format", format).refusing(2, sentence);
    }
}
