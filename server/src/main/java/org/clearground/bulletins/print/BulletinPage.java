// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearground.bulletins.Breakdown;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.Dimension;
import org.clearground.bulletins.Figure;
import org.clearground.ledger.Ledger;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** A bulletin and where its links lead. In a file there are none. */
public record BulletinPage(Bulletin bulletin, Wording wording, Frame frame) {

    /** A table that can be shown or hidden. */
    public record Switch(String label, boolean on, String link) {}

    /** The address of the week before; null for other periods. */
    public @Nullable String previous() {
        return week(-7);
    }

    public @Nullable String next() {
        return week(7);
    }

    private @Nullable String week(int days) {
        var here = frame.here();
        if (here == null || !bulletin.period().isIsoWeek()) {
            return null;
        }
        var week = ReportingPeriod.weekOf(bulletin.period().from().plusDays(days));
        return here.at("/bulletins/" + week.isoWeek())
                .with("from", null)
                .with("to", null)
                .with("valid_on", null)
                .with("lang", wording.language())
                .toString();
    }

    public List<Switch> switches() {
        var shown = bulletin.breakdowns().stream().map(Breakdown::dimension).collect(Collectors.toSet());
        var switches = new ArrayList<Switch>();
        for (var dimension : Dimension.values()) {
            var others = EnumSet.noneOf(Dimension.class);
            others.addAll(shown);
            boolean on = !others.add(dimension);
            if (on) {
                others.remove(dimension);
            }
            switches.add(new Switch(wording.caption(dimension), on, frame.with("by", written(others))));
        }
        return switches;
    }

    private static @Nullable String written(Set<Dimension> dimensions) {
        return dimensions.isEmpty()
                ? null
                : Arrays.stream(Dimension.values())
                        .filter(dimensions::contains)
                        .map(dimension -> dimension.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(","));
    }

    /** Where the rows behind a figure are shown, even if there are none; null in a file. */
    public @Nullable String rows(Figure figure) {
        return frame.served() ? frame.link(JsonPrinter.address(figure)) : null;
    }

    /** This bulletin as it is known now, for good: later corrections do not change what stands there. */
    public @Nullable String frozen() {
        var here = frame.here();
        return here == null
                ? null
                : here.with("valid_on", bulletin.asOf().validOn().toString())
                        .with("known_at", Ledger.written(bulletin.asOf().knownAt()))
                        .with("lang", wording.language())
                        .toString();
    }

    public @Nullable String creditLink() {
        return wording.words().pack().creditLink().orElse(null);
    }
}
