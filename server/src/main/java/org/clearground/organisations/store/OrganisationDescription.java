// SPDX-License-Identifier: Apache-2.0
package org.clearground.organisations.store;

import java.util.List;
import org.clearground.access.Resource;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;

/** Organisations, as people look them up. */
public final class OrganisationDescription {

    private OrganisationDescription() {}

    public static Register register() {
        return new Register(
                "organisations",
                Resource.REFERENCE,
                Register.Reach.EVERYBODY,
                "organisation t",
                "",
                false,
                new Register.Key("t.code", false),
                new Register.Times("t.valid_from", "t.valid_to", "t.known_from_ms", "t.known_to_ms"),
                "false",
                null,
                null,
                "code",
                List.of(
                        Column.of("code", "t.code", Kind.TEXT, "register.code")
                                .sortable()
                                .searchable(),
                        Column.of("name", "t.names", Kind.NAMES, "register.name")
                                .askedBy("(select group_concat(value, '|') from (select value from json_each(t.names)"
                                        + " union all select value from json_each(t.aliases)))")
                                .searchable(),
                        Column.of("kind", "t.kind", Kind.TEXT, "register.kind").filterable()),
                null,
                null);
    }
}
