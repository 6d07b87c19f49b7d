// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import java.time.Clock;
import java.util.List;
import org.clearground.land.store.Alerts;
import org.clearground.web.HomePart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Open alerts on released ground, on the first page. */
@Component
@Order(0)
final class AlertsAtHome implements HomePart {

    private final Clock clock;

    AlertsAtHome(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Line> lines(Asking asking) {
        var sight = asking.visitor().reach().apply("/land/alerts");
        if (sight.isEmpty()) {
            return List.of();
        }
        var open = new Alerts(asking.transaction(), sight.get()).list(Alerts.Asked.OPEN, clock.instant());
        return open.isEmpty()
                ? List.of()
                : List.of(new Line(
                        Place.WAITS,
                        asking.words().say("home.alerts"),
                        asking.words().number(open.size()),
                        "/land/alerts"));
    }
}
