// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import java.util.List;

/**
 * One row of a table as texts.
 *
 * @param number as a spreadsheet counts, from 1
 * @param cells blank where nothing is written
 * @param formulas columns whose text is the remembered result of a formula, by index
 */
public record TableRow(int number, List<String> cells, List<Formula> formulas) {

    /** A formula that stood where a value was expected. */
    public record Formula(int column, String text) {}

    public boolean isBlank() {
        for (var cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
