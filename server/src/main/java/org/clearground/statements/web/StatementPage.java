// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.print.StatementText;
import org.clearground.statements.store.StatementQueries.File;
import org.clearground.statements.store.StatementQueries.Recorded;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** A statement with its figures and its text. For its template only. */
public record StatementPage(Recorded recorded, File file, Frame frame) {

    /** A run of the text; a figure stands in it where it has a name. */
    public record Piece(String text, @Nullable String figure) {}

    public Map<String, String> facts() {
        return StatementText.facts(frame.words(), recorded);
    }

    public List<String> headings() {
        return StatementText.COLUMNS.stream().map(frame::say).toList();
    }

    public List<List<String>> rows() {
        return recorded.statement().figures().stream()
                .map(figure -> StatementText.cells(frame.words(), figure))
                .toList();
    }

    public @Nullable String address() {
        return recorded.statement().address();
    }

    /** Whether the address leads to a page; what else somebody wrote there is only shown. */
    public boolean linked() {
        var address = recorded.statement().address();
        var lower = address == null ? "" : address.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    /** The text cut where figures stand; nothing where there is no text. Of figures that overlap, the first is marked. */
    public List<Piece> pieces() {
        var text = recorded.statement().text();
        if (text == null) {
            return List.of();
        }
        var marked = recorded.statement().figures().stream()
                .filter(figure -> figure.span() != null)
                .sorted(Comparator.comparingInt(StatementPage::start))
                .toList();
        var pieces = new ArrayList<Piece>();
        int done = 0;
        for (var figure : marked) {
            var span = figure.span();
            if (span == null || span.start() < done) {
                continue;
            }
            pieces.add(new Piece(text.substring(done, span.start()), null));
            pieces.add(new Piece(
                    span.of(text), StatementText.cells(frame.words(), figure).get(0)));
            done = span.end();
        }
        pieces.add(new Piece(text.substring(done), null));
        return pieces;
    }

    private static int start(StatedFigure figure) {
        var span = figure.span();
        return span == null ? 0 : span.start();
    }
}
