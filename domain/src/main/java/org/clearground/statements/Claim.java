// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;
import java.util.List;
import org.clearground.errors.Finding;

/**
 * One figure that a text states.
 *
 * @param value items and persons as whole numbers, areas in hectares
 * @param span where the number stands, without its unit
 * @param otherReadings what else the print may mean; the value is the more plausible
 * @param findings what a person should look at
 */
public record Claim(
        Measured measured,
        BigDecimal value,
        Hedge hedge,
        ClaimPeriod period,
        ClaimScope scope,
        Span span,
        List<OtherReading> otherReadings,
        List<Finding> findings) {

    public Claim {
        otherReadings = List.copyOf(otherReadings);
        findings = List.copyOf(findings);
    }

    StatedFigure figure() {
        return new StatedFigure(measured, value, hedge, period.from(), period.to(), period.kind(), scope, null, span);
    }

    Claim measuring(Measured other) {
        return new Claim(other, value, hedge, period, scope, span, otherReadings, findings);
    }

    Claim with(List<Finding> found) {
        return new Claim(measured, value, hedge, period, scope, span, otherReadings, found);
    }
}
