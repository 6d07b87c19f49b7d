// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundShape;
import org.clearground.geo.OutlinePrint;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.CheckRule;
import org.clearground.reports.CommonRules;
import org.clearground.reports.FieldReport;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.FormRules;
import org.clearground.reports.ProgressReport;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportPicture;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import org.clearground.reports.store.StandingReports.Standing;
import org.clearground.reports.store.StoreFindings.Example;
import org.clearground.reports.store.StoreFindings.Line;
import org.clearground.reports.store.StoreFindings.Picture;
import org.clearground.storage.Transaction;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;

/**
 * Looks over every report that stands: what was found when it came, what today's rules find beside that, and what shows
 * only when reports are laid side by side. It writes nothing.
 *
 * <p>Reports are read one after the other. What is held of each are a few numbers, about 100 bytes.
 */
public final class StoreCheck {

    private static final int MOST_EXAMPLES = 5;
    private static final int MOST_PICTURES = 1_000;

    /** Fewer outlines of a kind than this have no middle worth the name. */
    private static final int FEWEST_FOR_MEDIAN = 10;

    private static final FormRules NO_RULES_OF_ITS_OWN = (read, written, sender) -> read;

    /** The completion's totals, and what of its finds each counts. */
    private static final Map<String, BulletinGroup> TOTALS = new TreeMap<>(Map.of(
            "ap_mines_total", BulletinGroup.ANTI_PERSONNEL_MINE,
            "at_mines_total", BulletinGroup.ANTI_TANK_MINE,
            "uxo_total", BulletinGroup.UNEXPLODED_ORDNANCE));

    private final ReportImport.Country country;
    private final boolean pictured;

    private final Map<FindingCode, Found> found = new EnumMap<>(FindingCode.class);
    private final List<Picture> pictures = new ArrayList<>();
    private final Map<String, FormRules> rules = new HashMap<>();
    private final Sightings grounds = new Sightings();
    private final Sightings numbers = new Sightings();
    private final Map<String, Map<String, Integer>> hazards = new TreeMap<>();
    private final Map<String, Sizes> sizes = new TreeMap<>();
    private final Map<String, Map<BulletinGroup, Long>> foundByTask = new HashMap<>();
    private final List<Completion> completions = new ArrayList<>();
    private final Map<String, Map<String, Used>> usedCodes = new TreeMap<>();
    private final Rows rows = new Rows();

    /** @param pictured whether to draw what is wrong with geometry */
    public StoreCheck(ReportImport.Country country, boolean pictured) {
        this.country = country;
        this.pictured = pictured;
    }

    private static final class Found {
        private long count;
        private final List<Example> examples = new ArrayList<>();
    }

    /** Areas of one kind, each with its report. */
    private static final class Sizes {
        private double[] areas = new double[64];
        private int[] reports = new int[64];
        private int count;

        void add(double area, int report) {
            if (count == areas.length) {
                areas = Arrays.copyOf(areas, count * 2);
                reports = Arrays.copyOf(reports, count * 2);
            }
            areas[count] = area;
            reports[count] = report;
            count++;
        }

        double median() {
            var sorted = Arrays.copyOf(areas, count);
            Arrays.sort(sorted);
            return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        }
    }

    /** What the totals of a completion say, and where. */
    private record Completion(String task, int report, Map<String, Long> totals) {}

    /** The first report that uses a code, and where. */
    private record Used(int report, String question) {}

    /** Ids of the reports that were read, by their place, in two numbers each. */
    private static final class Rows {
        private long[] ids = new long[1_024];
        private int[] firstRows = new int[512];
        private final List<String> files = new ArrayList<>();
        private int[] fileOf = new int[512];
        private int count;

        int add(ReportId id, int firstRow, String file) {
            if (count * 2 == ids.length) {
                ids = Arrays.copyOf(ids, count * 4);
                firstRows = Arrays.copyOf(firstRows, count * 2);
                fileOf = Arrays.copyOf(fileOf, count * 2);
            }
            if (files.isEmpty() || !files.get(files.size() - 1).equals(file)) {
                files.add(file);
            }
            ids[count * 2] = id.value().getMostSignificantBits();
            ids[count * 2 + 1] = id.value().getLeastSignificantBits();
            firstRows[count] = firstRow;
            fileOf[count] = files.size() - 1;
            return count++;
        }

        ReportId id(int report) {
            return new ReportId(new java.util.UUID(ids[report * 2], ids[report * 2 + 1]));
        }
    }

    /** Looks over the store as a transaction sees it. */
    public StoreFindings run(Transaction transaction, LongConsumer progress) {
        var seen = new long[1];
        new StandingReports(transaction).forEach(standing -> {
            take(standing);
            progress.accept(++seen[0]);
        });
        var known = new Known(transaction);
        tellGrounds(known);
        tellNumbers(known);
        tellSizes(known);
        tellTotals(known);
        var unused = tellCodes(known);
        return new StoreFindings(seen[0], lines(), unused, pictures);
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        var told = EnumSet.noneOf(FindingCode.class);
        for (var rule : CheckRule.values()) {
            for (var code : rule.codes()) {
                addLine(code, lines);
                told.add(code);
            }
        }
        for (var code : FindingCode.values()) {
            if (!told.contains(code)) {
                addLine(code, lines);
            }
        }
        return lines;
    }

    private void addLine(FindingCode code, List<Line> lines) {
        var known = found.get(code);
        if (known != null) {
            lines.add(new Line(code, known.count, known.examples));
        }
    }

    private void take(Standing standing) {
        var report = standing.read().report();
        var answers = report.answers();
        int place = rows.add(report.id(), report.firstRow(), standing.fileName());
        var findings = findings(standing);
        for (var finding : findings) {
            tell(finding, report.id(), answers.code("organisation"), answers.text("report_no"));
        }
        if (pictured && pictures.size() < MOST_PICTURES && findings.stream().anyMatch(ReportPicture::isDrawable)) {
            var code = answers.code("district");
            pictures.add(new Picture(
                    report.id(),
                    answers.text("report_no"),
                    ReportPicture.of(
                            report,
                            findings,
                            country.form(standing.form()).parameters().limits().outline(),
                            code == null
                                    ? null
                                    : country.places().findDistrict(code).orElse(null))));
        }
        noteNumbers(standing.form(), answers, place);
        noteGround(standing.form(), answers, place);
        noteFinds(standing, report, place);
        noteCodes(standing.form(), report, place);
    }

    private void tell(Finding finding, @Nullable ReportId id, @Nullable String organisation, @Nullable String number) {
        var known = found.computeIfAbsent(finding.code(), any -> new Found());
        known.count++;
        if (known.examples.size() < MOST_EXAMPLES) {
            known.examples.add(new Example(id, organisation, number, finding));
        }
    }

    /** What was found when the report came, and what today's rules find of what it says beside that. */
    private List<Finding> findings(Standing standing) {
        var then = standing.read().findings();
        var told = EnumSet.noneOf(FindingCode.class);
        then.forEach(finding -> told.add(finding.code()));
        var now = rules.computeIfAbsent(
                        standing.form(),
                        form -> new CommonRules(
                                form,
                                NO_RULES_OF_ITS_OWN,
                                country.places(),
                                country.form(form).parameters()))
                .check(standing.read(), asWritten(standing), null)
                .findings();
        if (now.size() == then.size()) {
            return then;
        }
        var all = new ArrayList<>(then);
        now.stream()
                .skip(then.size())
                .filter(finding -> !told.contains(finding.code()))
                .forEach(all::add);
        return all;
    }

    /** A stand-in for the rows of the file: places without texts. */
    private static WrittenReport asWritten(Standing standing) {
        var report = standing.read().report();
        var record =
                new WrittenRecord(standing.fileName(), null, report.firstRow(), new WrittenRecord.Columns(), List.of());
        var repeats = new HashMap<String, List<WrittenRecord>>();
        report.repeats().forEach((name, of) -> repeats.put(name, Collections.nCopies(of.size(), record)));
        return new WrittenReport(record, repeats, report.lastRow(), List.of());
    }

    private static long hash(String... texts) {
        long hash = 1_125_899_906_842_597L;
        for (var text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = 31 * hash + text.charAt(i);
            }
            hash = (hash ^ (hash >>> 29)) * 0xBF58_476D_1CE4_E5B9L + 7;
        }
        return hash ^ (hash >>> 32);
    }

    private void noteNumbers(String form, Answers answers, int place) {
        var number = answers.text("report_no");
        if (number != null) {
            numbers.add(
                    hash(form, String.valueOf(answers.code("organisation")), CommonRules.folded(number)),
                    number.hashCode(),
                    place);
        }
        var hazard = answers.text("hazard_code");
        if (hazard != null) {
            hazards.computeIfAbsent(CommonRules.folded(hazard), any -> new TreeMap<>())
                    .putIfAbsent(hazard, place);
        }
    }

    private void noteGround(String form, Answers answers, int place) {
        double area = 0;
        for (var entry : answers.byQuestion().entrySet()) {
            if (entry.getValue() instanceof Answer.Shape shape) {
                grounds.add(
                        OutlinePrint.of(shape.value()) ^ hash(form, entry.getKey()),
                        hashCode(answers.code("organisation"), answers.text("report_no")),
                        place);
                area = Math.max(area, area(shape.value()));
            }
        }
        if (area == 0) {
            var declared = ProgressReport.declaredArea(answers);
            area = declared == null ? 0 : declared.area().value();
        }
        if (area > 0) {
            var type = answers.code("activity_type");
            sizes.computeIfAbsent(type == null ? form : form + ", " + type, any -> new Sizes())
                    .add(area, place);
        }
    }

    private static int hashCode(@Nullable String organisation, @Nullable String number) {
        return number == null ? 0 : (organisation + "\n" + number).hashCode();
    }

    private static double area(GroundShape shape) {
        return shape.fault().isPresent() ? 0 : GeodesicArea.squareMetres(shape.polygons());
    }

    private void noteFinds(Standing standing, FieldReport report, int place) {
        var task = report.answers().text("task");
        if (task == null) {
            return;
        }
        var key = CommonRules.folded(task);
        if (standing.form().equals(ProgressReport.FORM) && standing.approved()) {
            var sums = foundByTask.computeIfAbsent(key, any -> new EnumMap<>(BulletinGroup.class));
            for (var find : report.repeat("finds")) {
                var category = find.code("category");
                var quantity = find.whole("quantity");
                if (category != null && quantity != null) {
                    sums.merge(OrdnanceCategory.valueOf(category).bulletinGroup(), quantity, Long::sum);
                }
            }
        } else if (standing.form().equals("completion")) {
            var totals = new TreeMap<String, Long>();
            for (var question : TOTALS.keySet()) {
                var total = report.answers().whole(question);
                if (total != null) {
                    totals.put(question, total);
                }
            }
            if (!totals.isEmpty()) {
                completions.add(new Completion(task, place, totals));
            }
        }
    }

    private void noteCodes(String form, FieldReport report, int place) {
        var definition = country.form(form).definition();
        noteCodes(definition.questions(), report.answers(), place);
        for (var repeat : definition.repeats()) {
            for (var row : report.repeat(repeat.name())) {
                noteCodes(repeat.questions(), row, place);
            }
        }
    }

    private void noteCodes(List<Question> questions, Answers answers, int place) {
        for (var question : questions) {
            if (question.type() == QuestionType.CODE
                    && question.list() != null
                    && answers.byQuestion().get(question.name()) instanceof Answer.Text answer) {
                usedCodes
                        .computeIfAbsent(question.list(), any -> new TreeMap<>())
                        .putIfAbsent(answer.value(), new Used(place, question.name()));
            }
        }
    }

    /** Whose a report is, asked of the store only for those that are told of. */
    private final class Known {
        private final Transaction transaction;

        Known(Transaction transaction) {
            this.transaction = transaction;
        }

        private record Named(@Nullable String organisation, @Nullable String number, String form) {}

        Named named(int report) {
            return transaction
                    .sql()
                    .sql("select organisation, report_no, form from report where report_id = ?"
                            + " order by id desc limit 1")
                    .param(rows.id(report).toString())
                    .query((row, number) -> new Named(row.getString(1), row.getString(2), row.getString(3)))
                    .single();
        }

        void tell(FindingCode code, int report, String question, @Nullable String value, Map<String, String> figures) {
            var known = found.get(code);
            if (known != null && known.examples.size() >= MOST_EXAMPLES) {
                known.count++;
                return;
            }
            var named = named(report);
            var column = question.isEmpty() ? outlineOf(named.form()) : question;
            var place = new SourcePlace(rows.files.get(rows.fileOf[report]), null, rows.firstRows[report], column);
            StoreCheck.this.tell(
                    new Finding(code, code.severity(), place, value, figures),
                    rows.id(report),
                    named.organisation(),
                    named.number());
        }
    }

    /** The first question of a form that asks for an outline. */
    private String outlineOf(String form) {
        return country.form(form).definition().questions().stream()
                .filter(question -> question.type() == QuestionType.SHAPE)
                .map(Question::name)
                .findFirst()
                .orElse("");
    }

    /** The same outline under two numbers. A correction has the number of what it corrects. */
    private void tellGrounds(Known known) {
        for (var group : grounds.groups()) {
            if (group.reports().size() < 2 || group.differentMarks() < 2 && named(known, group)) {
                continue;
            }
            int first = group.reports().get(0);
            for (int other : group.reports().subList(1, group.reports().size())) {
                known.tell(
                        FindingCode.SAME_GROUND,
                        other,
                        "",
                        null,
                        Map.of("report", rows.id(first).toString()));
            }
        }
    }

    /** Reports without a number are no corrections of each other. */
    private static boolean named(Known known, Sightings.Group group) {
        return known.named(group.reports().get(0)).number() != null;
    }

    private void tellNumbers(Known known) {
        for (var group : numbers.groups()) {
            if (group.differentMarks() < 2) {
                continue;
            }
            var first = known.named(group.reports().get(0));
            for (int other : group.reports().subList(1, Math.min(group.reports().size(), 1_000))) {
                var named = known.named(other);
                if (!String.valueOf(named.number()).equals(String.valueOf(first.number()))) {
                    known.tell(
                            FindingCode.NUMBERS_ALIKE,
                            other,
                            "report_no",
                            named.number(),
                            Map.of("others", String.valueOf(first.number())));
                }
            }
        }
        hazards.values().stream().filter(written -> written.size() > 1).forEach(written -> {
            var all = new ArrayList<>(written.keySet());
            for (var code : all.subList(1, all.size())) {
                known.tell(
                        FindingCode.NUMBERS_ALIKE,
                        written.getOrDefault(code, 0),
                        "hazard_code",
                        code,
                        Map.of("others", all.get(0)));
            }
        });
    }

    private void tellSizes(Known known) {
        sizes.forEach((kind, of) -> {
            if (of.count < FEWEST_FOR_MEDIAN) {
                return;
            }
            double median = of.median();
            double most = median * country.parameters().limits().timesMedian();
            for (int i = 0; i < of.count; i++) {
                if (of.areas[i] > most && median > 0) {
                    known.tell(
                            FindingCode.UNUSUALLY_LARGE,
                            of.reports[i],
                            "",
                            null,
                            Map.of(
                                    "hectares", hectares(of.areas[i]),
                                    "median", hectares(median),
                                    "times", String.valueOf(Math.round(of.areas[i] / median)),
                                    "kind", kind));
                }
            }
        });
    }

    private static String hectares(double squareMetres) {
        return SquareMetres.computed(squareMetres).hectares().toPlainString();
    }

    private void tellTotals(Known known) {
        for (var completion : completions) {
            var sums = foundByTask.get(CommonRules.folded(completion.task()));
            if (sums == null) {
                // No approved progress report names the task: nothing to compare with, which is not zero.
                continue;
            }
            completion.totals().forEach((question, declared) -> {
                var group = TOTALS.get(question);
                long counted = group == null ? declared : sums.getOrDefault(group, 0L);
                if (counted != declared) {
                    known.tell(
                            FindingCode.TOTALS_DISAGREE,
                            completion.report(),
                            question,
                            declared.toString(),
                            Map.of(
                                    "task", completion.task(),
                                    "question", question,
                                    "declared", declared.toString(),
                                    "found", String.valueOf(counted)));
                }
            });
        }
    }

    /** Codes that reports use and the pack no longer has are findings; codes of the pack that no report uses come back. */
    private Map<String, List<String>> tellCodes(Known known) {
        var unused = new TreeMap<String, List<String>>();
        var asked = new HashSet<String>();
        for (var form : country.forms()) {
            lists(form, asked);
        }
        for (var list : asked) {
            var codes = new TreeSet<>(country.codes(list));
            var used = usedCodes.getOrDefault(list, Map.of());
            used.forEach((code, first) -> {
                if (!codes.contains(code)) {
                    known.tell(
                            FindingCode.CODE_GONE,
                            first.report(),
                            first.question(),
                            code,
                            Map.of("list", list, "question", first.question()));
                }
            });
            codes.removeAll(used.keySet());
            if (!codes.isEmpty()) {
                unused.put(list, List.copyOf(codes));
            }
        }
        return unused;
    }

    private static void lists(FormDefinition form, Set<String> asked) {
        for (var question : form.questions()) {
            add(question, asked);
        }
        for (var repeat : form.repeats()) {
            repeat.questions().forEach(question -> add(question, asked));
        }
    }

    private static void add(Question question, Set<String> asked) {
        if (question.type() == QuestionType.CODE && question.list() != null) {
            asked.add(question.list());
        }
    }
}
