// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clearground.statements.Span;
import org.jspecify.annotations.Nullable;

/** A text cut where figures stand in it. */
public final class MarkedText {

    private MarkedText() {}

    /** A run of the text; a figure stands in it where it has a name. */
    public record Piece(String text, @Nullable String figure) {}

    /** Where a figure stands, and what it is. */
    record Mark(Span span, String figure) {}

    /** Of marks that overlap, the first counts. */
    static List<Piece> pieces(String text, List<Mark> marks) {
        var sorted = marks.stream()
                .sorted(Comparator.comparingInt(mark -> mark.span().start()))
                .toList();
        var pieces = new ArrayList<Piece>();
        int done = 0;
        for (var mark : sorted) {
            if (mark.span().start() >= done) {
                pieces.add(new Piece(text.substring(done, mark.span().start()), null));
                pieces.add(new Piece(mark.span().of(text), mark.figure()));
                done = mark.span().end();
            }
        }
        pieces.add(new Piece(text.substring(done), null));
        return pieces;
    }
}
