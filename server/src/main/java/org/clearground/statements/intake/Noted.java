// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.Severity;
import org.clearground.errors.SourcePlace;
import org.jspecify.annotations.Nullable;

/** What was found in a file so far. */
final class Noted {

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private long blocking;

    Noted(String file) {
        this.file = file;
    }

    void note(
            FindingCode code,
            Severity severity,
            int row,
            @Nullable String column,
            @Nullable String value,
            Map<String, String> figures) {
        var finding = new Finding(code, severity, new SourcePlace(file, null, row, column), value, figures);
        findings.add(finding);
        blocking += finding.blocks() ? 1 : 0;
    }

    long blocking() {
        return blocking;
    }

    List<Finding> all() {
        return findings;
    }
}
