// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import java.util.ArrayList;
import java.util.List;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.bulletins.store.Editions;
import org.clearground.web.HomePart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Editions that wait, for those who may sign them; the newest that were published, and the way to them for everybody. */
@Component
@Order(8)
final class EditionAtHome implements HomePart {

    private static final int SHOWN = 3;

    @Override
    public List<Line> lines(Asking asking) {
        var lines = new ArrayList<Line>();
        var queries = new EditionQueries(asking.transaction());
        var words = asking.words();
        if (EditionController.may(asking.visitor(), Editions.SIGN)) {
            long waiting = queries.waiting();
            if (waiting > 0) {
                lines.add(new Line(Place.WAITS, words.say("edition.home.waiting"), words.number(waiting), "/editions"));
            }
        }
        var newest = queries.newest(SHOWN);
        if (asking.visitor().opens().test("/editions")) {
            newest.forEach(edition -> lines.add(new Line(
                    Place.PUBLISHED,
                    edition.id() + ", " + new Wording(words).period(edition.period()),
                    "",
                    "/editions/" + edition.id())));
        }
        if (!newest.isEmpty()) {
            lines.add(new Line(Place.PUBLISHED, words.say("public.home"), "", PublicController.index(words)));
        }
        return lines;
    }
}
