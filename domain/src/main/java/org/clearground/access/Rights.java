// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

import static org.clearground.access.Role.ADMINISTRATOR;
import static org.clearground.access.Role.AUDITOR;
import static org.clearground.access.Role.LAND_RECIPIENT;
import static org.clearground.access.Role.OPERATIONS_PLANNER;
import static org.clearground.access.Role.OPERATOR_OFFICER;
import static org.clearground.access.Role.PUBLIC;
import static org.clearground.access.Role.PUBLISHER;
import static org.clearground.access.Role.QUALITY_INSPECTOR;
import static org.clearground.access.Role.RELEASE_COMMITTEE;
import static org.clearground.access.Role.REVIEWER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one table of rights. What does not stand in it is denied.
 *
 * <p>A right reaches all records, but two: that of a role which {@linkplain Role#isOfOneOrganisation() belongs to one body}
 * reaches the records of that body, and an {@link Account} can be kept to districts. Neither narrows what
 * {@linkplain Right#isOfNobody() belongs to nobody}.
 */
public final class Rights {

    /** A right and the roles that have it. */
    public record Line(Right right, Set<Role> roles) {

        public Line {
            roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        }
    }

    private static final List<Line> TABLE = List.of(
            line(
                    Resource.BULLETIN,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    PUBLISHER,
                    AUDITOR),
            line(
                    Resource.FIGURE,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    PUBLISHER,
                    AUDITOR),
            line(
                    Resource.EDITION,
                    Action.VIEW,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    PUBLISHER,
                    AUDITOR),
            line(Resource.EDITION, Action.SUBMIT, PUBLISHER),
            line(Resource.EDITION, Action.SIGN, RELEASE_COMMITTEE, PUBLISHER),
            line(
                    Resource.PUBLICATION,
                    Action.VIEW,
                    PUBLIC,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    LAND_RECIPIENT,
                    PUBLISHER,
                    AUDITOR,
                    ADMINISTRATOR),
            line(
                    Resource.REPORT,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    LAND_RECIPIENT,
                    PUBLISHER,
                    AUDITOR),
            line(Resource.REPORT, Action.SUBMIT, OPERATOR_OFFICER, OPERATIONS_PLANNER, QUALITY_INSPECTOR),
            line(Resource.REPORT, Action.DECIDE, REVIEWER),
            line(
                    Resource.REPORT,
                    Action.SIGN,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    LAND_RECIPIENT),
            line(
                    Resource.REPORT,
                    Action.COMMENT,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    LAND_RECIPIENT),
            line(
                    Resource.SUBMISSION,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    PUBLISHER,
                    AUDITOR),
            line(Resource.SUBMISSION, Action.DOWNLOAD, OPERATOR_OFFICER, REVIEWER, QUALITY_INSPECTOR, AUDITOR),
            line(
                    Resource.FIND,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    PUBLISHER,
                    AUDITOR),
            line(
                    Resource.WORKED_GROUND,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    PUBLISHER,
                    AUDITOR),
            line(
                    Resource.LAND_BALANCE,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    PUBLISHER,
                    AUDITOR),
            line(
                    Resource.HAZARDOUS_AREA,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    AUDITOR),
            line(
                    Resource.LAND_HISTORY,
                    Action.VIEW,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    AUDITOR),
            line(
                    Resource.LAND_CASE,
                    Action.VIEW,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    AUDITOR),
            line(Resource.LAND_CASE, Action.DECIDE, REVIEWER, RELEASE_COMMITTEE),
            line(
                    Resource.LEAD,
                    Action.VIEW,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    AUDITOR),
            line(
                    Resource.ALERT,
                    Action.VIEW,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    AUDITOR),
            line(Resource.ALERT, Action.DECIDE, OPERATIONS_PLANNER, QUALITY_INSPECTOR),
            line(
                    Resource.VISIT,
                    Action.VIEW,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    AUDITOR),
            line(
                    Resource.CERTIFICATE,
                    Action.VIEW,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    LAND_RECIPIENT,
                    AUDITOR),
            // The code has 112 bits and stands on the paper: who knows it holds the paper.
            line(
                    Resource.CERTIFICATE,
                    Action.CHECK,
                    PUBLIC,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    LAND_RECIPIENT,
                    PUBLISHER,
                    AUDITOR),
            line(
                    Resource.ACCREDITATION,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    AUDITOR),
            line(
                    Resource.STATEMENT,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    LAND_RECIPIENT,
                    PUBLISHER,
                    AUDITOR,
                    ADMINISTRATOR),
            line(Resource.STATEMENT, Action.SUBMIT, REVIEWER, PUBLISHER),
            line(Resource.STATEMENT, Action.DECIDE, REVIEWER, PUBLISHER),
            line(
                    Resource.REFERENCE,
                    Action.VIEW,
                    OPERATOR_OFFICER,
                    REVIEWER,
                    OPERATIONS_PLANNER,
                    QUALITY_INSPECTOR,
                    RELEASE_COMMITTEE,
                    LAND_RECIPIENT,
                    PUBLISHER,
                    AUDITOR,
                    ADMINISTRATOR),
            line(Resource.ACCOUNT, Action.VIEW, ADMINISTRATOR, AUDITOR),
            line(Resource.ACCOUNT, Action.MANAGE, ADMINISTRATOR),
            line(Resource.NODE, Action.VIEW, ADMINISTRATOR, AUDITOR),
            line(Resource.NODE, Action.MANAGE, ADMINISTRATOR),
            line(Resource.ACCESS_LOG, Action.VIEW, ADMINISTRATOR, AUDITOR));

    private Rights() {}

    private static Line line(Resource resource, Action action, Role first, Role... others) {
        return new Line(new Right(resource, action), EnumSet.of(first, others));
    }

    /** All of it, in the order of the field: figures, reports, land, papers, accounts. */
    public static List<Line> table() {
        return TABLE;
    }

    /** How far a right of a role reaches; empty if the role has it not. */
    public static Optional<Scope> scope(Role role, Right right) {
        return TABLE.stream()
                .filter(line -> line.right().equals(right) && line.roles().contains(role))
                .map(line -> reaching(role, right))
                .findFirst();
    }

    private static Scope reaching(Role role, Right right) {
        return role.isOfOneOrganisation() && !right.isOfNobody() ? Scope.OWN_ORGANISATION : Scope.ALL;
    }
}
