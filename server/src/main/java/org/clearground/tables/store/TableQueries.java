// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.access.Sight;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.store.ReportedSums;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.land.BalanceLine;
import org.clearground.land.DeclaredLine;
import org.clearground.land.HazardClass;
import org.clearground.land.LandBalance;
import org.clearground.land.Movement;
import org.clearground.land.store.HazardLines;
import org.clearground.land.store.LandBalances;
import org.clearground.ledger.Ledger;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.ordnance.TreatyGroup;
import org.clearground.packs.Words;
import org.clearground.storage.Transaction;
import org.clearground.tables.Sheet;
import org.clearground.tables.Sheet.Cell;
import org.clearground.tables.Sheet.Column;
import org.clearground.tables.Sheet.Line;
import org.clearground.tables.TableKind;
import org.clearground.tables.Tables;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Address;

/**
 * Draws tables for others from the same figures and books as bulletins. Every line says where the rows stand that its
 * numbers were added up from.
 */
public final class TableQueries {

    /** Codes of what is done with finds. Only the first is destruction: found is not destroyed. */
    private static final List<String> DISPOSALS =
            List.of("in_situ", "neutralised", "removed", "transferred", "left_marked");

    private final Transaction transaction;
    private final Words words;
    private final ReportingPeriod period;
    private final AsOf asOf;
    private final LandBalance districts;

    public TableQueries(Transaction transaction, Words words, ReportingPeriod period, AsOf asOf) {
        this.transaction = transaction;
        this.words = words;
        this.period = period;
        this.asOf = asOf;
        this.districts = new LandBalances(transaction).balance(period, asOf.knownAt(), LandBalance.Dimension.DISTRICT);
    }

    public Tables draw(TableKind kind) {
        var sheets =
                switch (kind) {
                    case ARTICLE_7 -> List.of(forms(), areas(), release(), ordnance(true));
                    case MONITOR -> List.of(areas(), release(), ordnance(false), bodies());
                    case FIVE_W -> List.of(activities());
                    case OPERATORS -> List.of(operators());
                };
        boolean sample = new SqlFigures(transaction).contributors(period, asOf).sample()
                || new LandBalances(transaction).declaredBySample(period, asOf.knownAt())
                || districts.sample();
        return new Tables(kind, period, asOf, sample, sheets);
    }

    /** Which form of the convention stands on which sheet, and which this system does not hold. */
    private Sheet forms() {
        var held = new LinkedHashMap<String, String>();
        for (var form : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")) {
            held.put(form, "");
        }
        held.put("c", "areas");
        held.put("f", "release");
        held.put("g", "ordnance");
        return new Sheet(
                "forms",
                List.of(
                        Column.text("form", "#meta+form"),
                        Column.text("about", "#description"),
                        Column.text("held", "#status")),
                held.entrySet().stream()
                        .map(form -> new Line(
                                List.of(
                                        Cell.of(form.getKey().toUpperCase(Locale.ROOT)),
                                        Cell.of(words.say("table.form." + form.getKey())),
                                        Cell.of(
                                                form.getValue().isEmpty()
                                                        ? words.say("table.notheld")
                                                        : words.say("table.sheet." + form.getValue()))),
                                ""))
                        .toList(),
                List.of());
    }

    /** What is left of hazardous areas at the end of the period. */
    private Sheet areas() {
        var counts = new HazardLines(transaction, new Sight.All()).counts(new AsOf(period.to(), asOf.knownAt()));
        var lines = new ArrayList<Line>();
        for (var line : districts.lines()) {
            var classes = line.classes();
            if (classes.suspected().closing() == 0 && classes.confirmed().closing() == 0) {
                continue;
            }
            lines.add(new Line(
                    List.of(
                            Cell.of(line.key()),
                            Cell.of(district(line.key())),
                            Cell.of(count(counts, line.key(), HazardClass.SUSPECTED)),
                            Cell.of(classes.suspected().closing()),
                            Cell.of(count(counts, line.key(), HazardClass.CONFIRMED)),
                            Cell.of(classes.confirmed().closing())),
                    landOf(line.key())));
        }
        return new Sheet(
                "areas",
                List.of(
                        Column.text("district", "#adm2+code"),
                        Column.text("district_name", "#adm2+name"),
                        Column.count("suspected_areas", "#impact+suspected+num").apart(),
                        Column.squareMetres("suspected_m2", "#impact+suspected+m2"),
                        Column.count("confirmed_areas", "#impact+confirmed+num").apart(),
                        Column.squareMetres("confirmed_m2", "#impact+confirmed+m2")),
                lines,
                List.of("table.note.areas"));
    }

    private static long count(List<HazardLines.Count> counts, String district, HazardClass hazardClass) {
        return counts.stream()
                .filter(count -> count.district().equals(district) && count.hazardClass() == hazardClass)
                .mapToLong(HazardLines.Count::areas)
                .sum();
    }

    /** How hazardous land changed in the period: cancelled, reduced and cleared apart. */
    private Sheet release() {
        var lines = new ArrayList<Line>();
        for (var line : districts.lines()) {
            var total = line.classes().total();
            var numbers = List.of(
                    total.opening(),
                    total.moved(Movement.FOUND) + total.moved(Movement.ADDED) + total.moved(Movement.REOPENED),
                    total.transferred(),
                    total.moved(Movement.CANCELLED),
                    total.moved(Movement.REDUCED),
                    total.moved(Movement.CLEARED),
                    total.closing(),
                    outside(line.classes().outside()));
            if (numbers.stream().allMatch(number -> number == 0)) {
                continue;
            }
            var cells = new ArrayList<>(List.of(Cell.of(line.key()), Cell.of(district(line.key()))));
            numbers.forEach(number -> cells.add(Cell.of(number)));
            lines.add(new Line(cells, landOf(line.key())));
        }
        return new Sheet(
                "release",
                List.of(
                        Column.text("district", "#adm2+code"),
                        Column.text("district_name", "#adm2+name"),
                        Column.squareMetres("opening_m2", "#impact+start+m2"),
                        Column.squareMetres("entered_m2", "#impact+added+m2"),
                        Column.squareMetres("transferred_m2", "#impact+transferred+m2"),
                        Column.squareMetres("cancelled_m2", "#output+cancelled+m2"),
                        Column.squareMetres("reduced_m2", "#output+reduced+m2"),
                        Column.squareMetres("cleared_m2", "#output+cleared+m2"),
                        Column.squareMetres("closing_m2", "#impact+end+m2"),
                        Column.squareMetres("cleared_outside_m2", "#output+outside+m2")),
                lines,
                List.of("table.note.release"));
    }

    private static long outside(BalanceLine line) {
        return line.standing(Movement.CLEARED_OUTSIDE);
    }

    /** What was found, and what was done with it. */
    private Sheet ordnance(boolean antiPersonnelOnly) {
        var finds = new ReportedSums(transaction, period, asOf).finds();
        var lines = new ArrayList<Line>();
        for (var category : OrdnanceCategory.values()) {
            boolean asked = antiPersonnelOnly
                    ? category.bulletinGroup() == BulletinGroup.ANTI_PERSONNEL_MINE
                            || category == OrdnanceCategory.IMPROVISED_MINE
                    : category.treatyGroup() != TreatyGroup.NONE;
            var of = finds.stream().filter(one -> one.category() == category).toList();
            if (!asked || of.isEmpty()) {
                continue;
            }
            var cells = new ArrayList<>(List.of(
                    Cell.of(category.name()),
                    Cell.of(words.name(category.name())),
                    Cell.of(of.stream().mapToLong(ReportedSums.Finds::items).sum())));
            for (var disposal : DISPOSALS) {
                cells.add(Cell.of(of.stream()
                        .filter(one -> disposal.equals(one.disposal()))
                        .mapToLong(ReportedSums.Finds::items)
                        .sum()));
            }
            cells.add(Cell.of(of.stream()
                    .filter(one -> one.disposal() == null || !DISPOSALS.contains(one.disposal()))
                    .mapToLong(ReportedSums.Finds::items)
                    .sum()));
            lines.add(new Line(cells, rows("/registers/finds", Map.of("category", category.name()), period)));
        }
        return new Sheet(
                "ordnance",
                List.of(
                        Column.text("category", "#subsector+code"),
                        Column.text("category_name", "#subsector+name"),
                        Column.count("found", "#output+found+num"),
                        Column.count("destroyed_in_place", "#output+destroyed+num"),
                        Column.count("neutralised", "#output+neutralised+num"),
                        Column.count("removed", "#output+removed+num"),
                        Column.count("handed_on", "#output+transferred+num"),
                        Column.count("left_marked", "#output+left+num"),
                        Column.count("not_stated", "#output+unstated+num")),
                lines,
                List.of("table.note.ordnance"));
    }

    /** What each body reported. */
    private Sheet bodies() {
        var breakdown = new SqlFigures(transaction).breakdown(Dimension.BODY, period, asOf);
        var columns = new ArrayList<>(
                List.of(Column.text("organisation", "#org+code"), Column.text("organisation_name", "#org+name")));
        for (var definition : breakdown.columns()) {
            columns.add(figure(definition));
        }
        return new Sheet(
                "bodies",
                columns,
                breakdown.lines().stream()
                        .map(line -> {
                            var cells = new ArrayList<>(List.of(Cell.of(line.key()), Cell.of(words.name(line.key()))));
                            line.figures()
                                    .forEach(figure -> cells.add(
                                            figure.value().isPresent()
                                                    ? Cell.of(figure.value().getAsLong())
                                                    : Cell.ABSENT));
                            return new Line(
                                    cells, rows("/registers/activities", Map.of("organisation", line.key()), period));
                        })
                        .toList(),
                List.of("table.note.casualties"));
    }

    private static Column figure(FigureDefinition definition) {
        var name = definition.published().replace('-', '_');
        return switch (definition.unit()) {
            case ITEMS -> Column.count(name, "#output+" + name.replace("_", "") + "+num");
            case SQUARE_METRES -> Column.squareMetres(name + "_m2", "#output+" + name.replace("_", "") + "+m2");
        };
    }

    /** Who did what, where and when; for whom is not held. */
    private Sheet activities() {
        return new Sheet(
                "activities",
                List.of(
                        Column.text("organisation", "#org+code"),
                        Column.text("organisation_name", "#org+name"),
                        Column.text("activity", "#activity+code"),
                        Column.text("activity_name", "#activity+name"),
                        Column.text("district", "#adm2+code"),
                        Column.text("district_name", "#adm2+name"),
                        Column.text("month", "#date"),
                        Column.text("for_whom", "#beneficiary"),
                        Column.count("reports", "#meta+reports+num"),
                        Column.squareMetres("cleared_declared_m2", "#output+cleared+m2"),
                        Column.count("without_area", "#meta+noarea+num"),
                        Column.count("items_found", "#output+found+num")),
                new ReportedSums(transaction, period, asOf)
                        .activities().stream().map(this::activity).toList(),
                List.of("table.note.activities"));
    }

    private Line activity(ReportedSums.Activities of) {
        var month = within(of.month());
        return new Line(
                List.of(
                        Cell.of(of.organisation()),
                        Cell.of(words.name(of.organisation())),
                        Cell.of(of.type()),
                        Cell.of(words.name("activity-types", of.type())),
                        Cell.of(of.district()),
                        Cell.of(district(of.district())),
                        Cell.of(of.month().toString()),
                        Cell.of(words.say("table.notheld")),
                        Cell.of(of.reports()),
                        of.clearances() > of.withoutArea() ? Cell.of(of.declared()) : Cell.ABSENT,
                        Cell.of(of.withoutArea()),
                        Cell.of(of.items())),
                rows(
                        "/registers/activities",
                        Map.of(
                                "organisation", of.organisation(),
                                "district", of.district(),
                                "activity_type", of.type()),
                        month));
    }

    /** Each month, what bodies declare beside what they drew and what of it counts, to be signed by both sides. */
    private Sheet operators() {
        var lines = new ArrayList<Line>();
        var figures = new SqlFigures(transaction);
        var balances = new LandBalances(transaction);
        for (var month = YearMonth.from(period.from());
                !month.isAfter(YearMonth.from(period.to()));
                month = month.plusMonths(1)) {
            var part = within(month);
            var declared = new LinkedHashMap<String, DeclaredLine>();
            balances.declared(part, asOf.knownAt()).forEach(line -> declared.put(line.key(), line));
            for (var line : figures.breakdown(Dimension.BODY, part, asOf).lines()) {
                var land = declared.get(line.key());
                var cells = new ArrayList<>(
                        List.of(Cell.of(month.toString()), Cell.of(line.key()), Cell.of(words.name(line.key()))));
                if (land == null) {
                    for (int i = 0; i < 6; i++) {
                        cells.add(Cell.ABSENT);
                    }
                } else {
                    cells.add(Cell.of(land.reports()));
                    cells.add(Cell.of(land.withoutArea()));
                    cells.add(land.reports() > land.withoutArea() ? Cell.of(land.declared()) : Cell.ABSENT);
                    boolean drawn = land.reports() > land.withoutOutline();
                    cells.add(drawn ? Cell.of(land.mapped()) : Cell.ABSENT);
                    cells.add(drawn ? Cell.of(land.counted()) : Cell.ABSENT);
                    cells.add(drawn ? Cell.of(land.countedBefore()) : Cell.ABSENT);
                }
                line.figures().stream()
                        .filter(figure -> figure.definition().group().isPresent())
                        .forEach(figure -> cells.add(
                                figure.value().isPresent()
                                        ? Cell.of(figure.value().getAsLong())
                                        : Cell.ABSENT));
                lines.add(new Line(cells, rows("/registers/activities", Map.of("organisation", line.key()), part)));
            }
        }
        var columns = new ArrayList<>(List.of(
                Column.text("month", "#date"),
                Column.text("organisation", "#org+code"),
                Column.text("organisation_name", "#org+name"),
                Column.count("clearance_reports", "#meta+reports+num"),
                Column.count("without_area", "#meta+noarea+num"),
                Column.squareMetres("declared_m2", "#output+declared+m2"),
                Column.squareMetres("drawn_m2", "#output+drawn+m2"),
                Column.squareMetres("counted_m2", "#output+counted+m2"),
                Column.squareMetres("counted_before_m2", "#output+countedbefore+m2")));
        Arrays.stream(FigureDefinition.values())
                .filter(definition -> definition.group().isPresent())
                .forEach(definition -> columns.add(figure(definition)));
        return new Sheet("operators", columns, lines, List.of("table.note.operators"));
    }

    private ReportingPeriod within(YearMonth month) {
        var first = month.atDay(1);
        var last = month.atEndOfMonth();
        return new ReportingPeriod(
                first.isBefore(period.from()) ? period.from() : first, last.isAfter(period.to()) ? period.to() : last);
    }

    private String district(String code) {
        return code.isEmpty() ? words.say("table.nodistrict") : words.name(code);
    }

    private String landOf(String district) {
        return asked("/land", Map.of("by", "district", "item", district.isEmpty() ? "-" : district), period)
                .toString();
    }

    private String rows(String register, Map<String, String> narrowed, ReportingPeriod days) {
        return asked(register, narrowed, days)
                .with("valid_on", asOf.validOn().toString())
                .toString();
    }

    private Address asked(String path, Map<String, String> narrowed, ReportingPeriod days) {
        var address = new Address(path, Map.of());
        for (var each : new TreeMap<>(narrowed).entrySet()) {
            address = address.with(each.getKey(), each.getValue());
        }
        return address.with("from", days.from().toString())
                .with("to", days.to().toString())
                .with("known_at", Ledger.written(asOf.knownAt()));
    }
}
