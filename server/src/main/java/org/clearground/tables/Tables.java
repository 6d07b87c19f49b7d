// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables;

import java.util.List;
import java.util.stream.Collectors;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * All tables of a kind, of one period.
 *
 * @param sample whether anything behind them is invented
 */
public record Tables(TableKind kind, ReportingPeriod period, AsOf asOf, boolean sample, List<Sheet> sheets) {

    public Tables {
        sheets = List.copyOf(sheets);
    }

    /**
     * One of them.
     *
     * @param name its name; null where there is only one
     * @throws ProblemException if there is none of the name, or none is said and there are several
     */
    public Sheet sheet(@Nullable String name) {
        if (name == null && sheets.size() == 1) {
            return sheets.get(0);
        }
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        name == null ? ProblemCode.WRONG_CALL : ProblemCode.NOT_FOUND,
                        (name == null
                                        ? "the tables " + kind.word() + " have several sheets"
                                        : "the tables " + kind.word() + " have no sheet \"" + name + "\"")
                                + "; name one of "
                                + sheets.stream().map(Sheet::name).collect(Collectors.joining(", "))));
    }
}
