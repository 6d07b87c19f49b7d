// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody is here for. An account has one role; who does two jobs has two accounts, so that the ledger says in
 * which of them something was done.
 */
public enum Role {
    /** Sends the reports of one body in and follows what becomes of them: its officer, manager or team leader. */
    OPERATOR_OFFICER("sends the reports of one body in, and follows them"),

    /** Checks what bodies report and decides on it: data verifier, information officer of the authority. */
    REVIEWER("checks reports and decides on them"),

    /** Tasks bodies and follows the land: operations officer, analyst. */
    OPERATIONS_PLANNER("plans tasks, and follows the state of land"),

    /** Visits, samples and inspects: the quality officer of the authority. */
    QUALITY_INSPECTOR("inspects work and released ground"),

    /** Decides in the name of the authority itself on releasing land and on accrediting bodies. */
    RELEASE_COMMITTEE("decides for the authority on releasing land and accrediting bodies"),

    /** Takes released land over and signs for it: a municipality, a ministry. */
    LAND_RECIPIENT("takes released land over and signs for it"),

    /** Makes figures public in the authority's name. */
    PUBLISHER("makes figures public"),

    /** Sees everything and changes nothing. */
    AUDITOR("sees everything, changes nothing"),

    /** Gives accounts and takes them away, and sees no record of land by it. */
    ADMINISTRATOR("gives accounts and takes them away"),

    /** Anybody who has not signed in. No account has it. */
    PUBLIC("anybody who has not signed in");

    private final String purpose;

    Role(String purpose) {
        this.purpose = purpose;
    }

    /** What it is for, in half a sentence of English. */
    public String purpose() {
        return purpose;
    }

    /** As commands write it: {@code operations-planner}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role that commands write so; empty for none, and for the public, which no account can be. */
    public static Optional<Role> findByCode(String code) {
        return Arrays.stream(values())
                .filter(role -> role != PUBLIC && role.code().equals(code))
                .findFirst();
    }

    /** Whether its accounts belong to one body and see nothing of another. */
    public boolean isOfOneOrganisation() {
        return this == OPERATOR_OFFICER;
    }

    /** Whether its accounts can be kept to some districts: an office in the province. */
    public boolean canBeKeptToDistricts() {
        return switch (this) {
            case REVIEWER, OPERATIONS_PLANNER, QUALITY_INSPECTOR, RELEASE_COMMITTEE, LAND_RECIPIENT -> true;
            case OPERATOR_OFFICER, PUBLISHER, AUDITOR, ADMINISTRATOR, PUBLIC -> false;
        };
    }
}
