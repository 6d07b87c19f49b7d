// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.ledger.Digest;
import org.clearground.ordnance.BulletinGroup;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param importedBefore when it was taken in already, in the same way, and nothing was added; null if it is new
 * @param approved reports whose facts are now in the registers
 * @param blocked reports that cannot be approved before something is resolved
 * @param findings the first of them; all are kept with the reports
 * @param findingCounts all of them, by code
 * @param finds items in approved reports, by group
 * @param clearedDeclaredSquareMetres by clearance in approved reports, as declared
 */
public record ImportResult(
        String fileName,
        Digest submission,
        @Nullable Instant importedBefore,
        boolean dryRun,
        long reports,
        long approved,
        long blocked,
        List<Finding> findings,
        Map<FindingCode, Long> findingCounts,
        Map<BulletinGroup, Long> finds,
        long clearedDeclaredSquareMetres) {

    public ImportResult {
        findings = List.copyOf(findings);
        findingCounts = new EnumMap<>(withType(findingCounts));
        finds = Map.copyOf(finds);
    }

    private static EnumMap<FindingCode, Long> withType(Map<FindingCode, Long> counts) {
        var typed = new EnumMap<FindingCode, Long>(FindingCode.class);
        typed.putAll(counts);
        return typed;
    }

    public long pending() {
        return reports - approved;
    }

    public boolean needsAPerson() {
        return !findingCounts.isEmpty();
    }
}
