// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearground.land.LandParameters;
import org.clearground.land.LandState;
import org.clearground.land.OverdueGround;
import org.clearground.land.PointLead;
import org.clearground.land.QualityVisit;
import org.clearground.packs.Words;

/** How leads, visits and what is overdue are said, on pages and on the terminal alike. */
public record FollowUpWords(Words words) {

    /** Its number, or that it is a find. */
    public String title(PointLead lead) {
        return lead.number() == null ? words.say("land.lead.found") : lead.number();
    }

    public String category(PointLead lead) {
        return lead.category() == null ? words.say("bulletin.absent") : words.name(lead.category());
    }

    public String district(PointLead lead) {
        return lead.district() == null ? words.say("land.notstated") : words.name(lead.district());
    }

    public String fadeOut(PointLead lead) {
        return words.say("unit.metres", Map.of("value", words.number(lead.fadeOutMetres())));
    }

    /** Latitude first, to a decimetre. */
    public static String place(org.clearground.geo.Position place) {
        return String.format(java.util.Locale.ROOT, "%.6f, %.6f", place.latitude(), place.longitude());
    }

    /** That it stands, or which survey ended it. */
    public String standing(PointLead lead) {
        var ended = lead.ended();
        return ended == null
                ? words.say("land.lead.stands")
                : words.say(
                                "land.lead.ended",
                                Map.of("day", words.day(ended.on()), "act", words.say("act." + ended.by())))
                        + (ended.number() == null ? "" : ", " + ended.number());
    }

    /** The completion, task, hazardous area or place that a visit is about. */
    public String subject(QualityVisit visit) {
        var place = visit.place();
        var said = Stream.of(visit.completion(), visit.task(), visit.hazard(), place == null ? null : place(place))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" · "));
        return said.isEmpty() ? words.say("land.notstated") : said;
    }

    /** What came of it by a day. */
    public String action(QualityVisit visit, LocalDate day) {
        var due = visit.dueOn();
        if (!visit.openOn(day)) {
            var done = visit.doneOn();
            return done == null
                    ? words.say("bulletin.absent")
                    : words.say("land.visits.done", Map.of("day", words.day(done)));
        }
        return due == null
                ? words.say("land.visits.open")
                : words.say(
                        visit.overdueOn(day) ? "land.visits.overdue" : "land.visits.due",
                        Map.of("day", words.day(due)));
    }

    public String number(QualityVisit visit) {
        return visit.number() == null ? visit.report().toString().substring(0, 8) : visit.number();
    }

    public String district(OverdueGround ground) {
        return ItemNames.of(words, org.clearground.land.LandBalance.Dimension.DISTRICT, ground.district());
    }

    /** The waiting states for which the country sets no time; empty where it sets all. */
    public String unset(LandParameters parameters) {
        List<LandState> waiting = Arrays.stream(LandState.values())
                .filter(state -> state == LandState.CLEARED_PENDING_QC
                        || state == LandState.REOPENED
                        || (state.released() && state != LandState.RELEASED))
                .filter(state -> parameters.mostDays(state).isEmpty())
                .toList();
        return waiting.isEmpty()
                ? ""
                : words.say(
                        "land.overdue.unset",
                        Map.of(
                                "states",
                                waiting.stream()
                                        .map(state -> words.say("state." + state))
                                        .collect(Collectors.joining("; "))));
    }
}
