// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.land.GroundAlert;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.jspecify.annotations.Nullable;

/** Alerts on released ground for a terminal, and as JSON. */
public final class AlertPrinter {

    private final Words words;

    public AlertPrinter(Words words) {
        this.words = words;
    }

    public String text(List<GroundAlert> alerts) {
        if (alerts.isEmpty()) {
            return words.say("land.alerts.none") + "\n";
        }
        var out = new StringBuilder();
        for (var alert : alerts) {
            out.append(alert.code())
                    .append("  ")
                    .append(sentence(alert))
                    .append(alert.sample() ? "  [" + words.say("page.sample") + "]" : "")
                    .append("\n    ")
                    .append(standing(alert))
                    .append('\n');
        }
        return out.toString();
    }

    /** What happened, where, and on whose ground. */
    public String sentence(GroundAlert alert) {
        var figures = new LinkedHashMap<String, String>();
        figures.put("day", words.day(alert.happenedOn()));
        figures.put(
                "place", alert.position().latitude() + " " + alert.position().longitude());
        figures.put("released", words.day(alert.releasedOn()));
        figures.put("organisation", words.name(alert.organisation()));
        figures.put("hazard", alert.hazard() == null ? words.say("bulletin.absent") : alert.hazard());
        return words.say("alert." + alert.cause(), figures);
    }

    /** Whether it is open, or how it ended. */
    public String standing(GroundAlert alert) {
        var closing = alert.closing();
        return closing == null
                ? words.say("land.alerts.open", Map.of("day", words.moment(alert.openedAt())))
                : words.say(
                        "land.alerts.closed",
                        Map.of(
                                "day", words.moment(closing.at()),
                                "person", closing.person(),
                                "conclusion", closing.conclusion()));
    }

    public Map<String, @Nullable Object> json(GroundAlert alert) {
        var closing = alert.closing();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("alert", alert.code());
        map.put("cause", alert.cause().name());
        map.put("happenedOn", alert.happenedOn().toString());
        map.put("latitude", alert.position().latitude());
        map.put("longitude", alert.position().longitude());
        map.put("organisation", alert.organisation());
        map.put("organisationName", words.name(alert.organisation()));
        map.put("releasedBy", alert.releasedBy());
        map.put("releasedOn", alert.releasedOn().toString());
        map.put("hazard", alert.hazard());
        map.put("report", alert.report().toString());
        map.put("openedAt", Ledger.written(alert.openedAt()));
        map.put("open", alert.open());
        map.put("closedAt", closing == null ? null : Ledger.written(closing.at()));
        map.put("closedBy", closing == null ? null : closing.person());
        map.put("conclusion", closing == null ? null : closing.conclusion());
        map.put("sample", alert.sample());
        return map;
    }
}
