// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clearground.geo.GridReference;
import org.clearground.land.LandActKind;
import org.clearground.land.store.Certificate;
import org.clearground.land.store.Certificate.TurningPoint;
import org.clearground.land.store.Certificates;
import org.clearground.ledger.Ledger;
import org.clearground.packs.Words;
import org.jspecify.annotations.Nullable;

/** A certificate as JSON: the content that is hashed, as it is hashed, and beside it what became of the ground. */
public final class CertificateJson {

    private CertificateJson() {}

    public static Map<String, @Nullable Object> of(Certificate certificate, Certificates.Since since, Words words) {
        var map = summary(certificate, since, words);
        map.put("content", certificate.content());
        map.put(
                "turningPoints",
                certificate.turningPoints().stream().map(CertificateJson::point).toList());
        map.put("caution", words.say("land.paper.caution"));
        return map;
    }

    /** Grids are null near the poles, where there are none. */
    private static Map<String, @Nullable Object> point(TurningPoint point) {
        var grid = GridReference.of(point.at());
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("number", point.number());
        map.put("outline", point.outline());
        map.put("latitude", point.at().latitude());
        map.put("longitude", point.at().longitude());
        map.put("utm", grid.map(GridReference::written).orElse(null));
        map.put("mgrs", grid.map(GridReference::mgrs).orElse(null));
        return map;
    }

    /** Whether it still holds. */
    public static Map<String, @Nullable Object> summary(
            Certificate certificate, Certificates.Since since, Words words) {
        var json = new LandJson(words);
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("title", CertificatePage.title(certificate, words));
        map.put("at", address(certificate));
        map.put("code", certificate.code());
        map.put("sha256", certificate.sha256());
        map.put("squareMetres", certificate.squareMetres());
        map.put("knownAt", Ledger.written(since.knownAt()));
        map.put(
                "holds",
                since.holding() == certificate.squareMetres()
                        && certificate.claim().knownTo() == null);
        map.put("holdingM2", since.holding());
        map.put("noLongerM2", certificate.squareMetres() - since.holding());
        map.put(
                "later",
                since.later().stream()
                        .map(later -> {
                            var one = json.claim(later.claim());
                            one.put("stateAfter", later.after().name());
                            one.put("squareMetres", later.squareMetres());
                            return one;
                        })
                        .toList());
        var alerts = new AlertPrinter(words);
        map.put("openAlerts", since.alerts().stream().map(alerts::json).toList());
        var day = since.knownAt().atZone(words.pack().zone()).toLocalDate();
        map.put(
                "visits",
                since.visits().stream()
                        .map(visit -> new FollowUpJson(words).visit(visit, day))
                        .toList());
        map.put("findsLater", since.finds().stream().map(json::find).toList());
        return map;
    }

    /** Its page on the site. */
    public static String address(Certificate certificate) {
        return (certificate.claim().kind() == LandActKind.HANDED_OVER ? "/land/certificates/" : "/land/completions/")
                + certificate.claim().report();
    }
}
