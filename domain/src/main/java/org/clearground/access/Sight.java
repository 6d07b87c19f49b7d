// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which records somebody sees. Those outside are for them as if they did not exist: the same answer, the same counts.
 */
public sealed interface Sight {

    Scope scope();

    /** Everything there is. */
    record All() implements Sight {
        @Override
        public Scope scope() {
            return Scope.ALL;
        }
    }

    /**
     * Records of one body.
     *
     * @param code of the body
     */
    record OfOrganisation(String code) implements Sight {
        @Override
        public Scope scope() {
            return Scope.OWN_ORGANISATION;
        }
    }

    /**
     * Records of some districts. What names no district is in none of them.
     *
     * @param codes of the districts, one at least
     */
    record OfDistricts(SortedSet<String> codes) implements Sight {
        public OfDistricts {
            codes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(codes));
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("who is kept to districts is kept to one at least");
            }
        }

        @Override
        public Scope scope() {
            return Scope.NAMED_DISTRICTS;
        }
    }

    /** The one body whose records are seen; null where it is not one body. */
    default @Nullable String organisation() {
        return this instanceof OfOrganisation own ? own.code() : null;
    }
}
