// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.site;

import java.util.Map;
import java.util.Set;
import org.clearground.packs.Words;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page of the public site. All its links are relative, so that the site works in any folder of any web
 * server, and without one.
 *
 * @param notice what must be said above everything else; null if nothing
 * @param folder where the page lies, with a slash behind it; empty for the first folder
 * @param page its name without language and ending
 */
public record SiteFrame(Words words, String title, @Nullable String notice, String folder, String page) {

    private static final Set<String> FROM_RIGHT_TO_LEFT = Set.of("ar", "ckb", "dv", "fa", "he", "ps", "ur", "yi");

    /** A file in a language: that of the country's first language has no mark. */
    static String name(Words words, String page, String language, String ending) {
        return page + (language.equals(words.languages().get(0)) ? "" : "." + language) + ending;
    }

    public String say(String key) {
        return words.say(key);
    }

    public String say(String key, Map<String, String> values) {
        return words.say(key, values);
    }

    public String language() {
        return words.language();
    }

    public String direction() {
        return FROM_RIGHT_TO_LEFT.contains(language()) ? "rtl" : "ltr";
    }

    /** What the site as a whole is called. */
    public String site() {
        return title(words);
    }

    static String title(Words words) {
        return words.say("public.title", Map.of("country", words.pack().title(words.language())));
    }

    /** A page of the first folder, in the same language. */
    public String to(String other) {
        return file(name(words, other, language(), ".html"));
    }

    /** A page of an edition, in the same language. */
    public String toEdition(String id, String other) {
        return file("editions/" + id + "/" + name(words, other, language(), ".html"));
    }

    /** A file, by its path from the first folder. */
    public String file(String path) {
        return "../".repeat((int) folder.chars().filter(letter -> letter == '/').count()) + path;
    }

    /** The news feed in the same language. */
    public String feed() {
        return file(name(words, "feed", language(), ".xml"));
    }

    /** This page in another language. */
    public String in(String other) {
        return name(words, page, other, ".html");
    }

    /** Whose the places are, and where their terms stand: written out, because no link of this site leads to another. */
    public String credit() {
        var pack = words.pack();
        return pack.credit() + pack.creditLink().map(link -> " (" + link + ")").orElse("");
    }
}
