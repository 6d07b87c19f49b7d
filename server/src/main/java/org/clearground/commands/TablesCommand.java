// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.tables.TableKind;
import org.clearground.tables.print.TablePrinter;
import org.clearground.tables.store.TableQueries;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "tables",
        description = "What treaties, donors and operators ask for of a period: article-7, monitor, 5w or operators.")
final class TablesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "KIND", description = "article-7, monitor, 5w or operators.")
    private String kind = "";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--period",
            required = true,
            paramLabel = "P",
            description = "A week, month, quarter or year: 2024-W18, 2024-05, 2024-Q2, 2024.")
    private String period = "";

    @Option(names = "--known-at", paramLabel = "T", description = "As known at a moment, 2024-05-06T08:00:00Z.")
    private @Nullable String knownAt;

    @Option(names = "--format", defaultValue = "text", description = "text, json, xlsx or csv.")
    private Format format = Format.text;

    @Option(names = "--sheet", paramLabel = "S", description = "csv: which sheet, as JSON names it.")
    private @Nullable String sheet;

    @Option(names = "--hxl", description = "csv: with the tags of the Humanitarian Exchange Language.")
    private boolean hxl;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file; a workbook needs one.")
    private @Nullable Path out;

    @Option(names = "--lang", defaultValue = "en", description = "Language, as the pack has them.")
    private String language = "en";

    /** In which forms tables are printed. */
    enum Format {
        text,
        json,
        xlsx,
        csv
    }

    @Override
    public Integer call() {
        var asked = TableKind.of(kind);
        var days = days();
        if (format == Format.xlsx && out == null) {
            throw wrong("say with --out in which file to write the workbook");
        }
        if (format != Format.csv && (sheet != null || hxl)) {
            throw wrong("--sheet and --hxl are for --format csv");
        }
        try (var application = data.open()) {
            var moment = knownAt == null ? application.clock().instant() : Days.moment(knownAt);
            var printed = application.store().<byte[]>read(transaction -> {
                var words = Application.words(transaction, language);
                return print(new TablePrinter(
                        new TableQueries(transaction, words, days, new AsOf(days.to(), moment)).draw(asked), words));
            });
            write(printed);
        }
        return ExitCodes.DONE;
    }

    private byte[] print(TablePrinter printer) {
        return switch (format) {
            case text -> utf8(printer.text());
            case json -> utf8(Printed.asJson(printer.json()));
            case xlsx -> printer.workbook();
            case csv -> utf8(printer.csv(printer.tables().sheet(sheet), hxl));
        };
    }

    private ReportingPeriod days() {
        try {
            return ReportingPeriod.named(period);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(ProblemCode.WRONG_CALL, String.valueOf(none.getMessage()), none);
        }
    }

    private void write(byte[] printed) {
        if (out == null) {
            System.out.print(new String(printed, StandardCharsets.UTF_8));
            System.out.flush();
            return;
        }
        try {
            Files.write(out, printed);
        } catch (IOException refused) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "cannot write " + out + " (" + refused.getMessage() + ")", refused);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
