// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.file.Path;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SeriesTest {

    private static final String FINDS = "/figures/anti-personnel-mines-found/series";

    @TempDir
    private static Path directory = Path.of(".");

    private static ExampleSite site;

    @BeforeAll
    static void serve() {
        site = new ExampleSite(directory);
        site.send(
                "a.csv",
                ExampleSite.HEADING
                        + ExampleSite.row("A-1", "1.5", "AP_BLAST", 12, false)
                        + ExampleSite.row("A-2", "2", "AP_BLAST", 3, false),
                true);
        site.send(
                "b.csv",
                ExampleSite.HEADING
                        + ExampleSite.row("B-1", "1", "AP_BLAST", 4, false)
                                .replace("2024-05", "2024-03")
                                .replace("2024-04-29", "2024-03-18"),
                true);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void eachValueIsTheFigureOfItsPeriodAndLeadsToItsRows() {
        var json = JsonMapper.builder().build().readTree(site.page("/api" + FINDS + "?from=2024-03-01&to=2024-05-31"));
        var values = json.get("lines").get(0).get("values");
        long sum = 0;
        int gaps = 0;

        for (var value : values) {
            var figure = JsonMapper.builder()
                    .build()
                    .readTree(site.page(value.get("rowsAt").asString()));
            assertThat(figure.get("items")).as(value.toString()).isEqualTo(value.get("value"));
            if (value.get("value").isNull()) {
                gaps++;
            } else {
                sum += value.get("value").asLong();
            }
        }
        assertThat(values.size()).isEqualTo(14);
        assertThat(sum).isEqualTo(19);
        assertThat(gaps).as("weeks of which nothing was reported").isGreaterThan(8);
        assertThat(values.get(13).get("cumulative").asLong()).isEqualTo(19);
    }

    @Test
    void theCsvSaysTheSameAndLeavesGapsEmpty() {
        var rows = CsvReader.builder()
                .ofNamedCsvRecord(site.page("/api" + FINDS + ".csv?step=month&from=2024-02-01&to=2024-05-31"))
                .stream()
                .toList();

        assertThat(rows).hasSize(4);
        assertThat(rows.stream().map(row -> row.getField("value"))).contains("").hasSize(4);
        assertThat(rows.get(3).getField("cumulative")).isEqualTo("19");
    }

    @Test
    void splitByBodyAndByDistrictItAddsUpToTheSame() {
        for (var by : new String[] {"body", "district"}) {
            var json = JsonMapper.builder()
                    .build()
                    .readTree(site.page("/api" + FINDS + "?step=year&from=2024-01-01&to=2024-12-31&by=" + by));
            long sum = 0;
            for (var line : json.get("lines")) {
                sum += line.get("values").get(0).get("value").asLong();
            }
            assertThat(sum).as(by).isEqualTo(19);
        }
    }

    @Test
    void thePageHasTheNumbersWithoutAScript() {
        assertThat(site.page(FINDS + "?step=year&from=2024-01-01&to=2024-12-31"))
                .contains("data-chart=\"[[19723],[19]]\"", ">19</a>", "<th scope=\"row\">2024</th>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?step=day|it may be week, month, year",
                "?by=colour|it may be body, district",
                "?by=category|by body or by district",
                "?from=1990-01-01&to=2024-12-31|more than 800",
                "?from=2024-01-01|say which days",
                "?from=2024-13-01&to=2024-12-31|no day"
            })
    void aWrongCallIsToldInASentence(String query, String sentence) {
        var answer = site.get("/api" + FINDS + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }
}
