// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.site;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.print.EditionFigures;
import org.clearground.bulletins.print.Wording;
import org.jspecify.annotations.Nullable;

/** What the templates of the public site show. For them only. */
public final class SitePages {

    private SitePages() {}

    /**
     * A published edition in a language.
     *
     * @param said what it says, read when it is asked for
     * @param replacedBy id of the newest edition of the same period; null where this is it
     * @param publishedOn the day, as it is printed
     * @param list how long the list of its documents is, read when it is asked for
     */
    public record Shown(
            Edition edition,
            Supplier<EditionFigures> said,
            @Nullable String replacedBy,
            String publishedOn,
            LongSupplier list,
            Wording wording) {

        public EditionFigures figures() {
            return said.get();
        }

        public long listBytes() {
            return list.getAsLong();
        }

        public String title() {
            return wording.title(edition.period()) + ", " + wording.period(edition.period());
        }

        public String period() {
            return wording.period(edition.period());
        }

        public String value(FigureDefinition definition) {
            return wording.value(definition, figures().value(definition).value());
        }

        public String rows(FigureDefinition definition) {
            return wording.number(figures().value(definition).rows());
        }

        /** A size, as it is printed. */
        public String bytes(long bytes) {
            return wording.say("unit.bytes", Map.of("value", wording.number(bytes)));
        }
    }

    /** The first page. */
    public record IndexPage(SiteFrame frame, Shown latest) {}

    /**
     * Editions, the newest period first; or the newest of each period, the oldest period first.
     *
     * @param years on which page the others are; none where all stand on this one
     */
    public record ListPage(SiteFrame frame, List<Shown> editions, List<Year> years) {
        public ListPage {
            years = List.copyOf(years);
        }
    }

    /**
     * The editions of a year.
     *
     * @param page its name without language and ending
     */
    public record Year(int year, String page, boolean here) {}

    /**
     * An edition.
     *
     * @param article the bulletin as it was frozen
     */
    public record EditionPage(SiteFrame frame, Shown shown, String article) {}

    /**
     * An edition with its digest.
     *
     * @param key fingerprint of the key that signed it; null where none did
     */
    public record SealedLine(Shown shown, @Nullable String key) {}

    /** How to check, and what to compare with. */
    public record VerifyPage(SiteFrame frame, List<SealedLine> lines, List<String> keys) {
        public VerifyPage {
            lines = List.copyOf(lines);
            keys = List.copyOf(keys);
        }
    }

    /** One map. */
    public record Picture(String id, String label, String svg, String largest) {}

    /** A line of the table beside the maps. */
    public record DistrictLine(String name, List<String> values) {}

    /** The maps of an edition. */
    public record MapPage(
            SiteFrame frame, Shown shown, String shared, List<Picture> pictures, List<DistrictLine> lines) {}
}
