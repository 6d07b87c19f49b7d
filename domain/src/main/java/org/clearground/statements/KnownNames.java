// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.clearground.organisations.Organisation;
import org.clearground.places.District;

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

    /** From the organisations and districts of a country pack. Unnamed bodies are passed over: nobody prints their names. */
    public static KnownNames of(Collection<Organisation> organisations, Collection<District> districts) {
        var agency = new ArrayList<String>();
        var army = new ArrayList<String>();
        var otherBodies = new ArrayList<String>();
        for (var organisation : organisations) {
            if (!organisation.unnamed()) {
                var names =
                        switch (organisation.kind()) {
                            case "NMAC" -> agency;
                            case "armed_forces" -> army;
                            default -> otherBodies;
                        };
                names.add(organisation.code());
                names.addAll(organisation.names().byLanguage().values());
                names.addAll(organisation.aliases());
            }
        }
        var places = new ArrayList<String>();
        for (var district : districts) {
            places.addAll(district.names().byLanguage().values());
            places.addAll(district.aliases());
        }
        return new KnownNames(agency, army, otherBodies, places);
    }
}
