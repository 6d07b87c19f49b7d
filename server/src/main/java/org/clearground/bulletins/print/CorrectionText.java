// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.clearground.bulletins.Correction;
import org.clearground.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** A correction in one language: what the page, the text and the figures of an edition say of earlier ones. */
public record CorrectionText(Correction correction, Wording wording) {

    private static final String MINUS = "−";

    /** A figure before, now, and by how much it differs; each as it is printed. */
    public record Line(String figure, String earlier, String present, String difference) {}

    static List<CorrectionText> in(Wording wording, List<Correction> corrections) {
        return corrections.stream()
                .map(correction -> new CorrectionText(correction, wording))
                .toList();
    }

    public String heading() {
        return correction.edition() + ", " + wording.period(correction.period());
    }

    /** Why: how many reports were approved, corrected and withdrawn since. */
    public String reason() {
        var acts = correction.acts();
        var since = Ledger.written(correction.since());
        return acts.none()
                ? wording.say(
                        correction.changes().isEmpty() ? "correction.reason.none" : "correction.reason.ground",
                        Map.of("since", since))
                : wording.say(
                        "correction.reason",
                        Map.of(
                                "since", since,
                                "approved", wording.number(acts.approved()),
                                "corrected", wording.number(acts.corrected()),
                                "withdrawn", wording.number(acts.withdrawn())));
    }

    public List<Line> lines() {
        return correction.changes().stream()
                .map(change -> new Line(
                        wording.label(change.definition()),
                        wording.value(change.definition(), change.earlier()),
                        wording.value(change.definition(), change.present()),
                        difference(change)))
                .toList();
    }

    private String difference(Correction.Change change) {
        var difference = change.difference();
        if (difference.isEmpty()) {
            return wording.say("bulletin.absent");
        }
        long by = difference.getAsLong();
        return (by < 0 ? MINUS : "+") + wording.value(change.definition(), OptionalLong.of(Math.abs(by)));
    }

    /** All of them as plain text; nothing where there is none. */
    static String plain(List<CorrectionText> corrections) {
        if (corrections.isEmpty()) {
            return "";
        }
        var wording = corrections.get(0).wording();
        var out = new StringBuilder("\n" + wording.say("correction.title") + "\n");
        for (var each : corrections) {
            out.append("\n  ").append(each.heading()).append('\n');
            out.append("  ").append(each.reason()).append('\n');
            if (each.lines().isEmpty()) {
                out.append("  ").append(wording.say("correction.same")).append('\n');
            }
            each.lines().forEach(line -> out.append("  ")
                    .append(line.figure())
                    .append(": ")
                    .append(line.earlier())
                    .append(" → ")
                    .append(line.present())
                    .append(" (")
                    .append(line.difference())
                    .append(")\n"));
        }
        return out.toString();
    }

    /** As programmes read it: exact values, null where nobody reported. */
    static List<Map<String, @Nullable Object>> written(List<Correction> corrections) {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        for (var correction : corrections) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            map.put("edition", correction.edition());
            map.put("from", correction.period().from().toString());
            map.put("to", correction.period().to().toString());
            map.put("since", Ledger.written(correction.since()));
            map.put("sample", correction.sample());
            map.put("reportsApproved", correction.acts().approved());
            map.put("reportsCorrected", correction.acts().corrected());
            map.put("reportsWithdrawn", correction.acts().withdrawn());
            map.put(
                    "figures",
                    correction.changes().stream().map(CorrectionText::written).toList());
            all.add(map);
        }
        return all;
    }

    private static Map<String, @Nullable Object> written(Correction.Change change) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("name", change.definition().published());
        map.put("unit", change.definition().unit().name());
        map.put("earlier", number(change.earlier()));
        map.put("present", number(change.present()));
        map.put("difference", number(change.difference()));
        return map;
    }

    private static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
