// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.clearground.access.Sight;
import org.clearground.bulletins.Bulletin;
import org.clearground.bulletins.print.JsonPrinter;
import org.clearground.bulletins.print.Wording;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.HomePart;
import org.clearground.web.KeptTo;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The figures of the newest week, on the first page. */
@Component
@Order(9)
final class BulletinAtHome implements HomePart {

    private final Clock clock;

    BulletinAtHome(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Line> lines(Asking asking) {
        return asking.visitor()
                .reach()
                .apply("/bulletins")
                .map(sight -> lines(asking, sight))
                .orElse(List.of());
    }

    private List<Line> lines(Asking asking, Sight sight) {
        var figures = new SqlFigures(asking.transaction(), sight);
        var alone = KeptTo.text(sight);
        return figures.newestDay()
                .map(day -> {
                    var week = ReportingPeriod.weekOf(day);
                    var wording = new Wording(asking.words());
                    return Bulletin.of(week, new AsOf(week.to(), clock.instant()), Set.of(), figures)
                            .headline()
                            .stream()
                            .map(figure -> new Line(
                                    Place.FIGURES,
                                    wording.label(figure.definition()) + ", " + wording.period(week)
                                            + (alone.isEmpty() ? "" : ", " + alone),
                                    wording.value(figure),
                                    JsonPrinter.address(figure)))
                            .toList();
                })
                .orElse(List.of());
    }
}
