// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.print;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;
import org.clearground.statements.Measured;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.clearground.statements.store.StatementDescriptions;
import org.clearground.statements.store.StatementQueries.Recorded;
import org.jspecify.annotations.Nullable;

/** Statements in the reader's words, and as JSON. */
public final class StatementText {

    /** The columns of a statement's figures, by the keys of their names in the pack. */
    public static final List<String> COLUMNS = List.of(
            "statement.measured",
            "statement.value",
            "register.periodfrom",
            "register.periodto",
            "statement.kind",
            "statement.scope",
            "statement.part");

    private StatementText() {}

    /** What stands in each column of a figure. */
    public static List<String> cells(Words words, StatedFigure figure) {
        var absent = words.say("bulletin.absent");
        return List.of(
                words.say(
                        StatementDescriptions.MEASURED + "." + figure.measured().word()),
                value(words, figure),
                day(words, figure.from(), absent),
                day(words, figure.to(), absent),
                words.say(StatementDescriptions.KIND + "." + figure.kind().word()),
                words.say(StatementDescriptions.SCOPE + "." + figure.scope().word()),
                figure.part() == null ? absent : figure.part());
    }

    private static String day(Words words, @Nullable LocalDate day, String absent) {
        return day == null ? absent : words.day(day);
    }

    /** The value in the unit of its measure, and how far the text commits itself to it. */
    public static String value(Words words, StatedFigure figure) {
        var number = words.number(figure.value());
        return switch (figure.hedge()) {
            case EXACT -> number;
            case AT_LEAST, AT_MOST, JUST_UNDER, ABOUT ->
                words.say(StatementDescriptions.HEDGE + "." + figure.hedge().word()) + " " + number;
        };
    }

    private static boolean area(Measured measured) {
        return switch (measured) {
            case AREA_CLEARED, AREA_INSPECTED -> true;
            case ANTI_TANK_MINES,
                    ANTI_PERSONNEL_MINES,
                    MINES,
                    UNEXPLODED_ORDNANCE,
                    ALL_ITEMS,
                    OTHER_ITEMS,
                    PERSONS_KILLED,
                    PERSONS_INJURED,
                    PERSONS_AFFECTED -> false;
        };
    }

    /** One line for each statement. */
    public static String list(Words words, List<Statement> statements) {
        var absent = words.say("bulletin.absent");
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                words.say("statement.number"),
                words.say("statement.published"),
                words.say("statement.publisher"),
                words.say("statement.language"),
                words.say("statement.figures")));
        for (var statement : statements) {
            table.add(List.of(
                    statement.number(),
                    day(words, statement.published(), absent),
                    statement.publisher(),
                    statement.language() == null ? absent : statement.language(),
                    words.number(statement.figures().size())));
        }
        return words.say("statement.others") + "\n\n" + Columns.print(table);
    }

    /** All that is on record of one. */
    public static String print(Words words, Recorded recorded) {
        var statement = recorded.statement();
        var out = new StringBuilder(
                words.say("statement.page") + " " + statement.number() + "\n" + words.say("statement.others") + "\n\n");
        facts(words, recorded)
                .forEach((name, text) ->
                        out.append(name).append(": ").append(text).append('\n'));
        var table = new ArrayList<List<String>>();
        table.add(COLUMNS.stream().map(words::say).toList());
        statement.figures().forEach(figure -> table.add(cells(words, figure)));
        out.append('\n')
                .append(statement.figures().isEmpty() ? words.say("statement.nofigures") + "\n" : Columns.print(table));
        var text = statement.text();
        return text == null
                ? out.toString()
                : out.append('\n').append(text).append('\n').toString();
    }

    /** What is known of the document, by names in the reader's words; what is not known is absent. */
    public static Map<String, String> facts(Words words, Recorded recorded) {
        var statement = recorded.statement();
        var absent = words.say("bulletin.absent");
        var facts = new LinkedHashMap<String, String>();
        facts.put(words.say("statement.publisher"), statement.publisher());
        facts.put(words.say("statement.published"), day(words, statement.published(), absent));
        facts.put(words.say("statement.language"), statement.language() == null ? absent : statement.language());
        facts.put(words.say("statement.bodies"), joined(statement.bodies(), absent));
        facts.put(words.say("register.districts"), joined(statement.districts(), absent));
        facts.put(words.say("statement.remark"), statement.remark() == null ? absent : statement.remark());
        facts.put(words.say("page.known"), words.moment(recorded.knownSince()));
        if (recorded.versions() > 1) {
            facts.put(words.say("statement.versions"), words.number(recorded.versions()));
        }
        return facts;
    }

    private static String joined(List<String> texts, String absent) {
        return texts.isEmpty() ? absent : String.join("; ", texts);
    }

    /** One as JSON; values are texts, digit by digit as they were taken in. */
    public static Map<String, @Nullable Object> json(Words words, Recorded recorded) {
        var map = json(recorded.statement());
        map.put("text", recorded.statement().text());
        map.put("file", recorded.file().hex());
        map.put("knownSince", Ledger.written(recorded.knownSince()));
        map.put("versions", recorded.versions());
        map.put("caution", words.say("statement.others"));
        return map;
    }

    /** One in a list. */
    public static Map<String, @Nullable Object> json(Statement statement) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("number", statement.number());
        map.put("publisher", statement.publisher());
        map.put("published", text(statement.published()));
        map.put("language", statement.language());
        map.put("address", statement.address());
        map.put("bodies", statement.bodies());
        map.put("districts", statement.districts());
        map.put("remark", statement.remark());
        map.put(
                "figures",
                statement.figures().stream().map(StatementText::figure).toList());
        return map;
    }

    private static Map<String, @Nullable Object> figure(StatedFigure figure) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("measured", figure.measured().word());
        map.put("value", number(figure.value()));
        map.put("unit", area(figure.measured()) ? "ha" : null);
        map.put("hedge", figure.hedge().word());
        map.put("from", text(figure.from()));
        map.put("to", text(figure.to()));
        map.put("kind", figure.kind().word());
        map.put("scope", figure.scope().word());
        map.put("part", figure.part());
        var span = figure.span();
        map.put("start", span == null ? null : span.start());
        map.put("end", span == null ? null : span.end());
        return map;
    }

    private static String number(BigDecimal value) {
        return value.toPlainString();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
