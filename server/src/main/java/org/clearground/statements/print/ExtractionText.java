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

    /** The columns of what was read, by the keys of their names in the pack. */
    public static final List<String> COLUMNS = List.of(
            "statement.measured",
            "statement.value",
            "statement.hedge",
            "statement.period",
            "statement.kind",
            "statement.scope",
            "statement.printed");

    private ExtractionText() {}

    public static String print(Release release, Extraction extraction, Words words) {
        var out = new StringBuilder(heading(release, extraction, words));
        out.append('\n');
        if (!extraction.claims().isEmpty()) {
            out.append('\n').append(table(release, extraction.claims(), words));
        }
        var findings = findings(extraction);
        if (!findings.isEmpty()) {
            out.append('\n');
            findings.forEach(finding -> tell(finding, words, out));
        }
        return out.append('\n')
                .append(words.say("statement.caution"))
                .append('\n')
                .toString();
    }

    /** What was read, and in which language. */
    public static String heading(Release release, Extraction extraction, Words words) {
        return words.say(
                "statement.heading",
                Map.of(
                        "name",
                        release.name(),
                        "language",
                        words.say("statement.language." + extraction.language().code()),
                        "figures",
                        words.number(extraction.claims().size())));
    }

    /** What a person should look at, of the text and of each figure. */
    public static List<Finding> findings(Extraction extraction) {
        var findings = new ArrayList<>(extraction.findings());
        extraction.claims().forEach(claim -> findings.addAll(claim.findings()));
        return findings;
    }

    /** What stands in each column of a claim; a question mark where the print may mean another value. */
    public static List<String> cells(Release release, Claim claim, Words words) {
        return List.of(
                words.say("statement.measured." + claim.measured().word()),
                words.number(claim.value()) + (claim.otherReadings().isEmpty() ? "" : " ?"),
                words.say("statement.hedge." + claim.hedge().word()),
                claim.period().iso(),
                words.say("statement.kind." + claim.period().kind().word()),
                words.say("statement.scope." + claim.scope().word()),
                "“" + claim.span().of(release.text()).replace('\n', ' ') + "”");
    }

    private static String table(Release release, List<Claim> claims, Words words) {
        var table = new ArrayList<List<String>>();
        table.add(COLUMNS.stream().map(words::say).toList());
        claims.forEach(claim -> table.add(cells(release, claim, words)));
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
