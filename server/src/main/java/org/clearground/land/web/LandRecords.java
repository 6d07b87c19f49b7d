// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.land.LandActKind;
import org.clearground.land.print.AskedPlace;
import org.clearground.land.store.SeenGround;
import org.clearground.storage.Transaction;
import org.clearground.web.RecordPages;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records of ground to which pages link, and who sees which of them. */
@Configuration(proxyBeanMethods = false)
class LandRecords {

    @Bean
    RecordPages hazardPages() {
        return new RecordPages("/land/hazards/", SeenGround::hazards);
    }

    @Bean
    RecordPages certificatePages() {
        return new RecordPages(
                "/land/certificates/",
                (transaction, sight, keys) -> SeenGround.papers(transaction, sight, LandActKind.HANDED_OVER, keys));
    }

    @Bean
    RecordPages completionPages() {
        return new RecordPages(
                "/land/completions/",
                (transaction, sight, keys) ->
                        SeenGround.papers(transaction, sight, LandActKind.CLEARANCE_COMPLETED, keys));
    }

    /** A place is asked about where it lies wholly in the districts; what is on record there is not looked at. */
    @Bean
    RecordPages places() {
        return new RecordPages(LandPages.HISTORY_AT, LandRecords::seen);
    }

    private static Set<String> seen(Transaction transaction, Sight sight, Set<String> places) {
        var where = new HashMap<String, Geometry>();
        var around = new Envelope();
        for (var place : places) {
            var read = AskedPlace.read(place);
            where.put(place, read);
            around.expandToInclude(read.getEnvelopeInternal());
        }
        if (!(sight instanceof Sight.OfDistricts own)) {
            return Set.of();
        }
        var borders = ReportLand.borders(transaction, around);
        return where.entrySet().stream()
                .filter(place -> own.codes().containsAll(borders.areasOf(place.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
