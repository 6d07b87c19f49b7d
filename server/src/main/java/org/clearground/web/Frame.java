// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.util.List;
import org.clearground.access.Sight;
import org.clearground.packs.Words;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: its title, its language, the notice on invented data, where it is.
 *
 * @param notice what must be said above everything else; null if nothing
 * @param here null for a page that stands alone in a file: it has no links to the site and carries its own style
 * @param json null where there is no JSON of the same
 */
public record Frame(
        Words words, String title, @Nullable String notice, @Nullable Address here, @Nullable Address json) {

    /** A page of the site whose JSON stands under {@code /api}. */
    public static Frame of(Words words, String title, @Nullable String notice, Address here) {
        return new Frame(words, title, notice, here, here.at("/api" + here.path()));
    }

    /** A page in a file. */
    public static Frame alone(Words words, String title, @Nullable String notice) {
        return new Frame(words, title, notice, null, null);
    }

    /** This page with its JSON elsewhere than under {@code /api} and its own path. */
    public Frame withJsonAt(String path) {
        return new Frame(words, title, notice, here, here == null ? null : here.at(path));
    }

    public boolean served() {
        return here != null;
    }

    /** The account of whoever reads; null where nobody signed in. */
    public @Nullable String account() {
        var visitor = Visitor.here();
        return visitor == null ? null : visitor.name();
    }

    /** Of what alone the sums of this page are, where whoever reads sees no more; null where they are of everything. */
    public @Nullable String kept() {
        var visitor = Visitor.here();
        return visitor == null ? null : KeptTo.sentence(visitor.sight(), words);
    }

    /** Where whoever reads can go from any page. */
    public List<Way> ways() {
        return Way.ALL.stream().filter(way -> opens(way.address())).toList();
    }

    /**
     * Whether an address answers whoever reads: no page shows a link to a closed door, and none in a file shows any.
     * Parameters are left out, but where they say which record is meant.
     */
    public boolean opens(String address) {
        var visitor = Visitor.here();
        return served() && (visitor == null || visitor.doors().opens(address));
    }

    /** Why a record is named without a link, for whoever does not see all of its kind; null where no reason is known. */
    public @Nullable String outside(String address) {
        var visitor = Visitor.here();
        return visitor == null || !served()
                ? null
                : visitor.doors()
                        .bounds(address)
                        .map(sight -> say(
                                sight instanceof Sight.OfDistricts
                                        ? "page.outside.districts"
                                        : "page.outside.organisation"))
                        .orElse(null);
    }

    public String say(String key) {
        return words.say(key);
    }

    /** A link to elsewhere on the site, in the same language. */
    public String link(String address) {
        return address + (address.contains("?") ? "&" : "?") + "lang=" + words.language();
    }

    /** This page in another language. */
    public String in(String language) {
        return here == null ? "" : here.with("lang", language).toString();
    }

    /** This page with a parameter changed; left out when null. */
    public String with(String name, @Nullable String value) {
        return here == null
                ? ""
                : here.with(name, value).with("lang", words.language()).toString();
    }

    /** Another page of this list; null where there is none. */
    public @Nullable String turn(@Nullable String number) {
        return number == null ? null : with("page", number);
    }

    /** Where a script or style of the site is. */
    public String asset(String name) {
        return Asset.get(name).address();
    }

    /** Where the style is. */
    public String style() {
        return Asset.get("clearground.css").address();
    }

    /** The style itself, for a page that stands alone. */
    public String styleText() {
        return siteStyle();
    }

    /** The style of the site, for pages that are not served by it. */
    public static String siteStyle() {
        return Asset.get("clearground.css").text();
    }
}
