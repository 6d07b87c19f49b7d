// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.clearground.bulletins.Bulletin;

/** Prints a bulletin as a page that stands alone: what the site shows, and what a file holds. */
public final class HtmlPrinter {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private HtmlPrinter() {}

    public static String print(Bulletin bulletin, Wording wording) {
        var out = new StringOutput();
        TEMPLATES.render("bulletin.jte", Map.of("bulletin", bulletin, "wording", wording), out);
        return out.toString();
    }
}
