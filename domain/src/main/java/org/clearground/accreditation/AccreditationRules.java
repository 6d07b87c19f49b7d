// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.reports.Answers;
import org.clearground.reports.FormRules;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportChecks;
import org.clearground.reports.WrittenRecord;
import org.clearground.reports.WrittenReport;
import org.jspecify.annotations.Nullable;

/** What a report of an accreditation must bring along (IMAS 07.30): for what, until when, and why it is taken away. */
public final class AccreditationRules implements FormRules {

    @Override
    public ReadReport check(ReadReport read, WrittenReport written, @Nullable String sender) {
        var answers = read.report().answers();
        var record = written.main();
        var findings = new ArrayList<>(read.findings());
        ReportChecks.sender(answers, record, sender, findings);
        if (AccreditationReport.types(read.report()).findAny().isEmpty()) {
            missing("activity_type", record, findings);
        }
        checkDays(answers, record, findings);
        var status = answers.code("status");
        boolean takenAway = "suspended".equals(status) || "revoked".equals(status);
        if (takenAway && answers.text("reason") == null) {
            missing("reason", record, findings);
        }
        return new ReadReport(read.report(), findings);
    }

    /** A grant says until when it holds; nothing ends before it begins. */
    private static void checkDays(Answers answers, WrittenRecord record, List<Finding> findings) {
        var from = answers.day("valid_from");
        var to = answers.day("valid_to");
        if ("granted".equals(answers.code("status")) && to == null && record.text("valid_to") == null) {
            missing("valid_to", record, findings);
        }
        if (from != null && to != null && to.isBefore(from)) {
            findings.add(ReportChecks.finding(
                    FindingCode.PERIOD_ENDS_BEFORE_START,
                    record,
                    "valid_to",
                    to.toString(),
                    Map.of("from", from.toString(), "to", to.toString())));
        }
    }

    private static void missing(String question, WrittenRecord record, List<Finding> findings) {
        findings.add(
                ReportChecks.finding(FindingCode.MISSING_ANSWER, record, question, null, Map.of("question", question)));
    }
}
