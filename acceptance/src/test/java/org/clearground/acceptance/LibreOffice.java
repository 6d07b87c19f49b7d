// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import java.nio.file.Path;

/** LibreOffice as a programme that turns files into others. */
final class LibreOffice {

    /** Every sheet into a file of its own, numbers as they are and not as they are shown. */
    private static final String EVERY_SHEET =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private LibreOffice() {}

    /** Skips the test, saying so, where it is not installed. */
    static void require() {
        Programmes.require("LibreOffice", "soffice", "--version");
    }

    /** Writes a CSV of each sheet of a workbook into a folder, which is made. */
    static Path sheets(Path book, Path folder) {
        return convert(book, EVERY_SHEET, folder);
    }

    /** @param format as {@code --convert-to} has it */
    static Path convert(Path file, String format, Path folder) {
        Programmes.run(
                        "soffice",
                        "-env:UserInstallation="
                                + folder.resolveSibling("libreoffice-profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .with(0);
        return folder;
    }
}
