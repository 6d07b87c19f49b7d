// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.util.Map;
import org.clearground.bulletins.Bulletin;
import org.clearground.web.Frame;
import org.clearground.web.Replies;

/** Prints a bulletin as a page that stands alone in a file: the site's page without links to the site. */
public final class HtmlPrinter {

    private HtmlPrinter() {}

    public static String print(Bulletin bulletin, Wording wording) {
        var frame = Frame.alone(
                wording.words(),
                wording.title(bulletin.period()) + ", " + wording.period(bulletin.period()),
                bulletin.sample() ? wording.say("bulletin.sample") : null);
        return Replies.render("bulletin.jte", Map.of("page", new BulletinPage(bulletin, wording, frame)));
    }
}
