// SPDX-License-Identifier: Apache-2.0
package org.clearground.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {

    private static final Right SEE_REPORTS = new Right(Resource.REPORT, Action.VIEW);

    @Test
    void whatDoesNotStandInTheTableIsDenied() {
        assertThat(Rights.scope(Role.PUBLIC, SEE_REPORTS)).isEmpty();
        assertThat(Rights.scope(Role.ADMINISTRATOR, SEE_REPORTS)).isEmpty();
        assertThat(Rights.scope(Role.AUDITOR, new Right(Resource.REPORT, Action.MANAGE)))
                .isEmpty();
    }

    @Test
    void aRightStandsInTheTableOnce() {
        assertThat(Rights.table().stream().map(Rights.Line::right)).doesNotHaveDuplicates();
    }

    @Test
    void auditorsChangeNothingAndSeeEverything() {
        for (var line : Rights.table()) {
            boolean looking = EnumSet.of(Action.VIEW, Action.DOWNLOAD, Action.CHECK)
                    .contains(line.right().action());

            assertThat(line.roles().contains(Role.AUDITOR))
                    .as("%s", line.right())
                    .isEqualTo(looking);
        }
    }

    @Test
    void whoSendsReportsInDoesNotDecideOnThem() {
        for (var role : Role.values()) {
            assertThat(Rights.scope(role, new Right(Resource.REPORT, Action.SUBMIT))
                                    .isPresent()
                            && Rights.scope(role, new Right(Resource.REPORT, Action.DECIDE))
                                    .isPresent())
                    .as("%s", role)
                    .isFalse();
        }
    }

    @Test
    void anOperatorSeesTheRecordsOfItsOwnBodyOnly() {
        var officer = new Account("leyla", Role.OPERATOR_OFFICER, "EX-A", new TreeSet<>(), false);

        assertThat(officer.sight(SEE_REPORTS)).contains(new Sight.OfOrganisation("EX-A"));
        for (var line : Rights.table()) {
            if (!line.right().isOfNobody()) {
                officer.sight(line.right())
                        .ifPresent(sight -> assertThat(sight.organisation()).isEqualTo("EX-A"));
            }
        }
    }

    @Test
    void anAccountCanBeKeptToDistricts() {
        var reviewer = new Account("murad", Role.REVIEWER, null, new TreeSet<>(List.of("EX-2", "EX-1")), false);

        assertThat(reviewer.sight(SEE_REPORTS)).contains(new Sight.OfDistricts(new TreeSet<>(List.of("EX-1", "EX-2"))));
    }

    @Test
    void aDisabledAccountMayNothing() {
        var gone = new Account("aysel", Role.AUDITOR, null, new TreeSet<>(), true);

        assertThat(Rights.table())
                .noneSatisfy(line -> assertThat(gone.sight(line.right())).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleThatCanSignInHasACode(Role role) {
        assertThat(Role.findByCode(role.code()).isPresent()).isEqualTo(role != Role.PUBLIC);
        assertThat(Arrays.stream(Role.values()).map(Role::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Leyla", "9leyla", "leyla b", "leyla\n", "l/../x", "<b>"})
    void aNameIsPlain(String name) {
        assertThatThrownBy(() -> new Account(name, Role.AUDITOR, null, new TreeSet<>(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no name to sign in by");
    }

    @Test
    void aBodyIsNamedWhereTheRoleBelongsToOneAndOnlyThere() {
        assertThatThrownBy(() -> new Account("leyla", Role.OPERATOR_OFFICER, null, new TreeSet<>(), false))
                .hasMessageContaining("say which");
        assertThatThrownBy(() -> new Account("leyla", Role.REVIEWER, "EX-A", new TreeSet<>(), false))
                .hasMessageContaining("name none");
        assertThatThrownBy(() ->
                        new Account("leyla", Role.OPERATOR_OFFICER, "EX-A", new TreeSet<>(List.of("EX-1")), false))
                .hasMessageContaining("cannot be kept to districts");
        assertThatThrownBy(() -> new Account("leyla", Role.PUBLIC, null, new TreeSet<>(), false))
                .hasMessageContaining("does not sign in");
    }
}
