// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.intake;

import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.Pack;
import org.clearground.places.store.PlaceRegister;
import org.clearground.statements.Extractor;
import org.clearground.statements.KnownNames;

/** Reads releases with the names of bodies and districts that a country pack knows. */
public final class PackExtractor {

    private PackExtractor() {}

    public static Extractor of(Pack pack) {
        return new Extractor(KnownNames.of(OrganisationRegister.organisations(pack), PlaceRegister.districts(pack)));
    }
}
