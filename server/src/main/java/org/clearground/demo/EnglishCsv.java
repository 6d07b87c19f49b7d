// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.clearground.geo.GroundShape;
import org.jspecify.annotations.Nullable;

/** The plain case: UTF-8, commas, decimal points, ISO days, columns named like the questions. */
final class EnglishCsv {

    private EnglishCsv() {}

    static byte[] write(List<SampleReport> reports) {
        var columns = SampleTable.columns();
        var table = new ArrayList<List<String>>();
        table.add(columns);
        for (var report : reports) {
            for (var row : SampleAnswers.rows(report, "en")) {
                table.add(columns.stream().map(row::get).map(EnglishCsv::text).toList());
            }
        }
        return SampleTable.csv(table, ',', LineDelimiter.LF, StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Object answer) {
        if (answer == null) {
            return "";
        }
        if (answer instanceof GroundShape ground) {
            return WrittenSample.wellKnownText(ground);
        }
        return answer instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : answer.toString();
    }
}
