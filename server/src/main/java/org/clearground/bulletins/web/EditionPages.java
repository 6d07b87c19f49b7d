// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import java.util.List;
import org.clearground.bulletins.Edition;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** What the templates of editions show. For them only. */
public final class EditionPages {

    private EditionPages() {}

    /** An edition in a list. */
    public record Row(Edition edition, String period, String prepared, @Nullable String signed) {}

    /**
     * All editions.
     *
     * @param prepares whether whoever reads may prepare one
     * @param named whether they have an account, so that nobody asks for their name
     */
    public record ListPage(FormToken token, List<Row> rows, boolean prepares, boolean named, Frame frame) {}

    /** A figure as it was frozen and as it is known now. */
    public record Difference(String label, String then, String now, boolean differs, String rows) {}

    /**
     * An edition.
     *
     * @param article the bulletin as it was frozen, in the reader's language
     * @param signs whether whoever reads may sign editions
     * @param own whether they prepared this one themselves
     */
    public record EditionPage(
            FormToken token,
            Row row,
            String article,
            List<Difference> differences,
            boolean differs,
            boolean signs,
            boolean own,
            boolean named,
            Frame frame) {}
}
