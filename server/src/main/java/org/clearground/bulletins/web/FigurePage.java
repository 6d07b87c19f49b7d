// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.bulletins.Figure;
import org.clearground.bulletins.FigureDefinition.Unit;
import org.clearground.bulletins.FigureRow;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.ledger.Ledger;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the rows that add up to it. For its template only.
 *
 * @param after the last row shown, where more follow; null on the last page
 */
public record FigurePage(Figure figure, List<FigureRow> rows, @Nullable Long after, Wording wording, Frame frame) {

    public FigurePage {
        rows = List.copyOf(rows);
    }

    /** One line of what the figure speaks of. */
    public record Part(String label, String text) {}

    public List<Part> scope() {
        var scope = figure.scope();
        var parts = new ArrayList<Part>();
        parts.add(new Part(wording.say("page.period"), wording.period(scope.period())));
        if (scope.organisation() != null) {
            parts.add(new Part(wording.say("page.organisation"), wording.name(scope.organisation())));
        }
        if (scope.district() != null) {
            parts.add(new Part(wording.say("page.district"), wording.name(scope.district())));
        }
        if (scope.category() != null) {
            parts.add(new Part(
                    wording.say("page.category"), wording.name(scope.category().name())));
        }
        if (scope.day() != null) {
            parts.add(new Part(wording.say("page.day"), wording.day(scope.day())));
        }
        parts.add(
                new Part(wording.say("page.validon"), wording.day(figure.asOf().validOn())));
        parts.add(new Part(
                wording.say("page.knownat"),
                wording.words().moment(figure.asOf().knownAt())));
        return parts;
    }

    public boolean area() {
        return figure.definition().unit() == Unit.SQUARE_METRES;
    }

    /** Square metres to the last one, where the value is shown in hectares. */
    public @Nullable String exact() {
        return area() && figure.value().isPresent()
                ? wording.words().inSquareMetres(figure.value().getAsLong())
                : null;
    }

    public String value(FigureRow row) {
        return area() ? wording.words().inSquareMetres(row.value()) : wording.number(row.value());
    }

    public @Nullable String next() {
        return after == null ? null : frame.link(JsonPrinter.address(figure)) + "&after=" + after;
    }

    /** The bulletin of the figure's period, as known at the same moment. */
    public String bulletin() {
        var period = figure.scope().period();
        var knownAt = Ledger.written(figure.asOf().knownAt());
        return period.isIsoWeek()
                ? frame.link("/bulletins/" + period.isoWeek() + "?known_at=" + knownAt)
                : frame.link("/bulletins?from=" + period.from() + "&to=" + period.to() + "&known_at=" + knownAt);
    }

    /** How many rows there are in all. */
    public String count() {
        return wording.say("page.rowcount", Map.of("count", wording.number(figure.rows())));
    }
}
