// SPDX-License-Identifier: Apache-2.0
package org.clearground.tables;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;

/** Who asks. Names are published: added, never renamed. */
public enum TableKind {
    /** Transparency report under Article 7 of the Anti-Personnel Mine Ban Convention: its forms, as far as we hold them. */
    ARTICLE_7,
    /** What the Landmine Monitor prints of a country: contamination, land release, ordnance. */
    MONITOR,
    /** Who did what where, when and for whom, as the Mine Action Area of Responsibility collects it. */
    FIVE_W,
    /** Each month, what each body declares, what its outlines cover, and what of it counts. */
    OPERATORS;

    /** As addresses and commands have it: {@code article-7}, {@code 5w}. */
    public String word() {
        return this == FIVE_W ? "5w" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * By its word.
     *
     * @throws ProblemException if there is none
     */
    public static TableKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "there are no tables \"" + word + "\"; say "
                                + Arrays.stream(values()).map(TableKind::word).collect(Collectors.joining(", "))));
    }
}
