// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.administration.store.Upkeep;
import org.clearground.web.HomePart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the first page of administrators: that there is no backup, or how old the last one is. */
@Component
@Order(9)
final class UpkeepAtHome implements HomePart {

    private static final Right MANAGE = new Right(Resource.NODE, Action.MANAGE);

    private final Clock clock;

    UpkeepAtHome(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Line> lines(Asking asking) {
        var account = asking.visitor().account();
        if (account == null || account.sight(MANAGE).isEmpty()) {
            return List.of();
        }
        var words = asking.words();
        return new Upkeep(asking.transaction())
                .findLast(Upkeep.Kind.BACKED_UP)
                .map(last -> Duration.between(last.at(), clock.instant()))
                .map(age -> age.compareTo(Upkeep.BACKUP_HOLDS) > 0
                        ? List.of(new Line(
                                Place.WAITS,
                                words.say("home.backup.old"),
                                words.number(age.toDays()),
                                "/administration"))
                        : List.<Line>of())
                .orElseGet(() -> List.of(
                        new Line(Place.WAITS, words.say("home.backup.none"), words.number(0), "/administration")));
    }
}
