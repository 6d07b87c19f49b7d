// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.intake;

import java.util.Collection;
import java.util.List;
import org.clearground.names.NameIndex;
import org.clearground.organisations.Organisation;
import org.clearground.statements.ClaimScope;

/** Whose work a statement speaks of, by the organisations of the country pack. */
public final class Bodies {

    /** Kinds of the national authority and of armies, as packs name them (IMAS 04.10: national mine action centre). */
    private static final String AUTHORITY = "NMAC";

    private static final String ARMY = "armed_forces";

    private final NameIndex<Organisation> names = new NameIndex<>();

    public Bodies(Collection<Organisation> organisations) {
        for (var organisation : organisations) {
            names.add(
                    organisation.code(),
                    organisation,
                    organisation.names().byLanguage().values());
            names.add(organisation.code(), organisation, organisation.aliases());
        }
    }

    /**
     * The scope of figures of a statement that names these bodies. Several are all, also where the pack knows none of
     * them; none is unstated, never the authority.
     *
     * @param named as written
     */
    ClaimScope scope(List<String> named) {
        if (named.isEmpty()) {
            return ClaimScope.UNSTATED;
        }
        if (named.size() > 1) {
            return ClaimScope.ALL;
        }
        return switch (names.find(named.get(0)).map(Organisation::kind).orElse("")) {
            case AUTHORITY -> ClaimScope.AGENCY;
            case ARMY -> ClaimScope.ARMY;
            default -> ClaimScope.OTHER_BODY;
        };
    }
}
