// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was made lately, by what it was made of, within so much memory; what nobody asked for longest goes first. What two
 * ask for at once is made once.
 */
public final class Kept<T> {

    private final long most;
    private final ToLongFunction<T> size;
    private final Map<String, T> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ConcurrentMap<String, CompletableFuture<T>> beingMade = new ConcurrentHashMap<>();
    private long held;

    /**
     * @param most what everything together may be
     * @param size what one thing is of it
     */
    public Kept(long most, ToLongFunction<T> size) {
        this.most = most;
        this.size = size;
    }

    /** Null if it is not here. */
    public synchronized @Nullable T find(String of) {
        return kept.get(of);
    }

    /** Makes it if it is not here; who asks for it meanwhile waits for it, and nobody waits for anything else. */
    public T get(String of, Supplier<T> making) {
        var found = find(of);
        if (found != null) {
            return found;
        }
        var mine = new CompletableFuture<T>();
        var another = beingMade.putIfAbsent(of, mine);
        if (another != null) {
            try {
                return another.join();
            } catch (CompletionException theirs) {
                return keep(of, making.get());
            }
        }
        try {
            // Somebody may have made it between looking and beginning.
            var late = find(of);
            var made = late == null ? keep(of, making.get()) : late;
            mine.complete(made);
            return made;
        } catch (RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            beingMade.remove(of);
        }
    }

    /** Keeps what was made. */
    public synchronized T keep(String of, T made) {
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
