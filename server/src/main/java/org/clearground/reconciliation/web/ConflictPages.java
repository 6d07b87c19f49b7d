// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearground.ledger.Digest;
import org.clearground.reconciliation.Conflict;
import org.clearground.reconciliation.ConflictKind;
import org.clearground.reconciliation.Reading;
import org.clearground.reconciliation.Settlement;
import org.clearground.reconciliation.print.ConflictText;
import org.clearground.web.Address;
import org.clearground.web.Choice;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** Conflicts as their pages show them. For the templates only. */
public final class ConflictPages {

    private ConflictPages() {}

    /** What stood against each other, in one word that changes when anything else does. */
    static String seen(Conflict conflict) {
        return Digest.of(String.join("\n", Settlement.seen(conflict)).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** One of them in the list. */
    public record Row(String title, String link, List<String> readings, List<String> remarks) {}

    /** All that are asked for. */
    public record ListPage(
            int statements,
            List<Conflict> all,
            List<Conflict> shown,
            Map<String, Settlement> settlements,
            @Nullable String kind,
            boolean settledToo,
            Frame frame) {

        public String heading() {
            return frame.words()
                    .say(
                            "conflict.heading",
                            Map.of(
                                    "statements", frame.words().number(statements),
                                    "conflicts", frame.words().number(shown.size())));
        }

        /** Each kind that there is, with how many are open, or of all where settled ones are shown. */
        public List<Choice> kinds() {
            var asked = settledToo ? all : Settlement.open(all, settlements);
            var counts = new EnumMap<ConflictKind, Integer>(ConflictKind.class);
            asked.forEach(conflict -> counts.merge(conflict.kind(), 1, Integer::sum));
            var choices = new ArrayList<Choice>();
            choices.add(new Choice(
                    frame.say("conflict.every") + " " + number(asked), frame.with("kind", null), kind == null));
            counts.forEach((each, count) -> choices.add(new Choice(
                    frame.say("conflict.kind." + each.word()) + " "
                            + frame.words().number(count),
                    frame.with("kind", each.word()),
                    each.word().equals(kind))));
            return choices;
        }

        private String number(Collection<Conflict> conflicts) {
            return frame.words().number(conflicts.size());
        }

        public List<Choice> standings() {
            return List.of(
                    new Choice(frame.say("conflict.open"), frame.with("settled", null), !settledToo),
                    new Choice(frame.say("conflict.withsettled"), frame.with("settled", "true"), settledToo));
        }

        public List<Row> rows() {
            return shown.stream()
                    .map(conflict -> new Row(
                            ConflictText.title(conflict, frame.words()),
                            frame.link(address(conflict.key())),
                            conflict.readings().stream()
                                    .map(reading -> ConflictText.reading(reading, frame.words()))
                                    .toList(),
                            ConflictText.remarks(conflict, settlements.get(conflict.key()), frame.words())))
                    .toList();
        }
    }

    /** Where one of them stands. */
    static String address(String key) {
        return new Address("/statements/conflict", Map.of()).with("key", key).toString();
    }

    /** A statement that says so. */
    public record Teller(String number, String publisher, String link) {}

    /** A reading that may be chosen. */
    public record Option(int number, String says, boolean proposed, List<Teller> tellers) {}

    /**
     * One of them, and the form that settles it.
     *
     * @param decides whether the reader may
     * @param named whether the reader's name is known
     */
    public record OnePage(
            FormToken token,
            Conflict conflict,
            @Nullable Settlement settlement,
            boolean decides,
            boolean named,
            Frame frame) {

        public String title() {
            return ConflictText.title(conflict, frame.words());
        }

        public String seen() {
            return ConflictPages.seen(conflict);
        }

        public List<String> remarks() {
            return ConflictText.remarks(conflict, settlement, frame.words());
        }

        public List<Option> options() {
            var options = new ArrayList<Option>();
            var proposal = conflict.proposal();
            for (var reading : conflict.readings()) {
                options.add(new Option(
                        options.size() + 1,
                        ConflictText.reading(reading, frame.words()),
                        proposal != null && proposal.reading().equals(reading),
                        tellers(reading)));
            }
            return options;
        }

        private List<Teller> tellers(Reading reading) {
            return reading.sources().stream()
                    .map(source -> new Teller(
                            source.statement(), source.publisher(), frame.link("/statements/" + source.statement())))
                    .distinct()
                    .toList();
        }

        /** What is taken for the measure in question where one value would say it; empty where it would not. */
        public String measured() {
            var amounts = conflict.readings().get(0).amounts();
            return amounts.size() == 1
                    ? frame.say(
                            "statement.measured." + amounts.get(0).measured().word())
                    : "";
        }

        public String calculated() {
            return frame.say("conflict.calculated");
        }
    }
}
