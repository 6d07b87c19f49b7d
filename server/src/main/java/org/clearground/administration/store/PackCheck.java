// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Pack;
import org.clearground.packs.PackSource;
import org.clearground.places.store.PlaceRegister;

/**
 * That a pack can serve, asked before it comes into force: afterwards a page or a command would stop at the first sentence
 * that is missing, and ground would be split at borders that nobody drew.
 */
public final class PackCheck {

    /** Tests hold that it has every sentence that code says, in each of its languages; so its keys are the list. */
    private static final String MODEL = "aze";

    private static final int MOST_NAMED = 3;

    private PackCheck() {}

    /**
     * Asks.
     *
     * @throws ProblemException naming the first few things that are missing or wrong
     */
    public static void require(Pack pack) {
        requireSentences(pack);
        requireOutlines(pack);
    }

    private static void requireSentences(Pack pack) {
        var missing = missing(pack);
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.PACK_INVALID,
                    "the pack " + pack.name() + " lacks " + missing.size() + " sentences that the programme says: "
                            + firstOf(missing) + "; add them to its sentences.csv, nothing was changed");
        }
    }

    /**
     * Asks of the pack of a store, which may have come into force with an earlier version of the programme.
     *
     * @throws ProblemException naming the first few sentences that are missing, and how a newer pack is adopted
     */
    public static void requireForPages(Pack inForce) {
        var missing = missing(inForce);
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.PACK_INVALID,
                    "the pack " + inForce.name() + " of this store lacks " + missing.size()
                            + " sentences that this version says: " + firstOf(missing)
                            + "; adopt a newer one first: clearground adopt --data DIR --pack " + inForce.name());
        }
    }

    private static List<String> missing(Pack pack) {
        var keys = new TreeSet<>(PackSource.find(MODEL).sentences().keys());
        // A language has its name in the pack that speaks it.
        keys.removeIf(key -> key.startsWith("language."));
        pack.languages().forEach(language -> keys.add("language." + language));
        var missing = new ArrayList<String>();
        for (var key : keys) {
            for (var language : pack.languages()) {
                if (!pack.sentences().has(language, key)) {
                    missing.add(key + " (" + language + ")");
                }
            }
        }
        return missing;
    }

    private static void requireOutlines(Pack pack) {
        var faulty = new ArrayList<String>();
        for (var district : PlaceRegister.districts(pack)) {
            district.shape()
                    .fault()
                    .ifPresent(fault -> faulty.add(district.code() + " (" + fault.description() + " at latitude "
                            + fault.at().y + ", longitude " + fault.at().x + ")"));
        }
        if (!faulty.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.PACK_INVALID,
                    "the pack " + pack.name() + " has " + faulty.size()
                            + " districts whose outline is not valid: " + firstOf(faulty)
                            + "; correct them in its places/districts.geojson, nothing was changed");
        }
    }

    private static String firstOf(List<String> all) {
        return String.join(", ", all.subList(0, Math.min(MOST_NAMED, all.size())))
                + (all.size() > MOST_NAMED ? " …" : "");
    }
}
