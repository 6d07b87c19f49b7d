// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.Arrays;
import java.util.Locale;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;

/** A language in which releases are read. */
public enum ReleaseLanguage {
    EN,
    AZ,
    RU,
    DE,
    FR,
    ES;

    /** The code of ISO 639-1: {@code en}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language of a code, in small letters or capitals.
     *
     * @throws ProblemException if releases are not read in it
     */
    public static ReleaseLanguage of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.name().equalsIgnoreCase(code.strip()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_CALL,
                        "releases are not read in \"" + code + "\"; the language may be en, az, ru, de, fr or es"));
    }
}
