// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.organisations.store.OrganisationRegister;
import org.clearground.places.store.PlaceRegister;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * An account as somebody writes it down: role, body and districts by their codes, as they came from a command or a page.
 *
 * @param role null or empty where nothing is said, which is refused
 * @param organisation null where no body is said
 */
public record AccountDescription(
        String name, @Nullable String role, @Nullable String organisation, List<String> districts) {

    public AccountDescription {
        districts = List.copyOf(districts);
    }

    /** The roles that an account can have. */
    public static List<Role> roles() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.PUBLIC).toList();
    }

    /**
     * The account that is meant.
     *
     * @throws ProblemException if there is no such role, body or district, or the role does not go with them
     */
    public Account read(Transaction transaction) {
        var given = role == null ? "" : role;
        var found = Role.findByCode(given)
                .orElseThrow(() -> wrong((given.isEmpty() ? "say which role" : "\"" + given + "\" is no role")
                        + "; it may be "
                        + roles().stream().map(Role::code).collect(Collectors.joining(", "))));
        if (organisation != null && !OrganisationRegister.all(transaction).containsKey(organisation)) {
            throw wrong(
                    "the pack names no organisation \"" + organisation + "\"; its codes stand in organisations.csv");
        }
        var known = PlaceRegister.districtNames(transaction);
        for (var district : districts) {
            if (!known.containsKey(district)) {
                throw wrong("the pack names no district \"" + district + "\"; its codes stand in districts.geojson");
            }
        }
        try {
            return new Account(name, found, organisation, new TreeSet<>(districts), false);
        } catch (IllegalArgumentException unfit) {
            throw new ProblemException(ProblemCode.WRONG_CALL, String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
