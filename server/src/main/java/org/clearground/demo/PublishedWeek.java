// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.clearground.time.ReportingPeriod;

/**
 * The figures of one weekly release, as published.
 *
 * @param organisations codes of the bodies that worked
 * @param districts codes of the districts worked in
 */
public record PublishedWeek(
        ReportingPeriod period,
        int atMines,
        int apMines,
        int uxo,
        BigDecimal hectares,
        List<String> organisations,
        List<String> districts) {

    public PublishedWeek {
        organisations = List.copyOf(organisations);
        districts = List.copyOf(districts);
    }

    /** All weeks of a pack's {@code examples/published-weeks.csv}, in the order of the file. */
    public static List<PublishedWeek> readAll(byte[] csv) {
        var text = new String(csv, StandardCharsets.UTF_8);
        return CsvReader.builder().ofNamedCsvRecord(text).stream()
                .map(PublishedWeek::from)
                .toList();
    }

    private static PublishedWeek from(NamedCsvRecord row) {
        return new PublishedWeek(
                new ReportingPeriod(
                        LocalDate.parse(row.getField("week_from")), LocalDate.parse(row.getField("week_to"))),
                Integer.parseInt(row.getField("at_mines")),
                Integer.parseInt(row.getField("ap_mines")),
                Integer.parseInt(row.getField("uxo")),
                new BigDecimal(row.getField("hectares")),
                List.of(row.getField("organisations").split("\\|")),
                List.of(row.getField("districts").split("\\|")));
    }
}
