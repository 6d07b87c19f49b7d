// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import java.util.ArrayList;
import java.util.List;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.bulletins.store.Editions;
import org.clearground.web.HomePart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Editions that wait, for those who may sign them; the way to what is published, for everybody. */
@Component
@Order(8)
final class EditionAtHome implements HomePart {

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
        if (queries.anyPublished()) {
            lines.add(new Line(Place.PUBLISHED, words.say("public.home"), "", PublicController.index(words)));
        }
        return lines;
    }
}
