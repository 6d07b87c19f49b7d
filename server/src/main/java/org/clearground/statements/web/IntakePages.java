// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import java.util.Arrays;
import java.util.List;
import org.clearground.errors.Finding;
import org.clearground.statements.Extraction;
import org.clearground.statements.Release;
import org.clearground.statements.ReleaseLanguage;
import org.clearground.statements.print.ExtractionText;
import org.clearground.statements.print.IntakeText;
import org.clearground.statements.store.StatementImport;
import org.clearground.web.FormToken;
import org.clearground.web.Frame;
import org.jspecify.annotations.Nullable;

/** Statements on their way in: a table of them, or the text of one. For templates only. */
public final class IntakePages {

    private IntakePages() {}

    /**
     * A table.
     *
     * @param named whether the account says who takes it in
     * @param result what became of the table before; null where none was sent yet
     */
    public record TablePage(FormToken token, boolean named, StatementImport.@Nullable Result result, Frame frame) {

        public @Nullable String told() {
            return result == null ? null : IntakeText.sentence(result, frame.words());
        }
    }

    /**
     * A text and, once it was read, what stands in it.
     *
     * @param takes whether whoever asks may take it in
     * @param left what kept it from being taken in
     */
    public record TextPage(
            FormToken token,
            boolean named,
            boolean takes,
            @Nullable Release release,
            @Nullable Extraction extraction,
            List<Finding> left,
            Frame frame) {

        public TextPage {
            left = List.copyOf(left);
        }

        public String text() {
            return release == null ? "" : release.text();
        }

        public String published() {
            var day = release == null ? null : release.published();
            return day == null ? "" : day.toString();
        }

        /** Code of the language that was stated; empty where nobody did. */
        public String language() {
            var stated = release == null ? null : release.language();
            return stated == null ? "" : stated.code();
        }

        public List<String> languages() {
            return Arrays.stream(ReleaseLanguage.values())
                    .map(ReleaseLanguage::code)
                    .toList();
        }

        public String heading() {
            return release == null || extraction == null
                    ? ""
                    : ExtractionText.heading(release, extraction, frame.words());
        }

        public List<String> headings() {
            return ExtractionText.COLUMNS.stream().map(frame::say).toList();
        }

        public List<List<String>> rows() {
            return release == null || extraction == null
                    ? List.of()
                    : extraction.claims().stream()
                            .map(claim -> ExtractionText.cells(release, claim, frame.words()))
                            .toList();
        }

        public List<Finding> findings() {
            return extraction == null ? List.of() : ExtractionText.findings(extraction);
        }

        public List<MarkedText.Piece> pieces() {
            return extraction == null
                    ? List.of()
                    : MarkedText.pieces(
                            text(),
                            extraction.claims().stream()
                                    .map(claim -> new MarkedText.Mark(
                                            claim.span(),
                                            frame.say("statement.measured."
                                                    + claim.measured().word())))
                                    .toList());
        }
    }
}
