// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.List;
import org.clearground.errors.Finding;

/** A field report with everything that a person must know about it. */
public record ReadReport(FieldReport report, List<Finding> findings) {

    public ReadReport {
        findings = List.copyOf(findings);
    }

    public boolean blocked() {
        return findings.stream().anyMatch(Finding::blocks);
    }
}
