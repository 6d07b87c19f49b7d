// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What was known of accreditations at a moment, and how bodies stand by it on any day.
 *
 * <p>Of all statements about a body, a phase and a type of activity, the one that begins last holds, of two of one day
 * the one approved last. When its days are over, what was stated before holds again, so a grant outlives a suspension;
 * but nothing outlives a revocation. A grant whose last day is past has run out. An application decides nothing.
 *
 * @param all in any order
 */
public record Accreditations(List<Accreditation> all) {

    private static final Comparator<Accreditation> LATEST =
            Comparator.comparing(Accreditation::from).thenComparing(Accreditation::order);

    public Accreditations {
        all = List.copyOf(all);
    }

    /**
     * How a body stands on a day for one phase and type of activity.
     *
     * @param by the statement that decides it: for an accreditation that ran out, the grant
     */
    public record Standing(AccreditationStatus status, Accreditation by) {}

    /**
     * How a body stands on a day for a type of activity, by both phases.
     *
     * @param granted whether it may be tasked: its teams are accredited, and as an organisation it is not suspended, nor
     *     is its accreditation revoked or run out
     * @param deciding the phase that decides; empty where nothing is on record that grants or takes away
     */
    public record ForWork(boolean granted, Optional<Standing> deciding) {}

    /**
     * How a body stood while it worked.
     *
     * @param granted whether it was accredited on every day
     * @param on the last day of the work or, where it was not accredited on every day, the first on which it was not
     * @param deciding what decides on that day; empty where nothing is on record
     */
    public record Throughout(boolean granted, LocalDate on, Optional<Standing> deciding) {

        /** Whether something was taken away or ran out, rather than never given. */
        public boolean interrupted() {
            return !granted
                    && deciding.isPresent()
                    && deciding.get().status() != AccreditationStatus.APPLIED
                    && deciding.get().status() != AccreditationStatus.GRANTED;
        }
    }

    /** How a body stands on a day; empty where nothing says so. */
    public Optional<Standing> standing(String organisation, Phase phase, String activityType, LocalDate day) {
        var begun = of(organisation, phase, activityType)
                .filter(one -> !one.from().isAfter(day))
                .toList();
        var decisions = begun.stream()
                .filter(one -> one.status() != AccreditationStatus.APPLIED)
                .sorted(LATEST.reversed())
                .toList();
        for (var decision : decisions) {
            if (decision.covers(day)) {
                return Optional.of(new Standing(decision.status(), decision));
            }
        }
        return decisions.stream()
                .filter(one -> one.status() == AccreditationStatus.GRANTED)
                .findFirst()
                .map(grant -> new Standing(AccreditationStatus.EXPIRED, grant))
                .or(() -> begun.stream()
                        .filter(one -> one.status() == AccreditationStatus.APPLIED && one.covers(day))
                        .max(LATEST)
                        .map(application -> new Standing(AccreditationStatus.APPLIED, application)));
    }

    /** Whether a body may be tasked with a type of activity on a day. */
    public ForWork forWork(String organisation, String activityType, LocalDate day) {
        var organisational = standing(organisation, Phase.ORGANISATIONAL, activityType, day);
        boolean stopped = organisational
                .map(standing -> switch (standing.status()) {
                    case SUSPENDED, REVOKED, EXPIRED -> true;
                    case APPLIED, GRANTED -> false;
                })
                .orElse(false);
        if (stopped) {
            return new ForWork(false, organisational);
        }
        var operational = standing(organisation, Phase.OPERATIONAL, activityType, day);
        return new ForWork(
                operational
                        .map(standing -> standing.status() == AccreditationStatus.GRANTED)
                        .orElse(false),
                operational);
    }

    /** How a body stood on the days of its work. */
    public Throughout throughout(String organisation, String activityType, ReportingPeriod period) {
        for (var day : changes(organisation, activityType, period)) {
            var standing = forWork(organisation, activityType, day);
            if (!standing.granted()) {
                return new Throughout(false, day, standing.deciding());
            }
        }
        var last = forWork(organisation, activityType, period.to());
        return new Throughout(last.granted(), period.to(), last.deciding());
    }

    /** The days of a period on which the standing of a body may change, with its first. */
    private List<LocalDate> changes(String organisation, String activityType, ReportingPeriod period) {
        var days = new TreeSet<LocalDate>();
        days.add(period.from());
        all.stream()
                .filter(one -> one.organisation().equals(organisation)
                        && one.activityType().equals(activityType))
                .forEach(one -> {
                    days.add(one.from());
                    var lastDay = one.lastDay();
                    if (lastDay != null) {
                        days.add(lastDay.plusDays(1));
                    }
                });
        return days.stream().filter(period::contains).toList();
    }

    /** Every body, phase and type of activity on record, as it stands on a day, by code. */
    public List<Standing> list(LocalDate day, @Nullable String organisation) {
        return all.stream()
                .filter(one -> organisation == null || one.organisation().equals(organisation))
                .map(one -> new Key(one.organisation(), one.activityType(), one.phase()))
                .distinct()
                .sorted(Comparator.comparing(Key::organisation)
                        .thenComparing(Key::activityType)
                        .thenComparing(Key::phase))
                .flatMap(key -> standing(key.organisation(), key.phase(), key.activityType(), day).stream())
                .toList();
    }

    private record Key(String organisation, String activityType, Phase phase) {}

    private Stream<Accreditation> of(String organisation, Phase phase, String activityType) {
        return all.stream()
                .filter(one -> one.organisation().equals(organisation)
                        && one.phase() == phase
                        && one.activityType().equals(activityType));
    }
}
