// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import java.util.ArrayList;
import java.util.List;
import org.clearground.packs.Words;
import org.clearground.registers.Column;
import org.clearground.registers.Register;
import org.clearground.registers.store.RegisterRow;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an export, alike in CSV and XLSX: the key, every column under its name, behind each code what it is
 * called ({@code district_label}), and whether the row is invented.
 */
final class ExportTable {

    private final Register register;
    private final Words words;

    ExportTable(Register register, Words words) {
        this.register = register;
        this.words = words;
    }

    List<String> heading() {
        var heading = new ArrayList<String>();
        heading.add("key");
        for (var column : register.columns()) {
            heading.add(column.name());
            if (column.kind() == Column.Kind.CODE) {
                heading.add(column.name() + "_label");
            }
        }
        heading.add("sample");
        return heading;
    }

    /** Texts, whole numbers, days; null where nothing is recorded. */
    List<@Nullable Object> cells(RegisterRow row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.key());
        for (int i = 0; i < register.columns().size(); i++) {
            var column = register.columns().get(i);
            var value = row.values().get(i);
            cells.add(column.kind() == Column.Kind.DAY ? value : CellText.data(words, column, value));
            if (column.kind() == Column.Kind.CODE) {
                cells.add(value == null ? null : CellText.said(words, column, value));
            }
        }
        cells.add(String.valueOf(row.sample()));
        return cells;
    }
}
