// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.clearground.access.Role;
import org.clearground.web.ExampleSite;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables for others in a real store behind a real server: every number is the sum of the rows that it points to. */
class TablePagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private ExampleSite site;

    @BeforeEach
    void serve() {
        site = new ExampleSite(directory);
        site.send(
                "a.csv",
                ExampleSite.HEADING
                        + ExampleSite.row("A-1", "1.5", "AV_MINE", 3, false)
                        + ExampleSite.row("A-2", "", "AP_BLAST", 7, false)
                        + ExampleSite.row("A-3", "2.25", "UXO_MORTAR", 4, true),
                true);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private JsonNode tables(String kind) {
        return JSON.readTree(site.page("/api/tables/" + kind + "?period=2024"));
    }

    private static JsonNode sheet(JsonNode tables, String name) {
        for (var sheet : tables.path("sheets")) {
            if (sheet.path("name").asString().equals(name)) {
                return sheet;
            }
        }
        throw new AssertionError("no sheet " + name);
    }

    private List<JsonNode> rows(String address) {
        var rows = new ArrayList<JsonNode>();
        JSON.readTree(site.page("/api" + address + "&most=1000")).path("rows").forEach(rows::add);
        return rows;
    }

    @Test
    void everyNumberOfFindsIsTheSumOfTheRowsThatItPointsTo() {
        int checked = 0;
        for (var line : sheet(tables("monitor"), "ordnance").path("lines")) {
            var rows = rows(line.path("rowsAt").asString());
            assertThat(rows).isNotEmpty();
            assertThat(rows.stream()
                            .mapToLong(row -> row.path("quantity").asLong())
                            .sum())
                    .isEqualTo(line.path("found").asLong());
            long told = 0;
            for (var what : List.of("destroyed_in_place", "neutralised", "removed", "handed_on", "left_marked")) {
                told += line.path(what).asLong();
            }
            assertThat(told + line.path("not_stated").asLong())
                    .isEqualTo(line.path("found").asLong());
            checked++;
        }
        assertThat(checked).isEqualTo(3);
        var found = sheet(tables("article-7"), "ordnance");
        assertThat(found.path("lines")).hasSize(1);
        assertThat(found.path("totals").path("found").asLong()).isEqualTo(7);
    }

    @Test
    void whatNobodyDeclaredIsAbsentAndStandsBesideWhatWasDeclared() {
        var lines = sheet(tables("5w"), "activities").path("lines");
        long declared = 0;
        long reports = 0;
        long without = 0;
        for (var line : lines) {
            var rows = rows(line.path("rowsAt").asString());
            assertThat(rows).hasSize((int) line.path("reports").asLong());
            assertThat(rows.stream()
                            .mapToLong(row -> row.path("declared_area_m2").asLong(0))
                            .sum())
                    .isEqualTo(line.path("cleared_declared_m2").asLong(0));
            declared += line.path("cleared_declared_m2").asLong(0);
            reports += line.path("reports").asLong();
            without += line.path("without_area").asLong();
            assertThat(line.path("for_whom").asString()).isEqualTo("not held by this system");
        }
        assertThat(declared).isEqualTo(37_500);
        assertThat(reports).isEqualTo(3);
        assertThat(without).isEqualTo(1);
        var month = sheet(tables("operators"), "operators").path("lines").get(0);
        assertThat(month.path("declared_m2").asLong()).isEqualTo(37_500);
        assertThat(month.path("drawn_m2").isNull()).isTrue();
        assertThat(month.path("anti_personnel_mines_found").asLong()).isEqualTo(7);
    }

    @Test
    void formsThatAreNotHeldSaySo() {
        var forms = sheet(tables("article-7"), "forms").path("lines");
        assertThat(forms).hasSize(10);
        assertThat(forms.get(1).path("held").asString()).isEqualTo("not held by this system");
        assertThat(forms.get(2).path("held").asString()).startsWith("Hazardous areas");
        assertThat(tables("article-7").path("sample").asBoolean()).isTrue();
        assertThat(site.page("/tables/article-7?period=2024")).contains("SAMPLE DATA", "Stockpiled");
    }

    @Test
    void pagesAndFilesSayTheSameInEveryLanguage() throws IOException {
        for (var language : List.of("en", "az", "ru")) {
            for (var kind : List.of("article-7", "monitor", "5w", "operators")) {
                assertThat(site.page("/tables/" + kind + "?period=2024&lang=" + language))
                        .contains("/api/tables/" + kind + ".xlsx")
                        .doesNotContain("table.column", "table.sheet");
            }
        }
        var tagged = site.page("/api/tables/5w/activities.csv?period=2024&hxl=true")
                .lines()
                .toList();
        assertThat(tagged.get(1)).startsWith("\"#org+code\",#org+name,#activity+code");
        assertThat(site.page("/tables")).contains("/tables/5w");
        var file = site.get("/api/tables/monitor.xlsx?period=2024", HttpResponse.BodyHandlers.ofByteArray());
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("areas", "release", "ordnance", "bodies");
            var ordnance = workbook.findSheet("ordnance").orElseThrow();
            var numbers = new ArrayList<Long>();
            for (Iterator<org.dhatim.fastexcel.reader.Row> rows =
                            ordnance.read().iterator();
                    rows.hasNext(); ) {
                var cell = rows.next().getOptionalCell(2).orElse(null);
                if (cell != null && cell.getType() == CellType.NUMBER) {
                    numbers.add(Objects.requireNonNull(cell.asNumber()).longValueExact());
                }
            }
            assertThat(numbers).containsExactly(7L, 3L, 4L, 14L);
        }
    }

    @Test
    void whatDoesNotExistAndWhoMayNotIsAnsweredClearly() {
        assertThat(site.get("/tables/article-8").statusCode()).isEqualTo(404);
        assertThat(site.get("/api/tables/monitor/none.csv?period=2024").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/tables/monitor?period=20x4").statusCode()).isEqualTo(400);
        site.account("leyla", Role.PUBLISHER);
        assertThat(site.signedIn("leyla").get("/tables/monitor?period=2024").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/api/tables/monitor?period=2024").statusCode()).isIn(302, 303, 401);
    }
}
