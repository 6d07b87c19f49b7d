// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody published: a document with the figures that were read from it.
 *
 * @param number by which it is known here, such as {@code B188}; unique
 * @param published null where the page has no day that can be trusted
 * @param language as ISO 639-1; null where nobody said
 * @param address of the page; null where none is known
 * @param bodies whose work it names, as written
 * @param districts that it names, as written
 * @param text as captured; null where only its figures were entered
 * @param remark of whoever entered it; null if none
 * @param figures in the order of the document; what it does not state is absent
 */
public record Statement(
        String number,
        String publisher,
        @Nullable LocalDate published,
        @Nullable String language,
        @Nullable String address,
        List<String> bodies,
        List<String> districts,
        @Nullable String text,
        @Nullable String remark,
        List<StatedFigure> figures) {

    public Statement {
        bodies = List.copyOf(bodies);
        districts = List.copyOf(districts);
        figures = List.copyOf(figures);
    }
}
