// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.clearground.accreditation.print.AccreditationText;
import org.clearground.geo.GridReference;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.Position;
import org.clearground.land.GroundHistory.Signed;
import org.clearground.land.LandActKind;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.LandState;
import org.clearground.land.QualityVisit;
import org.clearground.land.print.GroundMap.Layer;
import org.clearground.land.print.GroundMap.Look;
import org.clearground.land.print.GroundMap.Mark;
import org.clearground.land.print.LandMaps.Picture;
import org.clearground.land.store.Certificate;
import org.clearground.land.store.Certificate.Basis;
import org.clearground.land.store.Certificate.Part;
import org.clearground.land.store.Certificates;
import org.clearground.land.store.LotRisk;
import org.clearground.packs.Words;
import org.clearground.reports.Answers;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.print.AnswerText;
import org.clearground.storage.Transaction;
import org.clearground.web.Frame;
import org.clearground.web.Replies;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A handover certificate or a completion report as a page, for reading and for printing. For its template only.
 *
 * @param standing what became of the ground since; not part of what is hashed
 */
public record CertificatePage(
        Certificate certificate, Certificates.Since standing, @Nullable Picture picture, Frame frame) {

    /** The page of a certificate on the site, or alone in a file where the frame has no address. */
    public static String html(Transaction transaction, Certificate certificate, Certificates.Since since, Frame frame) {
        var page =
                new CertificatePage(certificate, since, picture(transaction, certificate, since, frame.words()), frame);
        return Replies.render(transaction, "landcertificate.jte", Map.of("page", page));
    }

    /** What the page is called. */
    public static String title(Certificate certificate, Words words) {
        var claim = certificate.claim();
        var number = claim.number();
        return words.say("land.paper." + claim.kind()) + " "
                + (number == null ? claim.report().toString().substring(0, 8) : number);
    }

    private static @Nullable Picture picture(
            Transaction transaction, Certificate certificate, Certificates.Since since, Words words) {
        var looks = new LinkedHashMap<Look, List<MultiPolygon>>();
        var labels = new LinkedHashMap<Look, String>();
        for (var part : certificate.parts()) {
            var look =
                    switch (part.state()) {
                        case CANCELLED -> Look.CANCELLED;
                        case REDUCED -> Look.REDUCED;
                        case CLEARED -> Look.CLEARED;
                        case CLEARED_PENDING_QC -> Look.AWAITING_INSPECTION;
                        default -> Look.OTHER;
                    };
            looks.computeIfAbsent(look, any -> new ArrayList<>()).add(part.ground());
            labels.putIfAbsent(look, words.say("state." + part.state()));
        }
        var layers = new ArrayList<Layer>();
        looks.forEach((look, grounds) ->
                layers.add(new Layer(look, labels.getOrDefault(look, ""), List.of(GroundOverlay.together(grounds)))));
        if (!since.lost().isEmpty()) {
            layers.add(new Layer(Look.NO_LONGER, words.say("land.paper.nolonger"), List.of(since.lost())));
        }
        var marks = new ArrayList<Mark>();
        for (var fixed : fixed(certificate, words)) {
            if (fixed.at() != null) {
                marks.add(new Mark(fixed.name(), fixed.at(), true));
            }
        }
        certificate
                .turningPoints()
                .forEach(point -> marks.add(new Mark(String.valueOf(point.number()), point.at(), false)));
        return new LandMaps(transaction, words)
                .picture("paper", title(certificate, words), layers, marks)
                .orElse(null);
    }

    private Words words() {
        return frame.words();
    }

    public boolean handover() {
        return certificate.claim().kind() == LandActKind.HANDED_OVER;
    }

    /** Square metres of its ground for which it no longer says what is recorded. */
    public long lost() {
        return certificate.squareMetres() - standing.holding();
    }

    /** That it no longer holds, and for how much, or that something speaks against it; null while it holds for all. */
    public @Nullable String warning() {
        if (lost() == 0 && certificate.claim().knownTo() == null) {
            return standing.alerts().isEmpty()
                    ? null
                    : words().say(
                                    "land.alerts.warning",
                                    Map.of(
                                            "sentence",
                                            new AlertPrinter(words())
                                                    .sentence(standing.alerts().get(0))));
        }
        if (certificate.claim().knownTo() != null) {
            return frame.say("land.paper.takenback");
        }
        return standing.holding() == 0
                ? frame.say("land.paper.lost.all")
                : words().say(
                                "land.paper.lost.part",
                                Map.of(
                                        "lost",
                                        words().inSquareMetres(lost()),
                                        "total",
                                        words().inSquareMetres(certificate.squareMetres())));
    }

    /** Areas, districts, days: what it is about. */
    public List<Row> facts() {
        var rows = new ArrayList<Row>();
        var claim = certificate.claim();
        rows.add(new Row(frame.say("page.organisation"), words().name(claim.organisation())));
        rows.add(new Row(frame.say("page.day"), words().day(claim.on())));
        rows.add(new Row(
                frame.say("page.area"),
                words().inSquareMetres(certificate.squareMetres()) + " · "
                        + words().inHectares(certificate.squareMetres())));
        var districts = new LinkedHashSet<String>();
        var hazards = new LinkedHashSet<String>();
        for (var part : certificate.parts()) {
            districts.add(ItemNames.of(words(), Dimension.DISTRICT, part.district()));
            hazards.add(part.hazard() == null ? frame.say("land.paper.nohazard") : part.hazard());
        }
        rows.add(new Row(frame.say("page.district"), String.join(", ", districts)));
        rows.add(new Row(frame.say("land.hazard"), String.join(", ", hazards)));
        return rows;
    }

    /** What is on record as binding the users of the land, beside what the report itself states. */
    public List<Row> restrictions() {
        return certificate.restrictions().stream()
                .map(restriction -> new Row(
                        FlagText.name(words(), restriction.flagging().flag()),
                        words().inSquareMetres(restriction.squareMetres()) + " · "
                                + FlagText.why(words(), restriction.flagging())))
                .toList();
    }

    /** Who cleared the ground, and how they stood in accreditation while they did: stage 1. */
    public List<Row> stageOne() {
        return certificate.stageOne().stream()
                .map(one -> new Row(
                        words().name(one.claim().organisation()),
                        AccreditationText.sentence(
                                words(),
                                one.accredited().activityType(),
                                one.accredited().stood())))
                .toList();
    }

    /** A name and what stands beside it. */
    public record Row(String label, String text) {}

    /** Answers of its report that say more than the facts above. */
    public List<Row> statements() {
        return answered(certificate.report().answers(), certificate.form());
    }

    /** What a report on which it rests answered. */
    public List<Row> answers(Basis basis) {
        return answered(basis.report().answers(), basis.form());
    }

    private List<Row> answered(Answers answers, String form) {
        return AnswerText.all(PackForms.form(words().pack(), form).questions(), answers, words()).stream()
                .filter(AnswerText::answered)
                .filter(answer -> answers.shape(answer.question()) == null)
                .filter(answer -> !answer.question().equals("sample"))
                .map(answer -> new Row(answer.label(), answer.text()))
                .toList();
    }

    /** Its ground by state, hazardous area and district; how reports cut it further is nothing to its reader. */
    public List<Part> parts() {
        record Kind(LandState state, String hazard, String district) {}
        var kinds = new LinkedHashMap<Kind, Part>();
        for (var part : certificate.parts()) {
            var hazard = part.hazard();
            kinds.merge(
                    new Kind(part.state(), hazard == null ? "" : hazard, part.district()),
                    part,
                    (one, other) -> new Part(
                            one.ground(),
                            one.squareMetres() + other.squareMetres(),
                            one.district(),
                            one.hazard(),
                            one.state()));
        }
        return List.copyOf(kinds.values());
    }

    public String district(Part part) {
        return ItemNames.of(words(), Dimension.DISTRICT, part.district());
    }

    /**
     * A fixed point from which the ground is found.
     *
     * @param at null where no report gives it
     */
    public record Fixed(String name, @Nullable Position at) {}

    /** Reference point and benchmark, of the report itself or of the completions it rests on. */
    public List<Fixed> fixed() {
        return fixed(certificate, words());
    }

    private static List<Fixed> fixed(Certificate certificate, Words words) {
        return List.of(
                new Fixed(words.say("land.paper.reference"), point(certificate, "reference_point")),
                new Fixed(words.say("land.paper.benchmark"), point(certificate, "benchmark")));
    }

    private static @Nullable Position point(Certificate certificate, String question) {
        var own = certificate.report().answers().position(question);
        return own != null
                ? own
                : certificate.completions().stream()
                        .map(basis -> basis.report().answers())
                        .filter(answers -> answers.position(question) != null)
                        .map(answers -> answers.position(question))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * A turning point as it is walked to.
     *
     * @param leg metres and bearing to the next point of its outline
     */
    public record Turn(String number, Position at, String leg) {}

    /** The turning points in their order. */
    public List<Turn> turns() {
        var points = certificate.turningPoints();
        var turns = new ArrayList<Turn>();
        int first = 0;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).outline() != points.get(first).outline()) {
                first = i;
            }
            boolean last = i + 1 == points.size()
                    || points.get(i + 1).outline() != points.get(i).outline();
            var next = points.get(last ? first : i + 1);
            turns.add(turn(String.valueOf(points.get(i).number()), points.get(i).at(), next.at(), next.number()));
        }
        return turns;
    }

    private Turn turn(String number, Position at, Position next, int nextNumber) {
        var line = Geodesic.WGS84.Inverse(at.latitude(), at.longitude(), next.latitude(), next.longitude());
        double bearing = line.azi1 < 0 ? line.azi1 + 360 : line.azi1;
        return new Turn(
                number,
                at,
                "→ " + nextNumber + ": "
                        + words().say("unit.metres", Map.of("value", rounded(line.s12)))
                        + ", " + rounded(bearing) + "°");
    }

    private String rounded(double value) {
        return words().number(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }

    /** Metres of the zone; a dash near the poles, where there are none. */
    public String utm(Position at) {
        return GridReference.of(at).map(GridReference::written).orElseGet(() -> frame.say("bulletin.absent"));
    }

    /** The reference on a military map; a dash near the poles. */
    public String mgrs(Position at) {
        return GridReference.of(at).map(GridReference::mgrs).orElseGet(() -> frame.say("bulletin.absent"));
    }

    /** Degrees with seven decimals: about a centimetre. */
    public static String decimal(double degrees) {
        return String.format(Locale.ROOT, "%.7f", degrees);
    }

    /** Degrees, minutes and seconds; letters are those of the hemisphere. */
    public static String sexagesimal(Position at) {
        return sexagesimal(at.latitude(), 'N', 'S') + " " + sexagesimal(at.longitude(), 'E', 'W');
    }

    private static String sexagesimal(double degrees, char positive, char negative) {
        long thousandths = Math.round(Math.abs(degrees) * 3_600_000);
        return String.format(
                Locale.ROOT,
                "%d°%02d′%02d.%03d″%c",
                thousandths / 3_600_000,
                thousandths / 60_000 % 60,
                thousandths / 1_000 % 60,
                thousandths % 1_000,
                degrees < 0 ? negative : positive);
    }

    /** Who signed, or who approved where one signature is enough. */
    public List<Signed> signatures() {
        return certificate.signatures().isEmpty()
                ? List.of(new Signed(certificate.approval().actor(), ""))
                : certificate.signatures();
    }

    public String office(Signed signed) {
        return signed.office().isEmpty() ? "" : frame.say("office." + signed.office());
    }

    /** Which share of a lot was sampled; a dash where the report does not say. */
    public String share(Basis inspection) {
        var sampled = inspection.report().answers().whole("sampled_area_m2");
        return sampled == null || inspection.squareMetres() == 0
                ? frame.say("bulletin.absent")
                : words().number(BigDecimal.valueOf(100.0 * sampled / inspection.squareMetres())
                                .setScale(1, RoundingMode.HALF_UP))
                        + " %";
    }

    /** How likely this inspection would have accepted ground in which items were missed. */
    public String risk(Basis inspection) {
        return LotRisk.plan(inspection.report().answers(), inspection.squareMetres())
                .map(plan -> words().say("finding.SAMPLING_RISK", LotRisk.figures(plan)))
                .orElseGet(() -> words().say(
                                "finding.SAMPLING_RISK_UNKNOWN",
                                Map.of("lot", words().number(inspection.squareMetres()))));
    }

    /** A visit to the work on its ground: day, what it found, and what came of it until now. */
    public Row visit(QualityVisit visit) {
        var said = new FollowUpWords(words());
        var today = standing.knownAt().atZone(words().pack().zone()).toLocalDate();
        return new Row(
                words().day(visit.on()) + " · " + said.number(visit) + " · " + words().name(visit.inspector()),
                frame.say("severity." + visit.severity())
                        + (visit.nonconformity() == null ? "" : ": " + visit.nonconformity())
                        + " · " + frame.say("land.visits.action") + ": " + said.action(visit, today));
    }

    /** Where the paper is checked. */
    public String verifyAddress() {
        return "/land/verify?code=" + certificate.code();
    }
}
