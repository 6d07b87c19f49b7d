// SPDX-License-Identifier: Apache-2.0
package org.clearground.printing;

/** Texts in CSV that people open with a spreadsheet. */
public final class CsvText {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private CsvText() {}

    /** The same, with an apostrophe before what a spreadsheet would take for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
