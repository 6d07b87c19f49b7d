// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import org.clearground.ledger.Digest;
import org.clearground.reports.FormReader;
import org.clearground.reports.FormRules;
import org.clearground.reports.ReadReport;
import org.clearground.reports.WrittenReport;
import org.jspecify.annotations.Nullable;

/** A report that was read and checked for itself, with all by which it is then laid beside others. */
record CheckedReport(WrittenReport written, ReadReport read, ReadingDocument.Line line, ReportMarks marks) {

    static CheckedReport of(
            WrittenReport written,
            FormReader reader,
            FormRules rules,
            String form,
            Digest submission,
            int ordinal,
            @Nullable String sender) {
        var read = rules.check(reader.read(submission, ordinal, written), written, sender);
        return new CheckedReport(written, read, ReadingDocument.line(read), ReportMarks.of(form, read.report()));
    }
}
