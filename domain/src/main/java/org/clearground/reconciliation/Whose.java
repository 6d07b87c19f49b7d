// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearground.statements.ClaimScope;

/**
 * Figures that may be laid beside each other. Copies of one release name the agency alone or all bodies as it comes, so
 * these stand together, and where it may matter a conflict says that the scopes may differ.
 */
public enum Whose {
    /** The agency, all bodies together, or nobody named. */
    COUNTRY,
    ARMY,
    OTHER_BODY;

    /** As tables and JSON have it: {@code other_body}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parts of a country are of the same whose as the country. */
    static Whose of(ClaimScope scope) {
        return switch (scope) {
            case AGENCY, ALL, UNSTATED, DISTRICT, PART -> COUNTRY;
            case ARMY -> ARMY;
            case OTHER_BODY -> OTHER_BODY;
        };
    }

    /** Whether somebody's work may be in one of these and not in another. */
    static boolean mayDiffer(Collection<Telling> tellings) {
        Set<ClaimScope> scopes = tellings.stream().map(Telling::scope).collect(Collectors.toSet());
        return scopes.size() > 1 || scopes.contains(ClaimScope.UNSTATED);
    }
}
