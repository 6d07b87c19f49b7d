// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearground.land.OverdueGround;
import org.clearground.land.PointLead;
import org.clearground.land.QualityVisit;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;
import org.jspecify.annotations.Nullable;

/** Leads, visits and what is overdue as tables for the terminal, and as CSV for spreadsheets. */
public final class FollowUpText {

    private final Words words;
    private final FollowUpWords said;

    public FollowUpText(Words words) {
        this.words = words;
        this.said = new FollowUpWords(words);
    }

    public String leads(List<PointLead> leads) {
        if (leads.isEmpty()) {
            return words.say("land.leads.none") + "\n";
        }
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                words.say("land.lead"),
                words.say("page.day"),
                words.say("page.category"),
                words.say("land.lead.fadeout"),
                words.say("land.overdue.where"),
                words.say("page.organisation"),
                words.say("page.status")));
        leads.forEach(lead -> table.add(List.of(
                said.title(lead),
                lead.on().toString(),
                said.category(lead),
                said.fadeOut(lead),
                FollowUpWords.place(lead.place()),
                words.name(lead.organisation()),
                said.standing(lead) + sample(lead.sample()))));
        return Columns.print(table) + "\n" + words.say("land.leads.intro") + "\n";
    }

    public String visits(List<QualityVisit> visits, LocalDate day) {
        if (visits.isEmpty()) {
            return words.say("land.visits.none") + "\n";
        }
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                words.say("page.report"),
                words.say("page.day"),
                words.say("land.visits.inspected"),
                words.say("land.visits.inspector"),
                words.say("land.visits.finding"),
                words.say("land.visits.subject"),
                words.say("land.visits.action")));
        visits.forEach(visit -> table.add(List.of(
                said.number(visit),
                visit.on().toString(),
                words.name(visit.inspected()),
                words.name(visit.inspector()),
                words.say("severity." + visit.severity()),
                said.subject(visit),
                said.action(visit, day) + sample(visit.sample()))));
        return Columns.print(table);
    }

    public String overdue(List<OverdueGround> overdue) {
        if (overdue.isEmpty()) {
            return words.say("land.overdue.none") + "\n";
        }
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                words.say("page.organisation"),
                words.say("page.status"),
                words.say("land.hazard"),
                words.say("page.district"),
                words.say("land.overdue.since"),
                words.say("land.overdue.days"),
                words.say("land.overdue.allowed"),
                words.say("page.area") + ", m²",
                words.say("land.overdue.where")));
        overdue.forEach(ground -> table.add(List.of(
                words.name(ground.organisation()),
                words.say("state." + ground.state()),
                ground.hazard() == null ? words.say("bulletin.absent") : ground.hazard(),
                said.district(ground),
                ground.since().toString(),
                words.number(ground.days()),
                words.number(ground.allowedDays()),
                words.number(ground.squareMetres().value()),
                FollowUpWords.place(ground.place()) + sample(ground.claim().sample()))));
        return Columns.print(table);
    }

    private String sample(boolean sample) {
        return sample ? " [" + words.say("page.sample") + "]" : "";
    }

    public static String leadsCsv(List<PointLead> leads) {
        var out =
                new StringBuilder("lead,source,on,organisation,category,latitude,longitude,fade_out_m,district,report,"
                        + "ended_on,ended_by,sample\r\n");
        leads.forEach(lead -> row(
                out,
                lead.number(),
                lead.number() == null ? "FIND" : "REPORT",
                lead.on(),
                lead.organisation(),
                lead.category(),
                lead.place().latitude(),
                lead.place().longitude(),
                lead.fadeOutMetres(),
                lead.district(),
                lead.report(),
                lead.ended() == null ? null : lead.ended().on(),
                lead.ended() == null ? null : lead.ended().by(),
                lead.sample()));
        return out.toString();
    }

    public static String visitsCsv(List<QualityVisit> visits, LocalDate day) {
        var out = new StringBuilder("number,on,inspector,inspected,completion,task,hazard,latitude,longitude,district,"
                + "severity,nonconformity,measures,due_on,done_on,open,report,sample\r\n");
        visits.forEach(visit -> row(
                out,
                visit.number(),
                visit.on(),
                visit.inspector(),
                visit.inspected(),
                visit.completion(),
                visit.task(),
                visit.hazard(),
                visit.place() == null ? null : visit.place().latitude(),
                visit.place() == null ? null : visit.place().longitude(),
                visit.district(),
                visit.severity(),
                visit.nonconformity(),
                visit.measures(),
                visit.dueOn(),
                visit.doneOn(),
                visit.openOn(day),
                visit.report(),
                visit.sample()));
        return out.toString();
    }

    public static String overdueCsv(List<OverdueGround> overdue) {
        var out = new StringBuilder("organisation,state,hazard,district,since,days,allowed_days,square_metres,latitude,"
                + "longitude,report_no,report,sample\r\n");
        overdue.forEach(ground -> row(
                out,
                ground.organisation(),
                ground.state(),
                ground.hazard(),
                ground.district(),
                ground.since(),
                ground.days(),
                ground.allowedDays(),
                ground.squareMetres().value(),
                ground.place().latitude(),
                ground.place().longitude(),
                ground.claim().number(),
                ground.claim().report(),
                ground.claim().sample()));
        return out.toString();
    }

    /** What is not known is an empty cell. A number may begin with a minus; texts are guarded against formulas. */
    private static void row(StringBuilder out, @Nullable Object... cells) {
        out.append(Stream.of(cells)
                        .map(cell -> cell == null
                                ? ""
                                : cell instanceof Number ? cell.toString() : Columns.cell(cell.toString()))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
    }
}
