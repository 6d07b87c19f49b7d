// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.errors.Finding;
import org.clearground.packs.Words;
import org.clearground.printing.Columns;
import org.clearground.statements.Claim;
import org.clearground.statements.Extraction;
import org.clearground.statements.Release;

/** What was read from a release as a table for people, with what they should look at below it. */
public final class ExtractionText {

    private ExtractionText() {}

    public static String print(Release release, Extraction extraction, Words words) {
        var out = new StringBuilder(words.say(
                "statement.heading",
                Map.of(
                        "name",
                        release.name(),
                        "language",
                        words.say("statement.language." + extraction.language().code()),
                        "figures",
                        words.number(extraction.claims().size()))));
        out.append('\n');
        if (!extraction.claims().isEmpty()) {
            out.append('\n').append(table(release, extraction.claims(), words));
        }
        var findings = new ArrayList<>(extraction.findings());
        extraction.claims().forEach(claim -> findings.addAll(claim.findings()));
        if (!findings.isEmpty()) {
            out.append('\n');
            findings.forEach(finding -> tell(finding, words, out));
        }
        return out.append('\n')
                .append(words.say("statement.caution"))
                .append('\n')
                .toString();
    }

    private static String table(Release release, List<Claim> claims, Words words) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                words.say("statement.measured"),
                words.say("statement.value"),
                words.say("statement.hedge"),
                words.say("statement.period"),
                words.say("statement.kind"),
                words.say("statement.scope"),
                words.say("statement.printed")));
        for (var claim : claims) {
            table.add(List.of(
                    words.say("statement.measured." + claim.measured().word()),
                    words.number(claim.value()) + (claim.otherReadings().isEmpty() ? "" : " ?"),
                    words.say("statement.hedge." + claim.hedge().word()),
                    claim.period().iso(),
                    words.say("statement.kind." + claim.period().kind().word()),
                    words.say("statement.scope." + claim.scope().word()),
                    "“" + claim.span().of(release.text()).replace('\n', ' ') + "”"));
        }
        return Columns.print(table);
    }

    private static void tell(Finding finding, Words words, StringBuilder out) {
        out.append(words.say(
                        "statement.line",
                        Map.of("line", String.valueOf(finding.place().row()))))
                .append(": ")
                .append(words.sentence(finding))
                .append("\n    ")
                .append(words.remedy(finding))
                .append(" (")
                .append(finding.code())
                .append(")\n");
    }
}
