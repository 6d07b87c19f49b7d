// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.geo.GroundOverlay;
import org.clearground.geo.GroundShape;
import org.clearground.geo.Position;
import org.clearground.land.Claim;
import org.clearground.land.Flags;
import org.clearground.land.GroundAlert;
import org.clearground.land.GroundFlag;
import org.clearground.land.GroundHistory.FindThere;
import org.clearground.land.GroundHistory.Signed;
import org.clearground.land.LandActKind;
import org.clearground.land.LandState;
import org.clearground.land.QualityVisit;
import org.clearground.land.Step;
import org.clearground.land.store.Certificate.Basis;
import org.clearground.land.store.Certificate.Part;
import org.clearground.land.store.Certificate.Restriction;
import org.clearground.land.store.Certificate.StageOneOf;
import org.clearground.land.store.LandGround.Traced;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Ledger;
import org.clearground.reports.Answers;
import org.clearground.reports.Answers.Answer;
import org.clearground.reports.FieldReport;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.ReportQueries.Approval;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.locationtech.jts.geom.MultiPolygon;

/** Makes certificates from the registers, and says what became of their ground since. */
public final class Certificates {

    /** Digits of the report's id with which a code begins, by which the certificate is found. */
    private static final int FROM_ID = 8;

    /** Digits of the hash with which it ends. */
    private static final int FROM_HASH = 20;

    private static final int GROUP = 4;

    /** After every day that is written with four digits of the year. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Transaction transaction;
    private final Sight sight;
    private final LandGround grounds;
    private final LandHistories histories;
    private final ReportQueries reports;

    private record Key(long act, long report, LandActKind kind, ReportId id) {}

    /** All of them. */
    public Certificates(Transaction transaction) {
        this(transaction, new Sight.All());
    }

    /** Those of ground that somebody sees, each whole. */
    public Certificates(Transaction transaction, Sight sight) {
        this.transaction = transaction;
        this.sight = sight;
        this.grounds = new LandGround(transaction);
        this.histories = new LandHistories(transaction);
        this.reports = new ReportQueries(transaction);
    }

    /**
     * What became of the ground of a certificate.
     *
     * @param holding square metres for which it still says what is recorded
     * @param lost the ground for which it no longer does; empty if there is none
     * @param later what was decided on the ground afterwards
     * @param finds of ordnance on the ground after its day
     * @param alerts on the ground that are open
     * @param visits to the work on the ground, before or after
     */
    public record Since(
            long holding,
            MultiPolygon lost,
            List<Later> later,
            List<FindThere> finds,
            List<GroundAlert> alerts,
            List<QualityVisit> visits,
            Instant knownAt) {
        public Since {
            later = List.copyOf(later);
            finds = List.copyOf(finds);
            alerts = List.copyOf(alerts);
            visits = List.copyOf(visits);
        }
    }

    /** A later act on ground of a certificate. */
    public record Later(Claim claim, LandState after, long squareMetres) {}

    /** The certificate of an approved report of this kind; empty if there is none. */
    public Optional<Certificate> find(ReportId id, LandActKind kind) {
        return keys("report.report_id = ?", id.toString()).stream()
                .filter(key -> key.kind() == kind)
                .findFirst()
                .flatMap(this::make);
    }

    /** The last one of this number. */
    public Optional<Certificate> find(String number, LandActKind kind) {
        return keys("land_acts.report_no = ?", number).stream()
                .filter(key -> key.kind() == kind)
                .findFirst()
                .flatMap(this::make);
    }

    /** The digits of a code as somebody typed it, in lower case; empty if they cannot be one. */
    public static Optional<String> digits(String typed) {
        var digits = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s\\-–·]", "");
        return digits.matches("[0-9a-f]{" + (FROM_ID + FROM_HASH) + "}") ? Optional.of(digits) : Optional.empty();
    }

    /** The certificate whose content, made again from the registers, has this code. */
    public Optional<Certificate> findByDigits(String digits) {
        var prefix = digits.substring(0, FROM_ID);
        return keys("report.report_id between ? and ? || 'g'", prefix, prefix).stream()
                .map(this::make)
                .flatMap(Optional::stream)
                .filter(certificate -> digits.equals(certificate.code().replace("-", "")))
                .findFirst();
    }

    /** Acts that have a certificate, latest first. */
    private List<Key> keys(String condition, String... parameters) {
        var seen = GroundReach.Placed.of(GroundReach.ofAct("land_acts.fid"), sight);
        var values = new ArrayList<Object>(List.of(parameters));
        values.addAll(seen.values());
        return transaction
                .sql()
                .sql("select land_acts.fid, land_acts.report, land_acts.kind, report.report_id from land_acts"
                        + " join report on report.id = land_acts.report"
                        + " where land_acts.kind in ('HANDED_OVER', 'CLEARANCE_COMPLETED') and " + condition + " and "
                        + seen.condition()
                        + " order by land_acts.fid desc")
                .params(values)
                .query((row, number) -> new Key(
                        row.getLong(1),
                        row.getLong(2),
                        LandActKind.valueOf(row.getString(3)),
                        ReportId.of(row.getString(4))))
                .list();
    }

    private Optional<Certificate> make(Key key) {
        var detail = reports.findRow(key.report()).orElseThrow();
        var approval = reports.findApproval(key.report());
        if (approval.isEmpty()) {
            return Optional.empty();
        }
        var moment = approval.get().recordedAt();
        var changed = grounds.changedBy(key.act(), moment);
        var parts = changed.stream()
                .map(traced -> part(traced, key))
                .sorted(Comparator.comparing(part -> part.ground().toText()))
                .toList();
        var ground = parts.isEmpty()
                ? GroundOverlay.of(List.of())
                : GroundOverlay.together(parts.stream().map(Part::ground).toList());
        var claim = histories.claim(key.act());
        var restrictions = restrictions(changed, key.act());
        var finds = ground.isEmpty() ? List.<FindThere>of() : histories.finds(ground, new AsOf(claim.on(), moment));
        var completions = bases(changed, moment, key.act(), kind -> kind == LandActKind.CLEARANCE_COMPLETED);
        var inspections = bases(changed, moment, key.act(), LandActKind::inspects);
        var signatures = signatures(key.report(), moment);
        var stageOne = stageOne(key, completions, moment);
        long squareMetres = parts.stream().mapToLong(Part::squareMetres).sum();
        var content = new TreeMap<String, Object>();
        content.put("format", "clearground land certificate 1");
        content.put("kind", key.kind().name());
        content.put("on", claim.on().toString());
        content.put("entry", entry(approval.get()));
        content.put("report", report(detail.report(), detail.summary().form()));
        content.put("squareMetres", squareMetres);
        content.put("pieces", parts.stream().map(Certificates::piece).toList());
        if (!restrictions.isEmpty()) {
            content.put(
                    "restrictions",
                    restrictions.stream().map(Certificates::restriction).toList());
        }
        content.put("signatures", signed(signatures));
        content.put("completions", completions.stream().map(Certificates::basis).toList());
        content.put("inspections", inspections.stream().map(Certificates::basis).toList());
        content.put(
                "finds",
                finds.stream()
                        .map(Certificates::find)
                        .sorted(Comparator.comparing(CanonicalJson::of))
                        .toList());
        if (stageOne.stream()
                .anyMatch(one -> one.accredited().stood().deciding().isPresent())) {
            content.put(
                    "accreditation",
                    stageOne.stream().map(Certificates::accredited).toList());
        }
        var sha256 = Digest.of(CanonicalJson.of(content).getBytes(StandardCharsets.UTF_8))
                .hex();
        return Optional.of(new Certificate(
                claim,
                detail.report(),
                detail.summary().form(),
                approval.get(),
                parts,
                restrictions,
                ground,
                squareMetres,
                signatures,
                completions,
                inspections,
                finds,
                stageOne,
                content,
                sha256,
                code(key.id(), sha256)));
    }

    private static String code(ReportId id, String sha256) {
        var digits = id.toString().substring(0, FROM_ID) + sha256.substring(0, FROM_HASH);
        return digits.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    private static Part part(Traced traced, Key key) {
        var before = LandState.UNRECORDED;
        var hazard = traced.timeline().status().hazard();
        for (var step : traced.timeline().steps()) {
            if (step.act().id() == key.act()) {
                hazard = step.after().hazard();
                before = key.kind() == LandActKind.HANDED_OVER
                        ? before
                        : step.after().state();
                break;
            }
            before = step.after().state();
        }
        var piece = traced.piece();
        return new Part(piece.ground(), piece.area().value(), piece.district(), hazard, before);
    }

    /** The act's own step on a piece. */
    private static Optional<Step> step(Traced traced, long act) {
        return traced.timeline().steps().stream()
                .filter(step -> step.act().id() == act)
                .findFirst();
    }

    /** Flags that bind users, as they stood on the day of the act. */
    private static List<Flags.Span> binding(Traced traced, long act) {
        return step(traced, act).stream()
                .flatMap(step -> step.after().flags().asOf(step.act().on()).spans().stream())
                .filter(span -> span.liftedOn() == null && span.flag().bindsUsers())
                .toList();
    }

    private List<Restriction> restrictions(List<Traced> changed, long act) {
        var restricted = new TreeMap<Long, Long>();
        for (var traced : changed) {
            binding(traced, act)
                    .forEach(span ->
                            restricted.merge(span.act(), traced.piece().area().value(), Math::addExact));
        }
        var restrictions = new ArrayList<Restriction>();
        restricted.forEach((raised, squareMetres) -> {
            var claim = histories.claim(raised);
            restrictions.add(new Restriction(claim, Objects.requireNonNull(claim.flagging()), squareMetres));
        });
        return restrictions;
    }

    /** Whether nothing binds the users of a piece but what the paper of the act states. */
    private static boolean statesAll(Traced traced, long act) {
        var stated = binding(traced, act).stream().map(Flags.Span::flag).collect(Collectors.toSet());
        return traced.timeline().status().flags().standing().stream()
                .filter(GroundFlag::bindsUsers)
                .allMatch(stated::contains);
    }

    /** Reports of a kind that brought the ground to where the certificate found it. */
    private List<Basis> bases(List<Traced> changed, Instant moment, long act, Predicate<LandActKind> kind) {
        var acts = new TreeSet<Long>();
        for (var traced : changed) {
            for (var step : traced.timeline().steps()) {
                if (step.act().id() != act
                        && step.refusedBy() == null
                        && kind.test(step.act().kind())) {
                    acts.add(step.act().id());
                }
            }
        }
        var bases = new ArrayList<Basis>();
        acts.forEach(id -> {
            var report = reportOf(id);
            var detail = reports.findRow(report).orElseThrow();
            bases.add(new Basis(
                    histories.claim(id),
                    detail.report(),
                    detail.summary().form(),
                    signatures(report, moment),
                    grounds.changedBy(id, moment).stream()
                            .mapToLong(traced -> traced.piece().area().value())
                            .sum()));
        });
        return bases;
    }

    /** Of a completion itself, else of those on which the paper rests. */
    private List<StageOneOf> stageOne(Key key, List<Basis> completions, Instant moment) {
        var acts = key.kind() == LandActKind.CLEARANCE_COMPLETED
                ? List.of(key.act())
                : completions.stream().map(basis -> basis.claim().act()).toList();
        return acts.stream()
                .flatMap(act -> histories.stageOne(grounds.act(act), moment).stream()
                        .map(accredited -> new StageOneOf(histories.claim(act), accredited)))
                .toList();
    }

    private static Map<String, Object> accredited(StageOneOf one) {
        var stood = one.accredited().stood();
        var map = new TreeMap<String, Object>();
        map.put("completion", one.claim().report().toString());
        map.put("organisation", one.claim().organisation());
        map.put("activityType", one.accredited().activityType());
        map.put("accredited", stood.granted());
        map.put("on", stood.on().toString());
        map.put(
                "status",
                stood.deciding().map(standing -> standing.status().name()).orElse(""));
        map.put(
                "number",
                stood.deciding()
                        .flatMap(standing -> Optional.ofNullable(standing.by().number()))
                        .orElse(""));
        return map;
    }

    private long reportOf(long act) {
        return transaction
                .sql()
                .sql("select report from land_acts where fid = ?")
                .param(act)
                .query(Long.class)
                .single();
    }

    private List<Signed> signatures(long report, Instant moment) {
        return transaction
                .sql()
                .sql("select person, office from signature where report = ? and signed_at_ms <= ?"
                        + " order by signed_at_ms, person")
                .params(report, moment.toEpochMilli())
                .query((row, number) -> new Signed(row.getString(1), row.getString(2)))
                .list();
    }

    private static Map<String, Object> entry(Approval approval) {
        return new TreeMap<>(Map.of(
                "node", approval.node(),
                "seq", approval.seq(),
                "hash", approval.hash(),
                "recordedAt", Ledger.written(approval.recordedAt()),
                "actor", approval.actor()));
    }

    /** Every answer but outlines: the ground stands in the pieces. */
    private static Map<String, Object> report(FieldReport report, String form) {
        var map = new TreeMap<String, Object>();
        map.put("id", report.id().toString());
        map.put("form", form);
        map.put("answers", answers(report.answers()));
        return map;
    }

    private static Map<String, String> answers(Answers answers) {
        var map = new TreeMap<String, String>();
        answers.byQuestion().forEach((question, answer) -> {
            if (answer instanceof Answer.Text text) {
                map.put(question, text.value());
            } else if (answer instanceof Answer.Amount amount) {
                map.put(question, amount.value().stripTrailingZeros().toPlainString());
            } else if (answer instanceof Answer.Day day) {
                map.put(question, day.value().toString());
            } else if (answer instanceof Answer.Point point) {
                map.put(question, written(point.value()));
            }
        });
        return map;
    }

    private static String written(Position position) {
        return String.format(Locale.ROOT, "%.8f %.8f", position.latitude(), position.longitude());
    }

    private static Map<String, Object> piece(Part part) {
        var map = new TreeMap<String, Object>();
        map.put("ground", part.ground().toText());
        map.put("squareMetres", part.squareMetres());
        map.put("district", part.district());
        map.put("hazard", part.hazard() == null ? "" : part.hazard());
        map.put("state", part.state().name());
        return map;
    }

    private static List<Map<String, String>> signed(List<Signed> signatures) {
        return signatures.stream()
                .<Map<String, String>>map(
                        signed -> new TreeMap<>(Map.of("person", signed.person(), "office", signed.office())))
                .toList();
    }

    private static Map<String, Object> basis(Basis basis) {
        var map = new TreeMap<String, Object>();
        map.put("kind", basis.claim().kind().name());
        map.put("report", report(basis.report(), basis.form()));
        map.put("signatures", signed(basis.signatures()));
        map.put("squareMetres", basis.squareMetres());
        return map;
    }

    private static Map<String, Object> restriction(Restriction restriction) {
        var flagging = restriction.flagging();
        var map = new TreeMap<String, Object>();
        map.put("flag", flagging.flag().name());
        map.put("reason", flagging.reason());
        map.put("until", flagging.until() == null ? "" : flagging.until().toString());
        map.put("on", restriction.claim().on().toString());
        map.put("report", restriction.claim().report().toString());
        map.put("squareMetres", restriction.squareMetres());
        return map;
    }

    private static Map<String, Object> find(FindThere find) {
        var map = new TreeMap<String, Object>();
        map.put("on", find.on().toString());
        map.put("organisation", find.organisation());
        map.put("category", find.category());
        map.put("model", find.model() == null ? "" : find.model());
        map.put("quantity", find.quantity());
        map.put("at", written(find.position()));
        return map;
    }

    /** What became of its ground up to a moment. */
    public Since since(Certificate certificate, Instant knownAt) {
        long act = certificate.claim().act();
        var kind = certificate.claim().kind();
        var ground = certificate.ground();
        long holding = 0;
        var held = new ArrayList<MultiPolygon>();
        var pieces = new ArrayList<Traced>();
        var later = new LinkedHashMap<Long, Later>();
        if (!ground.isEmpty()) {
            for (var traced : grounds.pieces(ground.getEnvelopeInternal(), knownAt)) {
                var piece = traced.piece();
                // Pieces are cut, never put together: one point of each tells whether it lies on this ground.
                if (!ground.contains(piece.ground().getInteriorPoint())) {
                    continue;
                }
                pieces.add(traced);
                var status = traced.timeline().status();
                boolean holds = traced.changedBy(act)
                        && (kind == LandActKind.HANDED_OVER
                                ? status.state() == LandState.RELEASED
                                        && status.cause() == act
                                        && statesAll(traced, act)
                                : status.completion() == act
                                        && (status.state() == LandState.CLEARED_PENDING_QC
                                                || status.state().released()));
                if (holds) {
                    holding += piece.area().value();
                    held.add(piece.ground());
                }
                for (var step : after(traced, act)) {
                    later.merge(
                            step.act().id(),
                            new Later(
                                    histories.claim(step.act().id()),
                                    step.after().state(),
                                    piece.area().value()),
                            (one, other) ->
                                    new Later(one.claim(), one.after(), one.squareMetres() + other.squareMetres()));
                }
            }
        }
        var lost = held.isEmpty() ? ground : GroundOverlay.beyond(ground, GroundOverlay.together(held));
        var finds = ground.isEmpty()
                ? List.<FindThere>of()
                : histories.finds(ground, new AsOf(LAST_DAY, knownAt)).stream()
                        .filter(find -> find.on().isAfter(certificate.claim().on()))
                        .toList();
        var alerts = ground.isEmpty()
                ? List.<GroundAlert>of()
                : new Alerts(transaction)
                        .on(List.of(GroundShape.of(ground)), knownAt).stream()
                                .filter(GroundAlert::open)
                                .toList();
        return new Since(
                holding,
                holding == certificate.squareMetres() ? GroundOverlay.of(List.of()) : lost,
                List.copyOf(new TreeMap<>(later).values()),
                finds,
                alerts,
                new QualityVisits(transaction).about(pieces, knownAt),
                knownAt);
    }

    /** What changed a piece after an act; all that came later where the act itself was taken back. */
    private static List<Step> after(Traced traced, long act) {
        var steps = traced.timeline().steps();
        boolean stands = steps.stream().anyMatch(step -> step.act().id() == act);
        var after = new ArrayList<Step>();
        boolean seen = false;
        for (var step : steps) {
            boolean behind = stands ? seen : step.act().id() > act;
            if (behind && step.refusedBy() == null && step.act().kind() != LandActKind.WORKED) {
                after.add(step);
            }
            seen |= step.act().id() == act;
        }
        return after;
    }
}
