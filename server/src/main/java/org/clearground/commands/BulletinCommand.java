// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.bulletins.print.TextPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "bulletin", description = "Prints the bulletin of a week or any other period.")
final class BulletinCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = {"--period", "--week"},
            paramLabel = "P",
            description = "A week, month, quarter or year: 2024-W18, 2024-05, 2024-Q2, 2024.")
    private @Nullable String named;

    @Option(names = "--from", paramLabel = "D", description = "First day, 2024-04-29.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "D", description = "Last day.")
    private @Nullable String to;

    @Option(names = "--lang", defaultValue = "en", description = "Language, as the pack has them: en, az, ru.")
    private String language = "en";

    @Option(names = "--format", defaultValue = "text", description = "text, html or json.")
    private OutputFormat format = OutputFormat.text;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "DIM",
            description = "Break the figures down by body, district, category, day: for the authority's own eyes.")
    private Set<String> by = Set.of();

    @Option(names = "--known-at", paramLabel = "T", description = "As known at a moment, 2024-05-06T08:00:00Z.")
    private @Nullable String knownAt;

    @Option(names = "--valid-on", paramLabel = "D", description = "As valid on a day; the period's last by default.")
    private @Nullable String validOn;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        var period = period();
        var dimensions = dimensions();
        try (var application = data.open()) {
            var asOf = new AsOf(
                    validOn == null ? period.to() : Days.day(validOn),
                    knownAt == null ? application.clock().instant() : Days.moment(knownAt));
            var printed = application.store().read(transaction -> {
                var bulletin = Bulletin.of(period, asOf, dimensions, new SqlFigures(transaction));
                return print(bulletin, Application.wording(transaction, language), format);
            });
            write(printed);
        }
        return ExitCodes.DONE;
    }

    static String print(Bulletin bulletin, Wording wording, OutputFormat format) {
        return switch (format) {
            case text -> TextPrinter.print(bulletin, wording);
            case html -> org.clearground.bulletins.print.HtmlPrinter.print(bulletin, wording);
            case json -> JsonPrinter.print(bulletin, wording);
        };
    }

    private void write(String printed) {
        if (out == null) {
            System.out.print(printed);
            System.out.flush();
            return;
        }
        try {
            Files.writeString(out, printed, StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "cannot write " + out + " (" + refused.getMessage() + ")", refused);
        }
    }

    private ReportingPeriod period() {
        try {
            if (named != null && from == null && to == null) {
                return ReportingPeriod.named(named);
            }
            if (named == null && from != null && to != null) {
                return Days.period(from, to);
            }
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(ProblemCode.WRONG_CALL, String.valueOf(wrong.getMessage()), wrong);
        }
        throw new ProblemException(
                ProblemCode.WRONG_CALL,
                "say which period: --period 2024-W18, 2024-05, 2024-Q2 or 2024, or --from and --to");
    }

    private Set<Dimension> dimensions() {
        var dimensions = EnumSet.noneOf(Dimension.class);
        for (var name : by) {
            try {
                dimensions.add(Dimension.valueOf(name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "cannot break down by \"" + name + "\"; by body, district, category or day",
                        unknown);
            }
        }
        return dimensions;
    }
}
