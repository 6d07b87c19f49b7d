// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clearground.ledger.Digest;
import org.clearground.packs.Words;
import org.clearground.registers.Codes;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.store.ReportDecisions.Choices;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.ReviewQueue;
import org.clearground.storage.Transaction;
import org.clearground.web.Address;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of the review show. For them only. */
public final class ReviewPages {

    private ReviewPages() {}

    /** A part of the filter with what may be chosen. */
    public record Field(String name, String title, List<Choice> choices) {}

    /** One of several values. */
    public record Choice(String value, String text, boolean chosen) {}

    /**
     * Reports that wait.
     *
     * @param submission the file to which the list is narrowed; null where it is not
     * @param map of all that is pending, by the part of the filter that it knows; null for who may not see it
     * @param next null on the last page
     * @param first null on the first page
     */
    public record QueuePage(
            List<Waits> lines,
            List<Field> fields,
            @Nullable Digest submission,
            @Nullable String map,
            @Nullable String next,
            @Nullable String first,
            Frame frame) {

        /**
         * One of them.
         *
         * @param days for how long it has waited
         */
        public record Waits(ReviewQueue.Waiting waiting, Choices choices, long days) {

            public ReportQueries.Summary summary() {
                return waiting.summary();
            }

            /** Whether it can be approved with others. */
            public boolean together() {
                return choices.approves() && !choices.two();
            }
        }

        public boolean anyTogether() {
            return lines.stream().anyMatch(Waits::together);
        }
    }

    /**
     * Reports approved together.
     *
     * @param approvable how many of them whoever reads can approve now
     * @param seen how these stand
     * @param effect of approving them; null where there is none to approve
     * @param reports their ids with commas between; null where a file is chosen
     * @param stated whether the form asks who decides
     */
    public record TogetherPage(
            FormToken token,
            List<Taken> lines,
            int approvable,
            String seen,
            Desk.@Nullable Effect effect,
            @Nullable String reports,
            @Nullable Digest submission,
            boolean stated,
            Frame frame) {

        private static final int SHOWN = 200;

        /** One of them; {@code can} says whether it is among those approved now. */
        public record Taken(ReportQueries.Summary summary, Choices choices, boolean can) {}

        public List<Taken> shown() {
            return lines.size() > SHOWN ? lines.subList(0, SHOWN) : lines;
        }

        public int more() {
            return Math.max(0, lines.size() - SHOWN);
        }

        /** By which people know one of them. */
        public String number(ReportId id) {
            return lines.stream()
                    .filter(line -> line.summary().id().equals(id))
                    .findFirst()
                    .map(line -> line.summary().number())
                    .orElseGet(() -> id.toString().substring(0, 8));
        }

        /** Key of the sentence that says what becomes of one. */
        public String why(Taken line) {
            var status = line.summary().status();
            if (status != ReportStatus.PENDING) {
                return "review.outcome.decided";
            }
            if (line.can()) {
                return "review.outcome.can";
            }
            if (line.summary().blocking() > 0) {
                return "review.outcome.blocked";
            }
            if (line.choices().two()) {
                return "review.outcome.two";
            }
            return line.choices().own() ? "review.own" : "review.outcome.other";
        }
    }

    /** Whole days that something has waited, on the country's calendar. */
    static long days(Words words, Instant since, Instant now) {
        var zone = words.pack().zone();
        return Math.max(
                0,
                ChronoUnit.DAYS.between(
                        since.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate()));
    }

    static List<Field> fields(Transaction transaction, Words words, Address here) {
        var fields = new ArrayList<Field>();
        fields.add(coded("organisation", "page.organisation", Codes.ORGANISATIONS, transaction, words, here));
        fields.add(field(
                "form",
                words.say("register.form"),
                PackForms.ids(words.pack()).stream()
                        .map(form -> new Choice(
                                form, form, form.equals(here.parameters().get("form"))))
                        .toList()));
        fields.add(coded("district", "page.district", Codes.DISTRICTS, transaction, words, here));
        fields.add(field(
                "findings",
                words.say("page.findings"),
                Arrays.stream(ReviewQueue.Found.values())
                        .map(found -> new Choice(
                                found.code(),
                                words.say("review.found." + found),
                                found.code().equals(here.parameters().get("findings"))))
                        .toList()));
        return fields;
    }

    private static Field coded(
            String name, String key, Codes codes, Transaction transaction, Words words, Address here) {
        return field(
                name,
                words.say(key),
                codes.all(transaction, words).stream()
                        .map(code -> new Choice(
                                code,
                                codes.say(words, code),
                                code.equals(here.parameters().get(name))))
                        .toList());
    }

    private static Field field(String name, String title, List<Choice> choices) {
        return new Field(name, title, choices);
    }
}
