// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.List;
import org.clearground.errors.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a release. What the text does not state is absent here; nothing is filled with zero.
 *
 * @param language in which it was read
 * @param claims in the order of the text, one for each place where a figure stands
 * @param findings about the text as a whole
 * @param unknownWords words beside figures that the extractor does not know, for a person to look at
 */
public record Extraction(
        ReleaseLanguage language, List<Claim> claims, List<Finding> findings, List<UnknownWord> unknownWords) {

    public Extraction {
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
        unknownWords = List.copyOf(unknownWords);
    }

    /**
     * A statement of what was read, as it can be taken in.
     *
     * @param release from which this was read; its spans hold in its text
     * @param number by which it shall be known
     */
    public Statement statement(Release release, String number, String publisher, @Nullable String address) {
        return new Statement(
                number,
                publisher,
                release.published(),
                language.code(),
                address,
                List.of(),
                List.of(),
                release.text(),
                null,
                claims.stream().map(Claim::figure).toList());
    }

    /** A word behind a number for which there is no category. */
    public record UnknownWord(String word, Span span) {}
}
