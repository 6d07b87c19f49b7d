// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables;

import java.util.List;
import java.util.stream.Collectors;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;

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
     * One of them by its name.
     *
     * @throws ProblemException if there is none
     */
    public Sheet sheet(String name) {
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "the tables " + kind.word() + " have no sheet \"" + name + "\"; say "
                                + sheets.stream().map(Sheet::name).collect(Collectors.joining(", "))));
    }
}
