// SPDX-License-Identifier: Apache-2.0
package org.clearground.places.store;

import java.util.List;
import java.util.Set;
import org.clearground.access.Resource;
import org.clearground.registers.Codes;
import org.clearground.registers.Column;
import org.clearground.registers.Column.Kind;
import org.clearground.registers.Register;
import org.clearground.registers.Symbol;

/** Districts and settlements, as people look them up. */
public final class PlaceDescriptions {

    private static final Register.Times TIMES =
            new Register.Times("t.valid_from", "t.valid_to", "t.known_from_ms", "t.known_to_ms");

    /** Names and other spellings, without the codes of their languages. */
    private static final String EVERY_NAME =
            "(select group_concat(value, '|') from (select value from json_each(t.names)"
                    + " union all select value from json_each(t.aliases)))";

    private PlaceDescriptions() {}

    public static Register districts() {
        return new Register(
                        "districts",
                        Resource.REFERENCE,
                        Register.Reach.EVERYBODY,
                        "districts t",
                        "",
                        false,
                        new Register.Key("t.code", false),
                        TIMES,
                        "false",
                        new Register.Shape("districts", "code", true),
                        null,
                        "code",
                        List.of(code(), name()),
                        null,
                        null)
                .drawn(Symbol.of(new Symbol.Look(
                                "register.districts", Set.of(), Symbol.Form.BORDER, "#4a5a60", "", "8 3 2 3"))
                        .behind("name", 0));
    }

    public static Register settlements() {
        return new Register(
                        "settlements",
                        Resource.REFERENCE,
                        Register.Reach.EVERYBODY,
                        "settlements t",
                        "",
                        false,
                        new Register.Key("t.code", false),
                        TIMES,
                        "false",
                        new Register.Shape("settlements", "code", true),
                        null,
                        "code",
                        List.of(
                                code(),
                                name(),
                                Column.code("district", "t.district", "page.district", Codes.DISTRICTS)),
                        null,
                        null)
                .drawn(Symbol.of(new Symbol.Look(
                                "register.settlements",
                                Set.of(),
                                Symbol.Form.SIGN,
                                "#17252a",
                                "M8 5A3 3 0 1 0 8 11A3 3 0 1 0 8 5Z",
                                ""))
                        .behind("name", 9));
    }

    private static Column code() {
        return Column.of("code", "t.code", Kind.TEXT, "register.code")
                .sortable()
                .searchable();
    }

    private static Column name() {
        return Column.of("name", "t.names", Kind.NAMES, "register.name")
                .askedBy(EVERY_NAME)
                .searchable();
    }
}
