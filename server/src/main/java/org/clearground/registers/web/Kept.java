// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was made lately, by what it was made of, within so much memory; what nobody asked for longest goes first. What two
 * ask for at once may be made twice: it is the same.
 */
final class Kept<T> {

    private final long most;
    private final ToLongFunction<T> size;
    private final Map<String, T> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    Kept(long most, ToLongFunction<T> size) {
        this.most = most;
        this.size = size;
    }

    /** Null if it is not here. */
    synchronized @Nullable T find(String of) {
        return kept.get(of);
    }

    T get(String of, Supplier<T> making) {
        var found = find(of);
        return found == null ? keep(of, making.get()) : found;
    }

    private synchronized T keep(String of, T made) {
        var before = kept.put(of, made);
        held += size.applyAsLong(made) - (before == null ? 0 : size.applyAsLong(before));
        var oldest = kept.entrySet().iterator();
        while (held > most && kept.size() > 1) {
            held -= size.applyAsLong(oldest.next().getValue());
            oldest.remove();
        }
        return made;
    }
}
