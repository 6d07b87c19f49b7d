// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearground.statements.print.StatementText;
import org.clearground.statements.store.StatementQueries.File;
import org.clearground.statements.store.StatementQueries.Recorded;
import org.clearground.statements.web.MarkedText.Piece;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** A statement with its figures and its text. For its template only. */
public record StatementPage(Recorded recorded, File file, Frame frame) {

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

    /** The text with its figures marked; nothing where there is no text. */
    public List<Piece> pieces() {
        var text = recorded.statement().text();
        if (text == null) {
            return List.of();
        }
        var marks = new ArrayList<MarkedText.Mark>();
        for (var figure : recorded.statement().figures()) {
            var span = figure.span();
            if (span != null) {
                marks.add(new MarkedText.Mark(
                        span, StatementText.cells(frame.words(), figure).get(0)));
            }
        }
        return MarkedText.pieces(text, marks);
    }
}
