// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/** How conflicts, their keys and their readings are put together, the same way by every check. */
final class Found {

    private Found() {}

    /** The same for the same days and measures, whichever statements say so. */
    static String key(ConflictKind kind, Whose whose, Telling telling, Measured... measures) {
        return key(kind, whose, telling.from() + "/" + telling.to(), measures);
    }

    static String key(ConflictKind kind, Whose whose, String days, Measured... measures) {
        var measured = List.of(measures).stream().map(Measured::word).collect(Collectors.joining("+"));
        return String.join(" ", kind.word(), whose.name().toLowerCase(Locale.ROOT), days, measured)
                .strip();
    }

    /** One value of one measure, and all who say so; the finest figure speaks for it. */
    static Reading reading(List<Tellings.Said> said) {
        var first = said.get(0);
        return new Reading(
                first.telling().from(),
                first.telling().to(),
                first.telling().scope(),
                List.of(new Amount(first.figure().measured(), first.figure().value())),
                said.stream().map(Tellings.Said::source).toList());
    }

    /** What tellings say of some measures, the first of them speaking for all. */
    static Reading reading(List<Telling> tellings, Collection<Measured> measures) {
        var first = tellings.get(0);
        var amounts = new ArrayList<Amount>();
        var sources = new ArrayList<Source>();
        for (var measured : measures) {
            var figure = first.figure(measured);
            if (figure != null) {
                amounts.add(new Amount(measured, figure.value()));
            }
            for (var telling : tellings) {
                var said = telling.figure(measured);
                if (said != null) {
                    sources.add(telling.source(said));
                }
            }
        }
        return new Reading(first.from(), first.to(), first.scope(), amounts, sources);
    }

    /** A reading that no statement says. */
    static Reading calculated(Days days, ClaimScope scope, List<Amount> amounts) {
        return new Reading(days.from(), days.to(), scope, amounts, List.of());
    }

    static @Nullable Slip slip(List<List<Tellings.Said>> readings) {
        return readings.size() != 2
                ? null
                : Slip.between(value(readings.get(0)), value(readings.get(1))).orElse(null);
    }

    static BigDecimal value(List<Tellings.Said> reading) {
        return reading.get(0).figure().value();
    }

    /** The reading that at least two publishers say of themselves, and twice as many as any other. */
    static Optional<Proposal> mostSaySo(List<List<Tellings.Said>> readings) {
        List<Tellings.Said> most = List.of();
        long mostOrigins = 0;
        long next = 0;
        for (var reading : readings) {
            long origins = reading.stream()
                    .map(said -> said.telling().origin())
                    .distinct()
                    .count();
            if (origins > mostOrigins) {
                next = mostOrigins;
                mostOrigins = origins;
                most = reading;
            } else {
                next = Math.max(next, origins);
            }
        }
        return mostOrigins >= 2 && mostOrigins >= 2 * next
                ? Optional.of(new Proposal(reading(most), Reason.MOST_SAY_SO))
                : Optional.empty();
    }

    static Arithmetic.Term term(Telling telling, Measured measured, BigDecimal value) {
        return new Arithmetic.Term(telling.statement().number(), measured, telling.from(), telling.to(), value);
    }
}
