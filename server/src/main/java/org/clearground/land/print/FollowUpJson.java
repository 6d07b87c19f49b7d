// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.geo.Position;
import org.clearground.land.LandBalance;
import org.clearground.land.OverdueGround;
import org.clearground.land.PointLead;
import org.clearground.land.QualityVisit;
import org.clearground.packs.Words;
import org.jspecify.annotations.Nullable;

/** Leads, visits and what is overdue as JSON. */
public final class FollowUpJson {

    private final Words words;

    public FollowUpJson(Words words) {
        this.words = words;
    }

    public Map<String, @Nullable Object> lead(PointLead lead) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("lead", lead.number());
        map.put("source", lead.number() == null ? "FIND" : "REPORT");
        map.put("on", lead.on().toString());
        map.put("organisation", lead.organisation());
        map.put("organisationName", words.name(lead.organisation()));
        map.put("category", lead.category());
        map.put("categoryName", lead.category() == null ? null : words.name(lead.category()));
        place(map, lead.place());
        map.put("fadeOutMetres", lead.fadeOutMetres());
        map.put("district", lead.district());
        map.put("report", lead.report().toString());
        var ended = lead.ended();
        map.put("endedOn", ended == null ? null : ended.on().toString());
        map.put("endedBy", ended == null ? null : ended.by().name());
        map.put("endedByReport", ended == null ? null : ended.report().toString());
        map.put("sample", lead.sample());
        return map;
    }

    /**
     * A visit.
     *
     * @param day by which it is said whether corrective action was done
     */
    public Map<String, @Nullable Object> visit(QualityVisit visit, LocalDate day) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("number", visit.number());
        map.put("on", visit.on().toString());
        map.put("inspector", visit.inspector());
        map.put("inspectorName", words.name(visit.inspector()));
        map.put("inspected", visit.inspected());
        map.put("inspectedName", words.name(visit.inspected()));
        map.put("completion", visit.completion());
        map.put("task", visit.task());
        map.put("hazard", visit.hazard());
        place(map, visit.place());
        map.put("district", visit.district());
        map.put("severity", visit.severity().name());
        map.put("severityName", words.say("severity." + visit.severity()));
        map.put("nonconformity", visit.nonconformity());
        map.put("measures", visit.measures());
        map.put("dueOn", visit.dueOn() == null ? null : visit.dueOn().toString());
        map.put("doneOn", visit.doneOn() == null ? null : visit.doneOn().toString());
        map.put("open", visit.openOn(day));
        map.put("overdue", visit.overdueOn(day));
        map.put("report", visit.report().toString());
        map.put("sample", visit.sample());
        return map;
    }

    public Map<String, @Nullable Object> overdue(OverdueGround ground) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("state", ground.state().name());
        map.put("stateName", words.say("state." + ground.state()));
        map.put("organisation", ground.organisation());
        map.put("organisationName", words.name(ground.organisation()));
        map.put("hazard", ground.hazard());
        map.put("district", ground.district());
        map.put("districtName", ItemNames.of(words, LandBalance.Dimension.DISTRICT, ground.district()));
        map.put("since", ground.since().toString());
        map.put("days", ground.days());
        map.put("allowedDays", ground.allowedDays());
        map.put("squareMetres", ground.squareMetres().value());
        place(map, ground.place());
        map.put("claim", new LandJson(words).claim(ground.claim()));
        return map;
    }

    private static void place(Map<String, @Nullable Object> map, @Nullable Position place) {
        map.put("latitude", place == null ? null : place.latitude());
        map.put("longitude", place == null ? null : place.longitude());
    }
}
