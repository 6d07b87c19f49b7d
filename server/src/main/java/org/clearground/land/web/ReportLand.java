// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearground.geo.GroundShape;
import org.clearground.land.Borders;
import org.clearground.land.LandActKind;
import org.clearground.land.forms.PackLand;
import org.clearground.land.print.CertificateJson;
import org.clearground.land.print.GroundMap;
import org.clearground.land.print.GroundMap.Layer;
import org.clearground.land.print.GroundMap.Look;
import org.clearground.land.print.LandMaps;
import org.clearground.land.store.Certificates;
import org.clearground.land.store.LandEffects;
import org.clearground.land.store.LandGround;
import org.clearground.land.web.LandPages.EffectPart;
import org.clearground.packs.Pack;
import org.clearground.packs.Words;
import org.clearground.places.store.PlaceRegister;
import org.clearground.reports.ReportId;
import org.clearground.storage.Transaction;
import org.clearground.web.Frame;
import org.clearground.web.PageAddition;
import org.clearground.web.Replies;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** On the page of a report: what approving it would change, and the paper that an approved one gives. */
@Component
final class ReportLand implements PageAddition {

    private static final int MOST_SEARCHED = 2_000;
    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final Clock clock;

    ReportLand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String to() {
        return "report.jte";
    }

    @Override
    public Optional<String> html(Transaction transaction, String subject, Frame frame) {
        var id = ReportId.of(subject);
        var words = frame.words();
        var preview = preview(transaction, id, words.pack());
        var values = new LinkedHashMap<String, Object>();
        values.put("frame", frame);
        if (preview.isPresent()) {
            var picture = picture(transaction, words, preview.get(), clock.instant());
            values.put("part", new EffectPart(preview.get(), picture.orElse(null), frame));
            return Optional.of(Replies.render(transaction, "landeffects.jte", values));
        }
        var certificates = new Certificates(transaction);
        return List.of(LandActKind.HANDED_OVER, LandActKind.CLEARANCE_COMPLETED).stream()
                .flatMap(kind -> certificates.find(id, kind).stream())
                .findFirst()
                .map(certificate -> Replies.render(
                        "landpaperlink.jte",
                        Map.of(
                                "frame",
                                frame,
                                "address",
                                frame.link(CertificateJson.address(certificate)),
                                "label",
                                words.say("land.paper." + certificate.claim().kind()))));
    }

    static Optional<LandEffects.Preview> preview(Transaction transaction, ReportId id, Pack pack) {
        return new LandEffects(transaction, () -> PackLand.of(pack), () -> borders(transaction)).preview(id);
    }

    static Borders borders(Transaction transaction) {
        return borders(transaction, EARTH);
    }

    /** Of the districts around something. */
    static Borders borders(Transaction transaction, Envelope box) {
        var shapes = new LinkedHashMap<String, GroundShape>();
        PlaceRegister.districtsMeeting(transaction, box)
                .forEach(district -> shapes.put(district.code(), district.shape()));
        return new Borders(shapes);
    }

    /** The ground that would change, on what stands there now. */
    static Optional<LandMaps.Picture> picture(
            Transaction transaction, Words words, LandEffects.Preview preview, Instant knownAt) {
        var then = List.of(
                new Layer(Look.CHOSEN, words.say("land.effects.changed"), preview.changed()),
                new Layer(Look.CONTEXT, words.say("land.effects.unchanged"), preview.unchanged()));
        var around = GroundMap.extent(
                then.stream().flatMap(layer -> layer.grounds().stream()).toList());
        if (around.isNull()) {
            return Optional.empty();
        }
        around.expandBy(around.getWidth() / 4, around.getHeight() / 4);
        var ground = new LandGround(transaction);
        var now = ground.pieces(around, knownAt).stream()
                .limit(LandMaps.MOST_PIECES)
                .map(traced -> new LandMaps.Standing(
                        traced.piece().ground(), traced.timeline().status()))
                .toList();
        return new LandMaps(transaction, words)
                .nowAndThen("effects", now, ground.searched(around, MOST_SEARCHED), then);
    }
}
