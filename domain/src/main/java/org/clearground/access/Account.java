// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in.
 *
 * @param name by which they sign in: 2 to 64 small letters a to z, digits, dots, hyphens and underscores, a letter first.
 *     Never given to another person, because it stands in the ledger
 * @param organisation code of the body; only and always where the role belongs to one
 * @param districts codes of those that the account is kept to; none where it is kept to none
 * @param disabled whether it may do nothing any more
 */
public record Account(
        String name, Role role, @Nullable String organisation, SortedSet<String> districts, boolean disabled) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,63}");

    /** Throws {@link IllegalArgumentException} with a sentence for whoever gave the account. */
    public Account {
        districts = Collections.unmodifiableSortedSet(new TreeSet<>(districts));
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name to sign in by; one has 2 to 64 small letters"
                            + " a to z, digits, dots, hyphens and underscores, and begins with a letter");
        }
        if (role == Role.PUBLIC) {
            throw new IllegalArgumentException("the public does not sign in; choose another role");
        }
        if (role.isOfOneOrganisation() && organisation == null) {
            throw new IllegalArgumentException("the role " + role.code() + " belongs to one body; say which");
        }
        if (!role.isOfOneOrganisation() && organisation != null) {
            throw new IllegalArgumentException("the role " + role.code() + " belongs to no single body; name none");
        }
        if (!districts.isEmpty() && !role.canBeKeptToDistricts()) {
            throw new IllegalArgumentException("the role " + role.code() + " cannot be kept to districts; name none");
        }
    }

    /** Whether somebody could sign in by this. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** With which records it may do something; empty if it may not do it at all. */
    public Optional<Sight> sight(Right right) {
        if (disabled) {
            return Optional.empty();
        }
        return Rights.scope(role, right).map(scope -> switch (scope) {
            case OWN_ORGANISATION -> new Sight.OfOrganisation(String.valueOf(organisation));
            case NAMED_DISTRICTS -> new Sight.OfDistricts(districts);
            case ALL -> districts.isEmpty() || right.isOfNobody() ? new Sight.All() : new Sight.OfDistricts(districts);
        });
    }
}
