// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clearground.geo.GroundOverlay;
import org.clearground.land.BalanceLine;
import org.clearground.land.Borders;
import org.clearground.land.Claim;
import org.clearground.land.Effect;
import org.clearground.land.GroundStatus;
import org.clearground.land.HazardClass;
import org.clearground.land.LandActKind;
import org.clearground.land.LandBalance.Classes;
import org.clearground.land.LandParameters;
import org.clearground.land.LandReport;
import org.clearground.land.LandRule;
import org.clearground.land.LandState;
import org.clearground.land.Movement;
import org.clearground.land.Timeline;
import org.clearground.quality.SamplingPlan;
import org.clearground.reports.AcceptedReport;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ReportQueries;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/** What approving a report would change, shown before anybody does. It only reads. */
public final class LandEffects {

    private final Transaction transaction;
    private final LandRegister register;
    private final Supplier<LandParameters> parameters;

    /**
     * Looks ahead in a transaction.
     *
     * @param parameters of the country
     * @param borders of the districts
     */
    public LandEffects(Transaction transaction, Supplier<LandParameters> parameters, Supplier<Borders> borders) {
        this.transaction = transaction;
        this.register = new LandRegister(transaction, parameters, borders);
        this.parameters = parameters;
    }

    /**
     * What would change.
     *
     * @param corrects whether it would take the place of an earlier report, whose ground is not taken back here
     * @param moved in the books
     * @param squareMetres of the ground that would change, or count as worked
     * @param states in which the ground would stand, in square metres; none for work, which changes none
     * @param changed the ground that would change
     * @param unchanged the ground that it speaks of and would not change
     * @param offices in which it must be signed
     * @param plan by which a lot was sampled; null where it says none, and for other reports
     */
    public record Preview(
            LandActKind kind,
            boolean corrects,
            Classes moved,
            long squareMetres,
            Map<LandState, Long> states,
            List<MultiPolygon> changed,
            List<MultiPolygon> unchanged,
            List<Refused> refused,
            List<LandActKind.Decider> offices,
            @Nullable SamplingPlan plan) {

        public Preview {
            states = Map.copyOf(states);
            changed = List.copyOf(changed);
            unchanged = List.copyOf(unchanged);
            refused = List.copyOf(refused);
            offices = List.copyOf(offices);
        }
    }

    /**
     * Ground on which it would do nothing.
     *
     * @param against the claim that stands against it; null if there is none
     */
    public record Refused(LandRule rule, long squareMetres, @Nullable Claim against) {}

    /** What a pending report would change; empty where it is decided, or says nothing of ground. */
    public Optional<Preview> preview(ReportId id) {
        var detail = new ReportQueries(transaction).find(id);
        if (detail.isEmpty() || detail.get().summary().status() != ReportStatus.PENDING) {
            return Optional.empty();
        }
        var report = detail.get().report();
        var form = detail.get().summary().form();
        var candidate =
                new AcceptedReport(report, form, 0, null, detail.get().summary().readAt());
        boolean corrects = corrects(detail.get().summary());
        var offices = LandReport.offices(form, report, parameters.get().clearance());
        return register.preview(candidate).map(entry -> preview(entry, corrects, offices));
    }

    /** What a report that is not taken in yet would change; empty where it says nothing of ground. */
    public Optional<Preview> preview(AcceptedReport candidate) {
        var offices = LandReport.offices(
                candidate.form(), candidate.report(), parameters.get().clearance());
        return register.preview(candidate).map(entry -> preview(entry, false, offices));
    }

    private Preview preview(LandRegister.Entry entry, boolean corrects, List<LandActKind.Decider> offices) {
        var act = entry.act();
        var effect = entry.effect();
        var states = new EnumMap<LandState, Long>(LandState.class);
        var changed = new ArrayList<MultiPolygon>();
        var unchanged = new ArrayList<MultiPolygon>();
        var rest = new long[1];
        Stream.concat(effect.found().stream(), effect.replaced().stream().flatMap(replaced -> replaced.by().stream()))
                .filter(piece -> piece.acts().contains(act.id()))
                .forEach(piece -> {
                    if (piece.status().changedBy(act.id())) {
                        states.merge(piece.status().state(), piece.area().value(), Math::addExact);
                        changed.add(piece.ground());
                    } else {
                        unchanged.add(piece.ground());
                        rest[0] += piece.area().value();
                    }
                });
        long squareMetres = states.values().stream().mapToLong(Long::longValue).sum();
        long lot = squareMetres + rest[0];
        if (act.kind() == LandActKind.WORKED) {
            states.clear();
            var outline = entry.outline();
            if (outline != null) {
                unchanged.add(
                        changed.isEmpty() ? outline : GroundOverlay.beyond(outline, GroundOverlay.together(changed)));
            }
        }
        var histories = new LandHistories(transaction);
        var refused = effect.refusals().stream()
                .filter(refusal -> refusal.act() == act.id() && refusal.squareMetres() > 0)
                .map(refusal -> new Refused(
                        refusal.rule(),
                        refusal.squareMetres(),
                        histories.findClaim(refusal.against()).orElse(null)))
                .toList();
        return new Preview(
                act.kind(),
                corrects,
                moved(effect),
                squareMetres,
                states,
                changed,
                unchanged,
                refused,
                offices,
                act.kind().inspects()
                        ? LotRisk.plan(entry.accepted().report().answers(), lot).orElse(null)
                        : null);
    }

    /**
     * What deciding for one of two claims would change.
     *
     * @param usable square metres after it on which land may be used that may not be used now, or with less caution
     */
    public record Preference(Preview preview, long usable) {}

    /**
     * What deciding between two claims would change, as things stand.
     *
     * @param act whose claim would be set aside
     * @param inFavourOf whose claim would count
     */
    public Preference preferring(long act, long inFavourOf) {
        try {
            return preferring(register, act, inFavourOf);
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }

    static Preference preferring(LandRegister register, long act, long inFavourOf) throws SQLException {
        var kind = register.act(inFavourOf).kind();
        var effect = register.foresee(new Timeline.SetAside(act, inFavourOf));
        var states = new EnumMap<LandState, Long>(LandState.class);
        var changed = new ArrayList<MultiPolygon>();
        var unchanged = new ArrayList<MultiPolygon>();
        long squareMetres = 0;
        long usable = 0;
        for (var replaced : effect.replaced()) {
            boolean work = kind == LandActKind.WORKED;
            var before = work ? GroundStatus.UNRECORDED : register.status(replaced.piece());
            for (var piece : replaced.by()) {
                if (work
                        ? piece.acts().equals(replaced.piece().acts())
                        : piece.status().equals(before)) {
                    unchanged.add(piece.ground());
                    continue;
                }
                changed.add(piece.ground());
                squareMetres += piece.area().value();
                if (!work) {
                    states.merge(piece.status().state(), piece.area().value(), Math::addExact);
                    usable += freed(before, piece.status()) ? piece.area().value() : 0;
                }
            }
        }
        var preview = new Preview(
                kind, false, moved(effect), squareMetres, states, changed, unchanged, List.of(), List.of(), null);
        return new Preference(preview, usable);
    }

    /** Whether ground may be used after a change as it might not be before. */
    private static boolean freed(GroundStatus before, GroundStatus after) {
        return after.state().released()
                && (!before.state().released()
                        || before.flags().standing().stream()
                                .anyMatch(flag -> flag.bindsUsers()
                                        && !after.flags().standing().contains(flag)));
    }

    private static Classes moved(Effect effect) {
        var classes = new EnumMap<HazardClass, Map<Movement, Long>>(HazardClass.class);
        var outside = new EnumMap<Movement, Long>(Movement.class);
        for (var line : effect.lines()) {
            var hazardClass = line.posting().hazardClass();
            (hazardClass == null ? outside : classes.computeIfAbsent(hazardClass, any -> new EnumMap<>(Movement.class)))
                    .merge(line.posting().movement(), line.squareMetres(), Math::addExact);
        }
        return new Classes(
                line(classes.getOrDefault(HazardClass.SUSPECTED, Map.of())),
                line(classes.getOrDefault(HazardClass.CONFIRMED, Map.of())),
                line(outside));
    }

    private static BalanceLine line(Map<Movement, Long> moved) {
        return new BalanceLine(0, moved, moved);
    }

    /** Whether an approved report of the same body, form and number stands. */
    private boolean corrects(ReportQueries.Summary summary) {
        return transaction
                .sql()
                .sql("select exists (select 1 from report where organisation = :organisation and report_no = :number"
                        + " and form = :form and status = 'APPROVED' and report_id <> :id)")
                .param("organisation", summary.organisation())
                .param("number", summary.number())
                .param("form", summary.form())
                .param("id", summary.id().toString())
                .query(Boolean.class)
                .single();
    }
}
