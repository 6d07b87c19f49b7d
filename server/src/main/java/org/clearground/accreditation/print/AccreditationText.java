// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.accreditation.Accreditation;
import org.clearground.accreditation.Accreditations.Standing;
import org.clearground.accreditation.Accreditations.Throughout;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;
import org.clearground.time.AsOf;
import org.jspecify.annotations.Nullable;

/** Accreditations in the reader's words: a table for a terminal or a spreadsheet, JSON, a sentence on a paper. */
public final class AccreditationText {

    /** The columns, by the keys of their names in the pack. */
    public static final List<String> COLUMNS = List.of(
            "page.organisation",
            "accreditation.activity",
            "accreditation.phase",
            "page.status",
            "accreditation.from",
            "accreditation.to",
            "accreditation.number",
            "accreditation.conditions");

    private AccreditationText() {}

    /** What stands in each column. */
    public static List<String> cells(Words words, Standing standing) {
        var by = standing.by();
        var absent = words.say("bulletin.absent");
        var lastDay = by.lastDay();
        return List.of(
                words.name(by.organisation()),
                activity(words, by.activityType()),
                words.say("accreditation.phase." + by.phase()),
                words.say("accreditation.status." + standing.status()),
                words.day(by.from()),
                lastDay == null ? absent : words.day(lastDay),
                by.number() == null ? absent : by.number(),
                conditions(by, absent));
    }

    private static String conditions(Accreditation by, String absent) {
        var reason = by.reason();
        var conditions = by.conditions();
        return reason != null ? reason : conditions != null ? conditions : absent;
    }

    private static String activity(Words words, String type) {
        return words.name("activity-types", type);
    }

    /** As of a day and a moment. */
    public static String asOf(Words words, AsOf asOf) {
        return words.say(
                "accreditation.asof", Map.of("day", words.day(asOf.validOn()), "moment", words.moment(asOf.knownAt())));
    }

    /** A table with what it is as of. */
    public static String print(Words words, List<Standing> standings, AsOf asOf) {
        var out = new StringBuilder();
        if (sample(standings)) {
            out.append(words.say("page.sample")).append("\n\n");
        }
        out.append(asOf(words, asOf)).append("\n\n");
        if (standings.isEmpty()) {
            return out.append(words.say("accreditation.none")).append('\n').toString();
        }
        var table = new ArrayList<List<String>>();
        table.add(COLUMNS.stream().map(words::say).toList());
        standings.forEach(standing -> table.add(cells(words, standing)));
        return out.append(Columns.print(table)).toString();
    }

    /** Whether an invented report is among those that decide. */
    public static boolean sample(List<Standing> standings) {
        return standings.stream().anyMatch(standing -> standing.by().sample());
    }

    /** One row for each body, type of activity and phase; what is not known is an empty cell. */
    public static String csv(List<Standing> standings) {
        var out = new StringBuilder(
                "organisation,activity_type,phase,status,from,last_day,report_no,conditions,reason,sample\r\n");
        for (var standing : standings) {
            var by = standing.by();
            var lastDay = by.lastDay();
            out.append(String.join(
                            ",",
                            Columns.cell(by.organisation()),
                            Columns.cell(by.activityType()),
                            by.phase().name(),
                            standing.status().name(),
                            by.from().toString(),
                            lastDay == null ? "" : lastDay.toString(),
                            cell(by.number()),
                            cell(by.conditions()),
                            cell(by.reason()),
                            String.valueOf(by.sample())))
                    .append("\r\n");
        }
        return out.toString();
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : Columns.cell(text);
    }

    /** All that was asked for, as one document. */
    public static Map<String, @Nullable Object> document(Words words, List<Standing> standings, AsOf asOf) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("validOn", asOf.validOn().toString());
        map.put("knownAt", Ledger.written(asOf.knownAt()));
        map.put("sample", sample(standings));
        map.put(
                "accreditations",
                standings.stream().map(standing -> json(words, standing)).toList());
        return map;
    }

    /** One standing. */
    public static Map<String, @Nullable Object> json(Words words, Standing standing) {
        var by = standing.by();
        var lastDay = by.lastDay();
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("organisation", by.organisation());
        map.put("organisationName", words.name(by.organisation()));
        map.put("activityType", by.activityType());
        map.put("activityTypeName", activity(words, by.activityType()));
        map.put("phase", by.phase().name().toLowerCase(Locale.ROOT));
        map.put("status", standing.status().name().toLowerCase(Locale.ROOT));
        map.put("from", by.from().toString());
        map.put("lastDay", lastDay == null ? null : lastDay.toString());
        map.put("number", by.number());
        map.put("conditions", by.conditions());
        map.put("reason", by.reason());
        map.put("sample", by.sample());
        return map;
    }

    /** How a body stood while it worked, for a paper or a history. */
    public static String sentence(Words words, String activityType, Throughout stood) {
        var said = new LinkedHashMap<String, String>();
        said.put("activity", activity(words, activityType));
        said.put("day", words.day(stood.on()));
        var deciding = stood.deciding();
        if (deciding.isEmpty()) {
            return words.say("accreditation.norecord", said);
        }
        var number = deciding.get().by().number();
        if (number != null) {
            said.put("number", number);
        }
        said.put("status", words.say("accreditation.status." + deciding.get().status()));
        return words.say(stood.granted() ? "accreditation.held" : "accreditation.nothold", said);
    }

    /** The same as JSON. */
    public static Map<String, @Nullable Object> json(Words words, String activityType, Throughout stood) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("activityType", activityType);
        map.put("accredited", stood.granted());
        map.put("on", stood.on().toString());
        map.put(
                "standing",
                stood.deciding().map(standing -> json(words, standing)).orElse(null));
        return map;
    }
}
