// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.time.LocalDate;
import java.util.List;
import org.clearground.packs.Words;
import org.clearground.storage.Transaction;

/**
 * What a feature has to say on the first page: what waits for whoever reads, and what was said last. Each part asks for
 * little and leaves out what its reader may not open.
 */
public interface HomePart {

    /** Where on the page. */
    enum Place {
        /** Somebody has to do something. */
        WAITS,
        /** The newest figures. */
        FIGURES,
        /** What was published last. */
        PUBLISHED
    }

    /**
     * One thing to say.
     *
     * @param address where more of it stands, with its parameters but without the language
     */
    record Line(Place place, String label, String value, String address) {}

    /**
     * Who asks, of which day.
     *
     * @param today in the country
     */
    record Asking(Transaction transaction, Words words, Visitor visitor, LocalDate today) {}

    List<Line> lines(Asking asking);

    /** A count that was ended at a limit. */
    static String counted(Words words, long count, long limit) {
        return count > limit ? words.number(limit) + "+" : words.number(count);
    }
}
