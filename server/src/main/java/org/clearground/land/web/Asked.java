// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.print.LandMaps;
import org.clearground.packs.Words;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Query;

/** What every page of the area ledger may be asked: which days, as known when. */
final class Asked {

    private final Query query;
    private final Clock clock;
    private final Words words;

    Asked(Query query, Clock clock, Words words) {
        this.query = query;
        this.clock = clock;
        this.words = words;
    }

    /** Now, if nobody says. */
    Instant knownAt() {
        var moment = query.moment("known_at");
        return moment == null ? clock.instant() : moment;
    }

    /** The day of {@link #knownAt} in the country, if nobody says. */
    AsOf asOf() {
        return query.asOf(clock, words.pack().zone());
    }

    /** As said; else from the first day of the year of the day asked for to that day. */
    ReportingPeriod period() {
        if (query.day("from") != null || query.day("to") != null) {
            return query.period();
        }
        var to = asOf().validOn();
        return new ReportingPeriod(to.withDayOfYear(1), to);
    }

    /** The breakdown, and its line where one alone is asked for. */
    LandMaps.Part part() {
        var by = query.text("by");
        var item = query.text("item");
        try {
            var dimension = by == null ? Dimension.NONE : Dimension.valueOf(by.toUpperCase(Locale.ROOT));
            if (item != null && dimension == Dimension.NONE) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "say of which breakdown \"item\" is a line, for example by=district");
            }
            // A line of what nobody stated has no code; an address cannot hold an empty parameter.
            return new LandMaps.Part(dimension, "-".equals(item) ? "" : item);
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    "cannot break down by \"" + by + "\"; by district, organisation, purpose or method",
                    unknown);
        }
    }
}
