// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.SourcePlace;
import org.jspecify.annotations.Nullable;

/** What does not fit in a release: sums, two figures for one thing, areas in two units, weeks that are none. */
final class Checks {

    private static final int LONGEST_WEEK = 8;
    private static final BigDecimal LARGEST_WEEK_HECTARES = BigDecimal.valueOf(6_000);
    private static final BigDecimal ROUNDING = BigDecimal.ONE;

    private final Release release;
    private final List<Claim> claims;

    Checks(Release release, List<Claim> claims) {
        this.release = release;
        this.claims = claims;
    }

    /**
     * The findings of one claim.
     *
     * @param inHectares the same area in hectares, printed beside square metres; null where it is not
     */
    List<Finding> of(Claim claim, @Nullable BigDecimal inHectares) {
        var findings = new ArrayList<Finding>();
        for (var other : claim.otherReadings()) {
            findings.add(finding(
                    FindingCode.STATEMENT_NUMBER_AMBIGUOUS,
                    claim,
                    Map.of(
                            "chosen",
                            claim.value().toPlainString(),
                            "other",
                            other.value().toPlainString())));
        }
        if (inHectares != null && inHectares.subtract(claim.value()).abs().compareTo(ROUNDING) > 0) {
            findings.add(finding(
                    FindingCode.STATEMENT_AREAS_DIFFER,
                    claim,
                    Map.of("chosen", claim.value().toPlainString(), "other", inHectares.toPlainString())));
        }
        if (claim.measured().isArea()
                && claim.period().kind() == PeriodKind.WEEK
                && claim.value().compareTo(LARGEST_WEEK_HECTARES) > 0) {
            findings.add(finding(
                    FindingCode.STATEMENT_AREA_UNUSUAL,
                    claim,
                    Map.of("chosen", claim.value().toPlainString())));
        }
        checkWeek(claim, findings);
        checkSum(claim, findings);
        checkOthers(claim, findings);
        return findings;
    }

    private void checkWeek(Claim claim, List<Finding> findings) {
        var period = claim.period();
        var from = period.from();
        var to = period.to();
        if (period.kind() != PeriodKind.WEEK || from == null || to == null || isRepeated(claim)) {
            return;
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        var figures = Map.of("days", String.valueOf(days), "period", period.iso());
        if (days > LONGEST_WEEK) {
            findings.add(finding(FindingCode.STATEMENT_WEEK_LONG, claim, figures));
        } else if (from.getDayOfWeek() != DayOfWeek.MONDAY) {
            findings.add(finding(FindingCode.STATEMENT_WEEK_OFF_MONDAY, claim, figures));
        }
    }

    /** Whether an earlier claim has the same period: what is wrong with it is said once. */
    private boolean isRepeated(Claim claim) {
        return claims.stream()
                .filter(each -> each.span().start() < claim.span().start())
                .anyMatch(each -> each.period().iso().equals(claim.period().iso()));
    }

    /** Mines of both kinds are the mines, and with the ordnance all items, within one period and scope. */
    private void checkSum(Claim claim, List<Finding> findings) {
        if (claim.hedge() != Hedge.EXACT
                || claim.measured() != Measured.MINES && claim.measured() != Measured.ALL_ITEMS) {
            return;
        }
        var antiTank = beside(claim, Measured.ANTI_TANK_MINES);
        var antiPersonnel = beside(claim, Measured.ANTI_PERSONNEL_MINES);
        if (antiTank == null || antiPersonnel == null) {
            return;
        }
        var sum = antiTank.add(antiPersonnel);
        var ordnance = beside(claim, Measured.UNEXPLODED_ORDNANCE);
        var whole = ordnance == null ? null : sum.add(ordnance);
        boolean fits = claim.measured() == Measured.MINES
                ? sum.compareTo(claim.value()) == 0 || whole != null && whole.compareTo(claim.value()) == 0
                : whole == null || whole.compareTo(claim.value()) == 0;
        if (!fits) {
            var parts = claim.measured() == Measured.MINES || whole == null ? sum : whole;
            findings.add(finding(
                    FindingCode.STATEMENT_TOTAL_DIFFERS,
                    claim,
                    Map.of("chosen", claim.value().toPlainString(), "sum", parts.toPlainString())));
        }
    }

    private @Nullable BigDecimal beside(Claim claim, Measured measured) {
        return claims.stream()
                .filter(each -> each.measured() == measured
                        && each.scope() == claim.scope()
                        && each.period().iso().equals(claim.period().iso()))
                .map(Claim::value)
                .findFirst()
                .orElse(null);
    }

    /** A later exact figure for what an earlier exact one measured, in the same period and scope, and another value. */
    private void checkOthers(Claim claim, List<Finding> findings) {
        if (claim.hedge() != Hedge.EXACT
                || claim.measured() == Measured.OTHER_ITEMS
                || claim.period().from() == null
                || claim.scope() == ClaimScope.PART
                || claim.scope() == ClaimScope.DISTRICT
                || claim.scope() == ClaimScope.OTHER_BODY) {
            return;
        }
        claims.stream()
                .filter(each -> each.span().start() < claim.span().start())
                .filter(each -> each.measured() == claim.measured()
                        && each.hedge() == Hedge.EXACT
                        && each.scope() == claim.scope()
                        && each.period().iso().equals(claim.period().iso())
                        && each.value().compareTo(claim.value()) != 0)
                .findFirst()
                .ifPresent(each -> findings.add(finding(
                        FindingCode.STATEMENT_FIGURES_DIFFER,
                        claim,
                        Map.of(
                                "chosen",
                                claim.value().toPlainString(),
                                "other",
                                each.value().toPlainString()))));
    }

    private Finding finding(FindingCode code, Claim claim, Map<String, String> figures) {
        return finding(release, code, claim.span(), figures);
    }

    /** A finding at a place of the text: the row is the line, from 1. */
    static Finding finding(Release release, FindingCode code, Span span, Map<String, String> figures) {
        int line = 1
                + (int) release.text()
                        .substring(0, span.start())
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
        return new Finding(
                code,
                code.severity(),
                new SourcePlace(release.name(), null, line, null),
                span.of(release.text()),
                figures);
    }
}
