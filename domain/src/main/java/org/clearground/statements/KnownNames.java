// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.List;

/**
 * Names that belong to a country, not to a language: its bodies and districts, in every spelling known.
 *
 * @param agency names of the mine action agency
 * @param army names of the army and its ministry
 * @param otherBodies names of other single bodies that clear or survey
 * @param districts names of districts
 */
public record KnownNames(List<String> agency, List<String> army, List<String> otherBodies, List<String> districts) {

    public KnownNames {
        agency = List.copyOf(agency);
        army = List.copyOf(army);
        otherBodies = List.copyOf(otherBodies);
        districts = List.copyOf(districts);
    }
}
