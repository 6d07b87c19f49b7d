// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.math.BigDecimal;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;

/** Headlines say "mines" for everything found: where only the sum with the ordnance fits, that is what was counted. */
final class Totals {

    private Totals() {}

    static void settle(List<Claim> claims) {
        for (ListIterator<Claim> each = claims.listIterator(); each.hasNext(); ) {
            var claim = each.next();
            if (claim.measured() == Measured.MINES && isSumOfAll(claim, claims)) {
                each.set(claim.measuring(Measured.ALL_ITEMS));
            }
        }
    }

    private static boolean isSumOfAll(Claim claim, List<Claim> claims) {
        var antiTank = beside(claim, claims, Measured.ANTI_TANK_MINES);
        var antiPersonnel = beside(claim, claims, Measured.ANTI_PERSONNEL_MINES);
        var ordnance = beside(claim, claims, Measured.UNEXPLODED_ORDNANCE);
        if (antiTank == null || antiPersonnel == null || ordnance == null) {
            return false;
        }
        return antiTank.add(antiPersonnel).add(ordnance).compareTo(claim.value()) == 0;
    }

    private static @Nullable BigDecimal beside(Claim claim, List<Claim> claims, Measured measured) {
        return claims.stream()
                .filter(each -> each.measured() == measured
                        && each.period().iso().equals(claim.period().iso()))
                .map(Claim::value)
                .findFirst()
                .orElse(null);
    }
}
