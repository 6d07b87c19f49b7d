// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.Map;
import java.util.concurrent.Callable;
import org.clearground.land.forms.PackLand;
import org.clearground.land.print.AskedPlace;
import org.clearground.land.print.HistoryText;
import org.clearground.land.print.LandJson;
import org.clearground.land.store.ClaimDecisions;
import org.clearground.land.store.LandHistories;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is on record about places, and where bodies disagree. */
final class LandHistoryCommands {

    private LandHistoryCommands() {}

    private static final int MOST_CASES = 10_000;

    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Everything on record about a place: \"39.2 47.1\" (latitude longitude), POINT or POLYGON.")
    static final class History implements Callable<Integer> {
        @Mixin
        private LandCommand.Reading reading = new LandCommand.Reading();

        @Parameters(paramLabel = "PLACE", description = "A position, or well-known text with the longitude first.")
        private String place = "";

        @Option(names = "--valid-on", paramLabel = "D", description = "As valid on a day; today if not said.")
        private @Nullable String validOn;

        @Override
        public Integer call() {
            var where = AskedPlace.read(place);
            try (var application = reading.open()) {
                var knownAt = reading.knownAt(application);
                application.store().<Boolean>read(transaction -> {
                    AskedPlace.requireInCountry(where, transaction);
                    var words = reading.words(transaction);
                    var day = validOn == null ? reading.today(knownAt, words) : Days.day(validOn);
                    var asOf = new AsOf(day, knownAt);
                    var history = new LandHistories(transaction).history(where, asOf, PackLand.of(words.pack()));
                    switch (reading.format()) {
                        case text -> System.out.print(new HistoryText(words).history(history, asOf));
                        case json -> reading.print(new LandJson(words).history(history, asOf));
                        case csv -> throw reading.noTable();
                    }
                    System.out.flush();
                    return true;
                });
            }
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "cases",
            mixinStandardHelpOptions = true,
            description = "Where two bodies claim the same ground. It counts once, for the claim approved first.")
    static final class Cases implements Callable<Integer> {
        @Mixin
        private LandCommand.Reading reading = new LandCommand.Reading();

        @Option(names = "--settled", description = "Those in which nothing is open any more.")
        private boolean settled;

        @Option(names = "--own", description = "Also where a body's claims meet its own.")
        private boolean own;

        @Override
        public Integer call() {
            try (var application = reading.open()) {
                return application.store().<Integer>read(transaction -> {
                    var cases = new LandHistories(transaction).cases(settled, own, MOST_CASES);
                    var words = reading.words(transaction);
                    switch (reading.format()) {
                        case text -> System.out.print(new HistoryText(words).cases(cases));
                        case json -> {
                            var json = new LandJson(words);
                            reading.print(Map.of(
                                    "cases",
                                    cases.stream().map(json::reconciliationCase).toList()));
                        }
                        case csv -> throw reading.noTable();
                    }
                    System.out.flush();
                    return settled || cases.isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
                });
            }
        }
    }

    @Command(
            name = "decide",
            mixinStandardHelpOptions = true,
            description = "Decides between two claims to the same ground; their numbers stand in: land cases.")
    static final class Decide implements Callable<Integer> {
        @Mixin
        private DataOption data = new DataOption();

        @Parameters(index = "0", paramLabel = "CLAIM", description = "The claim that is set aside.")
        private long claim;

        @Option(names = "--in-favour-of", required = true, paramLabel = "CLAIM", description = "The claim that counts.")
        private long inFavourOf;

        @Option(names = "--reason", required = true, description = "Why; both bodies and the auditor will read it.")
        private String reason = "";

        @Option(names = "--by", paramLabel = "PERSON", description = "Who decides; the machine's user if not said.")
        private @Nullable String by;

        @Override
        public Integer call() {
            try (var application = data.open()) {
                var outcome = application
                        .claimDecisions()
                        .decide(
                                new ClaimDecisions.Preference(claim, inFavourOf),
                                reason,
                                by == null || by.isBlank() ? DataOption.actor() : by.strip(),
                                null);
                System.out.println(
                        switch (outcome) {
                            case DECIDED ->
                                "Decided: where both speak of the same ground, claim " + inFavourOf + " counts.";
                            case SIGNED ->
                                "Signed. It makes ground usable again and is decided when a second person says the same.";
                        });
            }
            return ExitCodes.DONE;
        }
    }
}
