// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Ledger;
import org.clearground.names.Names;
import org.clearground.packs.Words;
import org.clearground.registers.Column;
import org.clearground.registers.Register;
import org.clearground.registers.store.RegisterRow;
import org.jspecify.annotations.Nullable;

/** A value of a register in words, and as data. */
public final class CellText {

    private CellText() {}

    /** As people read it; what is not recorded as the pack prints that. */
    public static String said(Words words, Column column, @Nullable Object value) {
        if (value == null) {
            return words.say("bulletin.absent");
        }
        return switch (column.kind()) {
            case TEXT -> value.toString();
            case CODE ->
                column.findCodes()
                        .map(codes -> codes.say(words, value.toString()))
                        .orElse(value.toString());
            case NAMES -> names(value.toString()).in(words.language());
            case DAY -> words.day((LocalDate) value);
            case MOMENT -> words.moment((Instant) value);
            case WHOLE -> words.number((Long) value);
            case SQUARE_METRES -> words.inSquareMetres((Long) value);
        };
    }

    /** As programmes read it: a text, a whole number, or nothing; days and moments in ISO 8601. */
    public static @Nullable Object data(Words words, Column column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT, CODE, DAY -> value.toString();
            case NAMES -> names(value.toString()).in(words.language());
            case MOMENT -> Ledger.written((Instant) value);
            case WHOLE, SQUARE_METRES -> value;
        };
    }

    private static Names names(String json) {
        var names = new LinkedHashMap<String, String>();
        CanonicalJson.read(json).forEach((language, name) -> names.put(language, name.toString()));
        return new Names(names);
    }

    /** What the row is called where one line must do: its first value, else its key. */
    public static String title(Words words, Register register, RegisterRow row) {
        var value = row.values().get(0);
        return value == null ? row.key() : said(words, register.columns().get(0), value);
    }

    /** Whether the column reads from left to right as a number. */
    public static boolean number(Column column) {
        return switch (column.kind()) {
            case WHOLE, SQUARE_METRES -> true;
            case TEXT, CODE, NAMES, DAY, MOMENT -> false;
        };
    }
}
