// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers;

import java.util.List;
import org.clearground.packs.Words;
import org.clearground.storage.Transaction;

/**
 * Which codes a column may hold, and how each is said.
 *
 * @param from a list of the pack, the beginning of keys of sentences, or SQL that gives codes with names of their own
 * @param closed where the programme itself closes the list; else empty
 */
public record Codes(How how, String from, List<String> closed) {

    /** The organisations that any pack of this store named. */
    public static final Codes ORGANISATIONS = named("select distinct code from organisation order by code");

    /** The districts that any pack of this store named. */
    public static final Codes DISTRICTS = named("select distinct code from districts order by code");

    /** Where the words of a code are. */
    public enum How {
        PACK,
        SENTENCES,
        NAMES
    }

    public Codes {
        closed = List.copyOf(closed);
    }

    /** The codes of a list of the pack. */
    public static Codes ofPack(String list) {
        return new Codes(How.PACK, list, List.of());
    }

    /** Codes of the programme, each said by the sentence {@code prefix.CODE}. */
    public static Codes said(String prefix, List<String> codes) {
        return new Codes(How.SENTENCES, prefix, codes);
    }

    /** Organisations and districts, which have names of their own. */
    public static Codes named(String sql) {
        return new Codes(How.NAMES, sql, List.of());
    }

    /** What a code is called; the code itself where nobody says. */
    public String say(Words words, String code) {
        return switch (how) {
            case PACK -> words.name(from, code);
            case SENTENCES -> closed.contains(code) ? words.say(from + "." + code) : code;
            case NAMES -> words.name(code);
        };
    }

    /** Every code that may be asked for, also those of earlier packs where the store keeps them. */
    public List<String> all(Transaction transaction, Words words) {
        return switch (how) {
            case PACK -> words.codes(from);
            case SENTENCES -> closed;
            case NAMES -> transaction.sql().sql(from).query(String.class).list();
        };
    }
}
