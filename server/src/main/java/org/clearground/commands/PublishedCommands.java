// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clearground.bulletins.print.EditionDocuments;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.reconciliation.PublishedSeries;
import org.clearground.reconciliation.Whose;
import org.clearground.reconciliation.print.OwnFiguresText;
import org.clearground.reconciliation.print.SeriesText;
import org.clearground.reconciliation.store.Published;
import org.clearground.statements.Measured;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was published, over time and beside our own registers. */
final class PublishedCommands {

    private PublishedCommands() {}

    /** Which days are asked for. */
    static final class DaysOption {

        @Option(names = "--from", paramLabel = "DAY", description = "Only periods that end on this day or later.")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "DAY", description = "Only periods that begin on this day or earlier.")
        private @Nullable String to;

        LocalDate first() {
            return from == null ? LocalDate.MIN : Days.day(from);
        }

        LocalDate last() {
            return to == null ? LocalDate.MAX : Days.day(to);
        }
    }

    /** A word of an enum as it is written in commands. */
    static <E extends Enum<E>> E named(Class<E> kind, String option, String word) {
        var all = kind.getEnumConstants();
        for (var each : all) {
            if (each.name().equalsIgnoreCase(word.strip().replace('-', '_'))) {
                return each;
            }
        }
        throw new ProblemException(
                ProblemCode.WRONG_CALL,
                option + " cannot be \"" + word + "\"; it is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(all)
                                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                                        .toList()));
    }

    @Command(
            name = "series",
            mixinStandardHelpOptions = true,
            description = "What is best known of published figures over time; gaps are gaps.")
    static final class Series implements Callable<Integer> {

        @Mixin
        private DataOption data = new DataOption();

        @Mixin
        private DaysOption days = new DaysOption();

        @Option(names = "--measure", paramLabel = "M", description = "For example area_cleared; all if not said.")
        private @Nullable String measure;

        @Option(names = "--step", paramLabel = "S", description = "week, month, quarter, year, other or cumulative.")
        private @Nullable String step;

        @Option(
                names = "--whose",
                paramLabel = "W",
                defaultValue = "country",
                description = "Whose work: country, army or other_body.")
        private String whose = "country";

        @Option(names = "--format", defaultValue = "text", description = "text, csv or json.")
        private Format format = Format.text;

        @Option(names = "--lang", defaultValue = "en", description = "Language of the words.")
        private String language = "en";

        /** In which forms a series is printed. */
        enum Format {
            text,
            csv,
            json
        }

        @Override
        public Integer call() {
            var measures =
                    measure == null ? List.of(Measured.values()) : List.of(named(Measured.class, "--measure", measure));
            var wanted = step == null ? null : named(PublishedSeries.Step.class, "--step", step);
            var of = named(Whose.class, "--whose", whose);
            try (var application = data.open()) {
                return application.store().<Integer>read(transaction -> {
                    var words = Application.words(transaction, language);
                    var all =
                            Published.within(Published.series(transaction, measures, of), days.first(), days.last())
                                    .stream()
                                    .filter(series -> wanted == null || series.step() == wanted)
                                    .toList();
                    switch (format) {
                        case text -> Printed.text(SeriesText.print(all, words));
                        case csv -> {
                            var rows = SeriesText.rows(all);
                            Printed.text(EditionDocuments.csv(rows.get(0), rows.subList(1, rows.size())));
                        }
                        case json -> Printed.json(SeriesText.json(all, words));
                    }
                    return ExitCodes.DONE;
                });
            }
        }
    }

    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = "Published figures beside what our own registers hold of the same days, by body.")
    static final class Compare implements Callable<Integer> {

        @Mixin
        private DataOption data = new DataOption();

        @Mixin
        private DaysOption days = new DaysOption();

        @Option(names = "--format", defaultValue = "text", description = "text or json.")
        private OutputFormat format = OutputFormat.text;

        @Option(names = "--lang", defaultValue = "en", description = "Language of the words.")
        private String language = "en";

        @Override
        public Integer call() {
            try (var application = data.open()) {
                return application.store().<Integer>read(transaction -> {
                    var words = Application.words(transaction, language);
                    var now = application.clock().instant();
                    var today = now.atZone(words.pack().zone()).toLocalDate();
                    var all = Published.besideOurs(
                            transaction, days.first(), days.last(), new AsOf(today, now), new SqlFigures(transaction));
                    switch (format) {
                        case text, html -> Printed.text(OwnFiguresText.print(all, words));
                        case json -> Printed.json(OwnFiguresText.json(all, words));
                    }
                    boolean differ =
                            all.stream().flatMap(one -> one.lines().stream()).anyMatch(line -> !line.agrees());
                    return differ ? ExitCodes.NEEDS_A_PERSON : ExitCodes.DONE;
                });
            }
        }
    }
}
