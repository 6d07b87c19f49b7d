// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.clearground.land.PointLead;
import org.clearground.land.forms.PackLand;
import org.clearground.land.print.AskedBody;
import org.clearground.land.print.FollowUpJson;
import org.clearground.land.print.FollowUpText;
import org.clearground.land.print.FollowUpWords;
import org.clearground.land.print.LandJson;
import org.clearground.land.store.OverdueLand;
import org.clearground.land.store.PointLeads;
import org.clearground.land.store.QualityVisits;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What still has to be done: leads that nobody surveyed, nonconformities, and ground that waits too long. */
final class LandFollowUpCommands {

    private LandFollowUpCommands() {}

    @Command(
            name = "leads",
            mixinStandardHelpOptions = true,
            description = "Leads of which only a place is known, with the fade-out around each. No ground is recorded.")
    static final class Leads implements Callable<Integer> {
        @Mixin
        private LandCommand.Reading reading = new LandCommand.Reading();

        @Option(names = "--valid-on", paramLabel = "D", description = "As valid on a day; today if not said.")
        private @Nullable String validOn;

        @Option(names = "--ended", description = "Also those that a survey ended.")
        private boolean ended;

        @Option(
                names = "--finds",
                description = "Also finds of submunitions and unexploded ordnance outside recorded ground.")
        private boolean finds;

        @Override
        public Integer call() {
            var day = validOn == null ? null : Days.day(validOn);
            try (var application = reading.open()) {
                var knownAt = reading.knownAt(application);
                application.store().<Boolean>read(transaction -> {
                    var words = reading.words(transaction);
                    var asOf = new AsOf(day == null ? reading.today(knownAt, words) : day, knownAt);
                    var register = new PointLeads(transaction, PackLand.of(words.pack()));
                    List<PointLead> leads = new ArrayList<>(register.list(asOf, ended));
                    if (finds) {
                        leads.addAll(register.found(asOf));
                    }
                    switch (reading.format()) {
                        case text -> System.out.print(new FollowUpText(words).leads(leads));
                        case csv -> System.out.print(FollowUpText.leadsCsv(leads));
                        case json -> {
                            var map = new LandJson(words).asOf(asOf);
                            map.put(
                                    "leads",
                                    leads.stream()
                                            .map(new FollowUpJson(words)::lead)
                                            .toList());
                            map.put("caution", words.say("bulletin.caution"));
                            reading.print(map);
                        }
                    }
                    System.out.flush();
                    return true;
                });
            }
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "visits",
            mixinStandardHelpOptions = true,
            description = "Visits of inspecting bodies: what did not conform, and whether it was corrected.")
    static final class Visits implements Callable<Integer> {
        @Mixin
        private LandCommand.Reading reading = new LandCommand.Reading();

        @Option(names = "--from", paramLabel = "D", description = "Visits from this day on; all if not said.")
        private @Nullable String from;

        @Option(
                names = "--to",
                paramLabel = "D",
                description = "Visits to this day, as it stood then; today if not said.")
        private @Nullable String to;

        @Option(names = "--org", paramLabel = "CODE", description = "Organisation that was inspected or inspected.")
        private @Nullable String organisation;

        @Option(names = "--open", description = "Only those of which corrective action is still to be done.")
        private boolean open;

        @Override
        public Integer call() {
            var first = from == null ? null : Days.day(from);
            var last = to == null ? null : Days.day(to);
            if (first != null && last != null) {
                Days.period(first.toString(), last.toString());
            }
            try (var application = reading.open()) {
                var knownAt = reading.knownAt(application);
                return application.store().<Integer>read(transaction -> {
                    var words = reading.words(transaction);
                    var body = AskedBody.read(organisation, transaction);
                    LocalDate day = last == null ? reading.today(knownAt, words) : last;
                    var asOf = new AsOf(day, knownAt);
                    var visits = new QualityVisits(transaction).list(asOf, first, body, open);
                    switch (reading.format()) {
                        case text -> System.out.print(new FollowUpText(words).visits(visits, day));
                        case csv -> System.out.print(FollowUpText.visitsCsv(visits, day));
                        case json -> {
                            var json = new FollowUpJson(words);
                            var map = new LandJson(words).asOf(asOf);
                            map.put(
                                    "visits",
                                    visits.stream()
                                            .map(visit -> json.visit(visit, day))
                                            .toList());
                            reading.print(map);
                        }
                    }
                    System.out.flush();
                    return open && !visits.isEmpty() ? ExitCodes.NEEDS_A_PERSON : ExitCodes.DONE;
                });
            }
        }
    }

    @Command(
            name = "overdue",
            mixinStandardHelpOptions = true,
            description = "Ground that waits for inspection, handover or survey longer than the pack allows.")
    static final class Overdue implements Callable<Integer> {
        @Mixin
        private LandCommand.Reading reading = new LandCommand.Reading();

        @Option(names = "--on", paramLabel = "D", description = "On a day; today if not said.")
        private @Nullable String on;

        @Override
        public Integer call() {
            var asked = on == null ? null : Days.day(on);
            try (var application = reading.open()) {
                var knownAt = reading.knownAt(application);
                return application.store().<Integer>read(transaction -> {
                    var words = reading.words(transaction);
                    var day = asked == null ? reading.today(knownAt, words) : asked;
                    var parameters = PackLand.of(words.pack());
                    var overdue = new OverdueLand(transaction, parameters).list(day, knownAt);
                    var unset = new FollowUpWords(words).unset(parameters);
                    switch (reading.format()) {
                        case text -> {
                            System.out.print(new FollowUpText(words).overdue(overdue));
                            System.out.print(unset.isEmpty() ? "" : unset + "\n");
                        }
                        case csv -> System.out.print(FollowUpText.overdueCsv(overdue));
                        case json -> {
                            var map = new LandJson(words).asOf(new AsOf(day, knownAt));
                            map.put(
                                    "overdue",
                                    overdue.stream()
                                            .map(new FollowUpJson(words)::overdue)
                                            .toList());
                            map.put("unset", unset.isEmpty() ? null : unset);
                            reading.print(map);
                        }
                    }
                    System.out.flush();
                    return overdue.isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
                });
            }
        }
    }
}
