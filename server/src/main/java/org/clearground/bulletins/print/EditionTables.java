// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.ledger.Ledger;
import org.clearground.time.ReportingPeriod;

/**
 * The tables of an edition, a line for each value, with the tag of each column as the Humanitarian Exchange Language has it
 * (HXL 1.1), so that programmes of the sector find the columns whatever these are called.
 */
final class EditionTables {

    private final String id;
    private final Edition.Standing standing;
    private final Bulletin bulletin;
    private final EditionFigures figures;
    private final List<Wording> languages;

    EditionTables(
            String id, Edition.Standing standing, Bulletin bulletin, EditionFigures figures, List<Wording> languages) {
        this.id = id;
        this.standing = standing;
        this.bulletin = bulletin;
        this.figures = figures;
        this.languages = languages;
    }

    /**
     * One of them.
     *
     * @param name as of its file, without the ending
     * @param tags one for each column
     */
    record Table(String name, List<String> heading, List<String> tags, List<List<String>> lines) {
        Table {
            heading = List.copyOf(heading);
            tags = List.copyOf(tags);
            lines = List.copyOf(lines);
        }

        /** Its lines below the line of tags. */
        List<List<String>> tagged() {
            var all = new ArrayList<List<String>>();
            all.add(tags);
            all.addAll(lines);
            return all;
        }
    }

    /** A table while its columns and lines are put together. */
    private final class Draft {
        private final List<String> heading = new ArrayList<>();
        private final List<String> tags = new ArrayList<>();
        private final List<List<String>> lines = new ArrayList<>();

        private Draft() {
            column("edition", "#meta+edition");
            column("period_from", "#date+start");
            column("period_to", "#date+end");
        }

        void column(String name, String tag) {
            heading.add(name);
            tags.add(tag);
        }

        void inEachLanguage(String name, String tag) {
            languages.forEach(wording -> column(name + "_" + wording.language(), tag + "+i_" + wording.language()));
        }

        void value() {
            column("figure", "#indicator+code");
            column("unit", "#meta+unit");
            column("value", "#indicator+value+num");
            column("rows", "#meta+rows+num");
        }

        List<String> line(ReportingPeriod period) {
            var line = new ArrayList<>(
                    List.of(id, period.from().toString(), period.to().toString()));
            lines.add(line);
            return line;
        }

        /** The standing comes last: programmes that count columns find the others where they were. */
        Table named(String name) {
            column("standing", "#meta+standing");
            lines.forEach(line -> line.add(standing.word()));
            return new Table(name, heading, tags, lines);
        }
    }

    /** The figures, their parts by body and by district, and what led to them. */
    List<Table> all() {
        var all = new ArrayList<Table>();
        all.add(headline());
        figures.tables().forEach(table -> all.add(split(table)));
        all.add(overTime());
        return all;
    }

    private Table headline() {
        var draft = new Draft();
        draft.value();
        draft.column("known_at", "#date+known");
        draft.column("sample", "#meta+sample");
        draft.inEachLanguage("label", "#indicator+name");
        draft.inEachLanguage("definition", "#description+indicator");
        for (var value : figures.figures()) {
            var line = draft.line(bulletin.period());
            add(line, value);
            line.add(Ledger.written(bulletin.asOf().knownAt()));
            line.add(String.valueOf(figures.sample()));
            languages.forEach(wording -> line.add(wording.label(value.definition())));
            languages.forEach(wording -> line.add(wording.definition(value.definition())));
        }
        return draft.named("figures");
    }

    private Table split(EditionFigures.Table table) {
        var what = table.by() == Dimension.BODY ? "#org" : "#adm2";
        var draft = new Draft();
        draft.column("code", what + "+code");
        draft.inEachLanguage("name", what + "+name");
        draft.value();
        draft.column("sample", "#meta+sample");
        for (var each : table.lines()) {
            for (var value : each.values()) {
                var line = draft.line(bulletin.period());
                line.add(each.key());
                languages.forEach(wording -> line.add(each.names().getOrDefault(wording.language(), each.key())));
                add(line, value);
                line.add(String.valueOf(figures.sample()));
            }
        }
        return draft.named("by-" + table.by().name().toLowerCase(Locale.ROOT));
    }

    private Table overTime() {
        var draft = new Draft();
        draft.value();
        draft.column("sample", "#meta+sample");
        for (var step : figures.overTime()) {
            for (var definition : FigureDefinition.values()) {
                var line = draft.line(step.period());
                add(line, step.value(definition));
                line.add(String.valueOf(figures.sample()));
            }
        }
        return draft.named("over-time");
    }

    private static void add(List<String> line, EditionFigures.Value value) {
        line.add(value.definition().published());
        line.add(value.definition().unit().name());
        line.add(EditionDocuments.written(value.value()));
        line.add(String.valueOf(value.rows()));
    }
}
