// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.Locale;

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
}
