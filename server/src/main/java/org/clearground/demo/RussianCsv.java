// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clearground.geo.GroundShape;
import org.jspecify.annotations.Nullable;

/** What a spreadsheet set to Russian saves: Windows-1251, semicolons, decimal commas, day first, words for codes. */
final class RussianCsv {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    private RussianCsv() {}

    static byte[] write(List<SampleReport> reports) {
        var columns = SampleTable.columns();
        var table = new ArrayList<List<String>>();
        table.add(columns.stream()
                .map(column -> RussianWords.QUESTIONS.getOrDefault(column, column))
                .toList());
        for (var report : reports) {
            for (var row : SampleAnswers.rows(report, "ru")) {
                table.add(columns.stream().map(row::get).map(RussianCsv::text).toList());
            }
        }
        return SampleTable.csv(table, ';', LineDelimiter.CRLF, SampleAnswers.WINDOWS_1251);
    }

    private static String text(@Nullable Object answer) {
        if (answer == null) {
            return "";
        }
        if (answer instanceof GroundShape ground) {
            return WrittenSample.wellKnownText(ground);
        }
        if (answer instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (answer instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString().replace('.', ',');
        }
        return RussianWords.CODES.getOrDefault(answer.toString(), answer.toString());
    }
}
