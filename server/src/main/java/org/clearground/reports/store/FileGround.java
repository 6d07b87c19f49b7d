// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.geo.CountedGround;
import org.clearground.geo.GeodesicArea;
import org.clearground.geo.GroundShape;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.FieldReport;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.QuestionType;
import org.clearground.units.SquareMetres;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/** The ground of a file, by the questions that ask for outlines: as a sum, and each square metre once. */
public final class FileGround {

    private final Map<String, Outlines> byQuestion = new LinkedHashMap<>();

    /**
     * What a file says of ground under one question.
     *
     * @param outlines how many there are
     * @param faulty of them, which have no area and are in neither sum
     * @param added the areas added up; null where no outline has one
     * @param countedOnce the area of all ground that they cover; null where no outline has one
     * @param overlaps every two outlines that share ground
     */
    public record Line(
            Question question,
            int outlines,
            int faulty,
            @Nullable SquareMetres added,
            @Nullable SquareMetres countedOnce,
            int overlaps) {}

    private static final class Outlines {
        private final Question question;
        private final List<MultiPolygon> whole = new ArrayList<>();
        private int faulty;
        private double added;

        Outlines(Question question) {
            this.question = question;
        }

        void add(GroundShape shape) {
            var polygons = shape.polygons();
            if (shape.fault().isPresent() || polygons.getEnvelopeInternal().getWidth() > 180) {
                faulty++;
                return;
            }
            added += GeodesicArea.squareMetres(polygons);
            whole.add(polygons);
        }

        Line line() {
            if (whole.isEmpty()) {
                return new Line(question, faulty, faulty, null, null, 0);
            }
            var counted = CountedGround.of(whole);
            return new Line(
                    question,
                    faulty + whole.size(),
                    faulty,
                    SquareMetres.computed(added),
                    SquareMetres.computed(counted.squareMetres()),
                    counted.overlaps().size());
        }
    }

    FileGround(FormDefinition form) {
        form.questions().forEach(this::ask);
        form.repeats().forEach(repeat -> repeat.questions().forEach(this::ask));
    }

    private void ask(Question question) {
        if (question.type() == QuestionType.SHAPE) {
            byQuestion.put(question.name(), new Outlines(question));
        }
    }

    void add(FieldReport report) {
        add(report.answers());
        report.repeats().values().forEach(rows -> rows.forEach(this::add));
    }

    private void add(Answers answers) {
        answers.byQuestion().forEach((question, answer) -> {
            var outlines = byQuestion.get(question);
            if (outlines != null && answer instanceof Answer.Shape shape) {
                outlines.add(shape.value());
            }
        });
    }

    /** One for each question of the form that asks for an outline, in the form's order. */
    public List<Line> lines() {
        return byQuestion.values().stream().map(Outlines::line).toList();
    }
}
