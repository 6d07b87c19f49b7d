// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.List;

/** Where the text of a page ends and the page's other headlines, counters and links begin. */
final class PageFurniture {

    private static final List<String> BEGINNINGS = List.of(
            "read also",
            "also read",
            "also on ",
            "latest",
            "related",
            "see also",
            "most read",
            "more news",
            "other news",
            "recommended",
            "popular",
            "top stories",
            "you may also",
            "more on",
            "more from",
            "next article",
            "trending",
            "news feed",
            "tags:",
            "diger xeber",
            "en cox oxunan",
            "hemcinin oxu",
            "son xeberler",
            "oxsar xeber",
            "bolmenin diger",
            "xeber lenti",
            "читаите также",
            "другие новости",
            "популярное",
            "лента новостеи",
            "самое читаемое",
            "последние новости",
            "по теме",
            "новости по теме",
            "еще по теме",
            "смотрите также",
            "главное за",
            "lesen sie auch",
            "mehr zum thema",
            "auch interessant",
            "weitere meldungen",
            "meistgelesen",
            "weitere nachrichten",
            "neueste nachrichten",
            "lire aussi",
            "a lire",
            "les plus lus",
            "dernieres nouvelles",
            "sur le meme sujet",
            "autres",
            "lea tambien",
            "leer tambien",
            "mas noticias",
            "lo mas leido",
            "noticias relacionadas",
            "otras noticias");

    private PageFurniture() {}

    /** Where the furniture at the foot of a page begins: the length of the text where there is none. */
    static int begins(String text) {
        int line = text.indexOf('\n') + 1;
        while (line > 0) {
            int end = text.indexOf('\n', line);
            int stop = Math.min(end < 0 ? text.length() : end, line + 40);
            var folded = Folding.fold(text, line, stop).strip();
            if (folded.startsWith("* * *") || BEGINNINGS.stream().anyMatch(folded::startsWith)) {
                return line;
            }
            line = end + 1;
        }
        return text.length();
    }
}
