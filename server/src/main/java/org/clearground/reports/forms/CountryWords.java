// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clearground.names.Names;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.packs.Pack;
import org.clearground.packs.Packs;
import org.clearground.packs.Words;
import org.clearground.places.store.PlaceRegister;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * The words of the pack in force, with the names of its organisations and districts. A pack is read once, and again only
 * when another came into force.
 */
public final class CountryWords {

    private record Held(String files, Pack pack, Map<String, Names> names, Map<String, Words> byLanguage) {}

    private volatile @Nullable Held held;

    /**
     * The words of a language.
     *
     * @param language the pack's first if null
     * @throws org.clearground.errors.ProblemException if the pack does not speak it
     */
    public Words in(Transaction transaction, @Nullable String language) {
        var files = Packs.filesInForce(transaction);
        var known = held;
        if (known == null || !known.files().equals(files)) {
            known = read(transaction, files);
            held = known;
        }
        var pack = known.pack();
        var names = known.names();
        return known.byLanguage()
                .computeIfAbsent(
                        language == null ? pack.languages().get(0) : language,
                        spoken -> new Words(pack, spoken, names));
    }

    private static Held read(Transaction transaction, String files) {
        var names = new HashMap<String, Names>(PlaceRegister.districtNames(transaction));
        OrganisationRegister.all(transaction).forEach((code, organisation) -> names.put(code, organisation.names()));
        return new Held(files, Packs.inForce(transaction), names, new ConcurrentHashMap<>());
    }
}
