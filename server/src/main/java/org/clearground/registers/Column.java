// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every row of a register says in one place.
 *
 * @param name in addresses and exports, with its unit: {@code area_m2}
 * @param sql an expression over the rows of the register; it may use {@code :validOn} and {@code :knownAt}
 * @param asked the expression by which it is filtered and searched, where that is another
 * @param words key of the sentence that names it
 * @param codes null unless it is a {@link Kind#CODE}
 * @param filtered whether rows can be asked for by one value of it
 * @param searched whether the search for a text looks here
 * @param lookedUp a condition that finds the text {@code :text} by an index, however many rows there are, and that holds
 *     for the same rows as looking at each; null where there is none
 * @param sorted whether rows can be ordered by it; it is never null then, and an index has the order
 * @param open whether the public may see it; what is not open is for those who work with the register
 */
public record Column(
        String name,
        String sql,
        String asked,
        Kind kind,
        String words,
        @Nullable Codes codes,
        boolean filtered,
        boolean searched,
        @Nullable String lookedUp,
        boolean sorted,
        boolean open) {

    /** What a value is, and so how it is printed. */
    public enum Kind {
        TEXT,
        CODE,
        /** What something is called in each language. */
        NAMES,
        DAY,
        MOMENT,
        /** A count, or a measure whose unit stands in the name. */
        WHOLE,
        SQUARE_METRES
    }

    public Column {
        if ((kind == Kind.CODE) != (codes != null)) {
            throw new IllegalArgumentException(name + ": codes belong to columns of codes, and only there");
        }
    }

    public static Column of(String name, String sql, Kind kind, String words) {
        return new Column(name, sql, sql, kind, words, null, false, false, null, false, true);
    }

    public static Column code(String name, String sql, String words, Codes codes) {
        return new Column(name, sql, sql, Kind.CODE, words, codes, true, false, null, false, true);
    }

    public Column filterable() {
        return new Column(name, sql, asked, kind, words, codes, true, searched, lookedUp, sorted, open);
    }

    /** Not filtered by. */
    public Column shown() {
        return new Column(name, sql, asked, kind, words, codes, false, searched, lookedUp, sorted, open);
    }

    public Column searchable() {
        return new Column(name, sql, asked, kind, words, codes, filtered, true, lookedUp, sorted, open);
    }

    /** Searched, and what few rows have is looked up in an index: for a register of very many rows. */
    public Column searchableBy(String condition) {
        return new Column(name, sql, asked, kind, words, codes, filtered, true, condition, sorted, open);
    }

    public Column sortable() {
        return new Column(name, sql, asked, kind, words, codes, filtered, searched, lookedUp, true, open);
    }

    /** Filtered and searched by another expression than the one that is shown. */
    public Column askedBy(String other) {
        return new Column(name, sql, other, kind, words, codes, filtered, searched, lookedUp, sorted, open);
    }

    /** Not for the public. */
    public Column internal() {
        return new Column(name, sql, asked, kind, words, codes, filtered, searched, lookedUp, sorted, false);
    }

    public Optional<Codes> findCodes() {
        return Optional.ofNullable(codes);
    }
}
