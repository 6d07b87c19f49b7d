// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

import java.util.List;

/**
 * A report that was right when it came and that rules refuse as things stand when it is decided, in one sentence for a
 * person. The report stays as it is; that it was refused is kept with it.
 */
public final class RefusedReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ReportId report;
    private final transient List<String> rules;

    /** @param rules names of the rules that refuse it; empty where no rule speaks of it, but nothing would change */
    public RefusedReportException(ReportId report, List<String> rules, String sentence) {
        super(sentence);
        this.report = report;
        this.rules = List.copyOf(rules);
    }

    public ReportId report() {
        return report;
    }

    public List<String> rules() {
        return rules;
    }
}
