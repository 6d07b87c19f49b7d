// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.geo.UnreadableGeometryException;
import org.clearground.geo.WrittenGeometry;
import org.clearground.geo.WrittenPosition;
import org.clearground.ledger.Digest;
import org.clearground.reports.Answers.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Reads written reports by a form: texts become typed answers, and whatever cannot be read becomes a finding, never a
 * guess. It knows no particular form; what answers mean together is for rules.
 *
 * <p>Not for several threads at once.
 */
public final class FormReader {

    private static final int REMEMBERED_TEXTS = 10_000;

    private final FormDefinition form;
    private final CodeLists lists;
    private final WrittenNumber.@Nullable DecimalMark decimalMark;
    private final Map<String, Map<String, Optional<String>>> remembered = new HashMap<>();

    /**
     * @param decimalMark as the mapping states it; null if it states none
     */
    public FormReader(FormDefinition form, CodeLists lists, WrittenNumber.@Nullable DecimalMark decimalMark) {
        this.form = form;
        this.lists = lists;
        this.decimalMark = decimalMark;
    }

    public ReadReport read(Digest submission, int ordinal, WrittenReport written) {
        var findings = new ArrayList<>(written.findings());
        var answers = readRecord(form.questions(), written.main(), findings);
        var repeats = new LinkedHashMap<String, List<Answers>>();
        for (var repeat : form.repeats()) {
            var rows = new ArrayList<Answers>();
            for (var row : written.repeat(repeat.name())) {
                rows.add(readRecord(repeat.questions(), row, findings));
            }
            repeats.put(repeat.name(), rows);
        }
        var report = new FieldReport(
                ReportId.of(submission, form.id(), ordinal),
                ordinal,
                written.main().row(),
                written.lastRow(),
                answers,
                repeats);
        return new ReadReport(report, findings);
    }

    private Answers readRecord(List<Question> questions, WrittenRecord record, List<Finding> findings) {
        var answers = new HashMap<String, Answer>();
        for (var question : questions) {
            var text = record.text(question.name());
            var answer =
                    switch (question.type()) {
                        case POINT -> readPoint(question, text, record, findings);
                        default -> text == null ? null : readAnswer(question, text, record, findings);
                    };
            if (answer != null) {
                answers.put(question.name(), answer);
            } else if (text == null && question.required()) {
                var code =
                        question.name().equals("quantity") ? FindingCode.QUANTITY_ABSENT : FindingCode.MISSING_ANSWER;
                findings.add(finding(code, record, question, null, Map.of()));
            }
        }
        return new Answers(answers);
    }

    private @Nullable Answer readAnswer(Question question, String text, WrittenRecord record, List<Finding> findings) {
        return switch (question.type()) {
            case TEXT -> new Answer.Text(text.strip());
            case CODE -> readCode(question, text, record, findings);
            case DATE -> {
                var day = WrittenDate.read(text);
                if (day.isEmpty()) {
                    findings.add(finding(FindingCode.UNREADABLE_DATE, record, question, text, Map.of()));
                }
                yield day.map(Answer.Day::new).orElse(null);
            }
            case INTEGER, DECIMAL -> readNumber(question, text, record, findings);
            case SHAPE -> {
                try {
                    yield new Answer.Shape(WrittenGeometry.readShape(text));
                } catch (UnreadableGeometryException unreadable) {
                    findings.add(unreadableGeometry(unreadable, record, question, text));
                    yield null;
                }
            }
            case POINT -> null;
        };
    }

    private @Nullable Answer readCode(Question question, String text, WrittenRecord record, List<Finding> findings) {
        var list = java.util.Objects.requireNonNull(question.list(), "a coded question has a list");
        var known = remembered.computeIfAbsent(list, any -> new HashMap<>());
        if (known.size() > REMEMBERED_TEXTS) {
            known.clear();
        }
        var code = known.computeIfAbsent(text, written -> lists.findCode(list, written.strip()));
        if (code.isPresent()) {
            return new Answer.Text(code.get());
        }
        var kind =
                switch (list) {
                    case "organisations" -> FindingCode.UNKNOWN_ORGANISATION;
                    case "districts" -> FindingCode.UNKNOWN_DISTRICT;
                    case "ordnance-categories" -> FindingCode.UNKNOWN_CATEGORY;
                    default -> FindingCode.UNKNOWN_CODE;
                };
        var nearest = String.join(", ", lists.nearest(list, text.strip(), 3));
        findings.add(finding(kind, record, question, text, Map.of("list", list, "nearest", nearest)));
        return null;
    }

    private @Nullable Answer readNumber(Question question, String text, WrittenRecord record, List<Finding> findings) {
        boolean whole = question.type() == QuestionType.INTEGER;
        var number = WrittenNumber.read(text, whole, decimalMark);
        if (number instanceof WrittenNumber.Read read) {
            return inRange(question, read.value(), whole, text, record, findings);
        }
        if (number instanceof WrittenNumber.Ambiguous ambiguous) {
            findings.add(finding(
                    FindingCode.AMBIGUOUS_NUMBER,
                    record,
                    question,
                    text,
                    Map.of(
                            "asThousands", ambiguous.asThousands().toPlainString(),
                            "asDecimal", ambiguous.asDecimal().toPlainString())));
        } else {
            findings.add(finding(FindingCode.UNREADABLE_NUMBER, record, question, text, Map.of()));
        }
        return null;
    }

    private static @Nullable Answer inRange(
            Question question,
            BigDecimal value,
            boolean whole,
            String text,
            WrittenRecord record,
            List<Finding> findings) {
        if (question.name().equals("quantity") && value.signum() <= 0) {
            findings.add(finding(FindingCode.QUANTITY_NOT_POSITIVE, record, question, text, Map.of()));
            return null;
        }
        var least = question.least();
        var most = question.most();
        boolean fraction = whole && value.stripTrailingZeros().scale() > 0;
        boolean tooSmall = least != null && value.compareTo(least) < 0;
        boolean tooLarge = most != null && value.compareTo(most) > 0;
        if (fraction || tooSmall || tooLarge) {
            var figures = new HashMap<String, String>();
            figures.put("least", least == null ? "" : least.toPlainString());
            figures.put("most", most == null ? "" : most.toPlainString());
            findings.add(finding(
                    fraction ? FindingCode.UNREADABLE_NUMBER : FindingCode.NUMBER_OUT_OF_RANGE,
                    record,
                    question,
                    text,
                    figures));
            return null;
        }
        return new Answer.Amount(value);
    }

    /** A point stands in one column, or in two: {@code <name>_latitude} and {@code <name>_longitude}. */
    private @Nullable Answer readPoint(
            Question question, @Nullable String text, WrittenRecord record, List<Finding> findings) {
        try {
            if (text != null) {
                return new Answer.Point(WrittenGeometry.readPosition(text));
            }
            var latitude = record.text(question.name() + "_latitude");
            var longitude = record.text(question.name() + "_longitude");
            if (latitude == null && longitude == null) {
                return null;
            }
            text = latitude + " " + longitude;
            return new Answer.Point(WrittenGeometry.position(degrees(longitude, false), degrees(latitude, true)));
        } catch (UnreadableGeometryException unreadable) {
            findings.add(unreadableGeometry(unreadable, record, question, text));
            return null;
        }
    }

    private static double degrees(@Nullable String text, boolean latitude) throws UnreadableGeometryException {
        if (text == null) {
            throw new UnreadableGeometryException(UnreadableGeometryException.Reason.NOT_A_GEOMETRY, "–");
        }
        try {
            return Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException notDecimal) {
            return WrittenPosition.degrees(text, latitude);
        }
    }

    private static Finding unreadableGeometry(
            UnreadableGeometryException unreadable, WrittenRecord record, Question question, @Nullable String text) {
        var code =
                switch (unreadable.reason()) {
                    case NOT_A_GEOMETRY, NOT_CLOSED -> FindingCode.UNREADABLE_GEOMETRY;
                    case OUT_OF_RANGE -> FindingCode.POSITION_OUT_OF_RANGE;
                    case AMBIGUOUS -> FindingCode.AMBIGUOUS_POSITION;
                    case TOO_FEW_VERTICES -> FindingCode.TOO_FEW_VERTICES;
                    case TOO_MANY_VERTICES -> FindingCode.TOO_MANY_VERTICES;
                };
        var detail = String.valueOf(unreadable.getMessage());
        return finding(
                code,
                record,
                question,
                text,
                Map.of(
                        "detail",
                        detail.length() > 120 ? detail.substring(0, 120) + "…" : detail,
                        "most",
                        String.valueOf(WrittenGeometry.MOST_VERTICES)));
    }

    private static Finding finding(
            FindingCode code,
            WrittenRecord record,
            Question question,
            @Nullable String value,
            Map<String, String> figures) {
        var all = new HashMap<>(figures);
        all.put("question", question.name());
        return new Finding(code, code.severity(), record.at(question.name()), value, all);
    }
}
