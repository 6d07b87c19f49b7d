// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import java.io.FileInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Checks PDFs against PDF/A-3U and PDF/UA-1 with veraPDF, in a process of its own: prints one line for each file and standard, and below it what is wrong. */
public final class PdfConformance {

    private PdfConformance() {}

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (var file : files) {
            for (var flavour : List.of(PDFAFlavour.PDFA_3_U, PDFAFlavour.PDFUA_1)) {
                try (var content = new FileInputStream(file);
                        var foundry = Foundries.defaultInstance();
                        var parser = foundry.createParser(content, flavour);
                        var validator = foundry.createValidator(flavour, false)) {
                    var result = validator.validate(parser);
                    System.out.println((result.isCompliant() ? "conforms " : "FAILS ") + flavour + " " + file);
                    result.getTestAssertions()
                            .forEach(each -> System.out.println("  " + each.getRuleId() + " " + each.getMessage()));
                }
            }
        }
    }
}
