// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Words;
import org.clearground.registers.Column;
import org.clearground.registers.Register;
import org.clearground.registers.Selection;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a register. A parameter that it does not know is refused: left out, it would show more than was
 * asked for, and nobody would notice.
 */
final class RegisterCall {

    private static final Set<String> ALWAYS = Set.of("lang", "valid_on", "known_at");
    private static final int LONGEST_TEXT = 200;

    private final Register register;
    private final Query query;
    private final Clock clock;
    private final Transaction transaction;
    private final Words words;

    RegisterCall(Register register, Query query, Clock clock, Transaction transaction, Words words) {
        this.register = register;
        this.query = query;
        this.clock = clock;
        this.transaction = transaction;
        this.words = words;
    }

    /** The parameters that narrow a selection, in the order in which they are asked for. */
    static List<String> narrowing(Register register) {
        var names = new ArrayList<String>();
        register.columns().stream().filter(Column::filtered).map(Column::name).forEach(names::add);
        if (register.period() != null) {
            names.add("from");
            names.add("to");
        }
        if (register.searched()) {
            names.add("q");
        }
        if (register.shape() != null) {
            names.add("bbox");
        }
        return names;
    }

    /**
     * The day and the moment of the register.
     *
     * @throws ProblemException where it cannot say how things were then
     */
    AsOf asOf() {
        var asOf = query.asOf(clock, words.pack().zone());
        if (query.day("valid_on") != null && register.times().validFrom() == null) {
            throw wrong("this register shows things as they stand; leave out \"valid_on\"");
        }
        if (query.moment("known_at") != null && register.times().knownFrom() == null) {
            throw wrong("this register shows things as they are known now; leave out \"known_at\"");
        }
        return asOf;
    }

    /**
     * What is asked for.
     *
     * @param others parameters that are allowed besides those that narrow and sort
     */
    Selection selection(String... others) {
        var known = Stream.of(narrowed().stream(), Stream.of("sort"), Stream.of(others))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        only(known);
        var equal = new LinkedHashMap<String, String>();
        for (var column : register.columns()) {
            var value = column.filtered() ? query.text(column.name()) : null;
            if (value != null) {
                equal.put(column.name(), one(column, value));
            }
        }
        var from = register.period() == null ? null : query.day("from");
        var to = register.period() == null ? null : query.day("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw wrong("the period ends on " + to + ", before it begins on " + from);
        }
        var text = register.searched() ? query.text("q") : null;
        if (text != null && text.length() > LONGEST_TEXT) {
            throw wrong("\"q\" has more than " + LONGEST_TEXT + " characters");
        }
        var order = order();
        return new Selection(
                equal,
                from,
                to,
                text,
                register.shape() == null ? null : query.box(),
                sorted(order.startsWith("-") ? order.substring(1) : order),
                order.startsWith("-"),
                asOf());
    }

    /** Everything that says which rows are meant, and in which language. */
    Set<String> narrowed() {
        return Stream.of(ALWAYS.stream(), narrowing(register).stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    /** Whether things are asked for as they stood at the moment that is asked for, not on another day. */
    boolean asThingsStand(AsOf asOf) {
        return asOf.validOn().equals(asOf.knownAt().atZone(words.pack().zone()).toLocalDate());
    }

    /** Refuses every other parameter. */
    void only(Set<String> known) {
        for (var name : query.here().parameters().keySet()) {
            if (!known.contains(name)) {
                throw wrong("this register cannot be asked by \"" + name + "\"; it can by "
                        + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    static Set<String> always() {
        return ALWAYS;
    }

    /** Name of a column, with a minus before it where the last comes first. */
    String order() {
        var order = query.text("sort");
        return order == null ? register.order() : order;
    }

    private Column sorted(String name) {
        return register.column(name)
                .filter(Column::sorted)
                .orElseThrow(() -> wrong("this register is not sorted by \"" + name + "\"; it is by "
                        + register.columns().stream()
                                .filter(Column::sorted)
                                .map(Column::name)
                                .collect(Collectors.joining(", "))));
    }

    private String one(Column column, String value) {
        var codes = column.codes();
        if (codes != null) {
            var all = codes.all(transaction, words);
            if (!all.contains(value)) {
                throw wrong("\"" + column.name() + "\" is \"" + value + "\", which is no code of its list"
                        + (all.size() > 20 ? "" : "; there are: " + String.join(", ", all)));
            }
        }
        return value;
    }

    @Nullable
    String after() {
        return query.text("after");
    }

    private static ProblemException wrong(String sentence) {
        return new ProblemException(ProblemCode.WRONG_CALL, sentence);
    }
}
