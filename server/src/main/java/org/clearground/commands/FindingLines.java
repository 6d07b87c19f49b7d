// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.util.List;
import org.clearground.errors.Finding;
import org.clearground.packs.Words;

/** Findings as a terminal shows them: what, where, what to do. */
final class FindingLines {

    static final int SHOWN = 50;

    private FindingLines() {}

    /** The first of them, and how many more there are. */
    static void tell(List<Finding> findings, Words words) {
        findings.stream().limit(SHOWN).forEach(finding -> tell(finding, words));
        if (findings.size() > SHOWN) {
            System.out.println("  … " + words.number(findings.size() - SHOWN) + " more; --format json has all.");
        }
    }

    static void tell(Finding finding, Words words) {
        System.out.println("  " + (finding.blocks() ? "BLOCKS " : "WARNING") + " " + place(finding) + ": "
                + words.sentence(finding));
        System.out.println("      " + words.remedy(finding) + " (" + finding.code() + ")");
    }

    private static String place(Finding finding) {
        var place = finding.place();
        return (place.sheet() == null ? "" : "sheet " + place.sheet() + ", ")
                + (place.row() == null ? "file" : "row " + place.row())
                + (place.column() == null ? "" : ", column " + place.column());
    }
}
