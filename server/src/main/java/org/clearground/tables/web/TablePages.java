// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables.web;

import java.util.List;
import org.clearground.tables.Sheet;
import org.clearground.tables.Sheet.Kind;
import org.clearground.tables.print.TablePrinter;
import org.clearground.web.Frame;

/** Tables for others as their pages show them. For the templates only. */
public final class TablePages {

    private TablePages() {}

    /** Which there are. */
    public record Overview(Frame frame) {

        public List<String> kinds() {
            return TableController.kinds();
        }
    }

    /** The tables of a kind. */
    public record KindPage(TablePrinter printer, Frame frame) {

        public List<Sheet> sheets() {
            return printer.tables().sheets();
        }

        public boolean isNumber(Sheet sheet, int column) {
            return sheet.columns().get(column).kind() != Kind.TEXT;
        }

        public String period() {
            return printer.tables().period().name();
        }

        public String workbook() {
            return at("/api/tables/" + printer.tables().kind().word() + ".xlsx");
        }

        public String csv(Sheet sheet, boolean tagged) {
            return at("/api/tables/" + printer.tables().kind().word() + "/" + sheet.name() + ".csv")
                    + (tagged ? "&hxl=true" : "");
        }

        private String at(String path) {
            var tables = printer.tables();
            var here = frame.here();
            return here == null
                    ? ""
                    : here.at(path)
                            .with("from", tables.period().from().toString())
                            .with("to", tables.period().to().toString())
                            .with("period", null)
                            .with("lang", frame.words().language())
                            .toString();
        }

        /** Whether whoever reads may open the rows behind a line. */
        public boolean opens(String rowsAt) {
            return !rowsAt.isEmpty()
                    && frame.opens(rowsAt.contains("?") ? rowsAt.substring(0, rowsAt.indexOf('?')) : rowsAt);
        }
    }
}
