// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clearground.access.Sight;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses answer whoever asks, so that no page and no JSON leads them to a closed door. One for each request.
 *
 * <p>Whether a kind of page answers at all is known from the rights; whether the page of one record does, only the store
 * knows. An answer is made first as if all did, and what it names is noted; then the store is asked once for all of it,
 * and where something is closed the answer is made again. So nobody has to gather beforehand what a page will name, and
 * nothing is asked row by row.
 */
public final class Doors {

    private static final int AT_ONCE = 1_000;
    private static final String JSON = "/api";

    private final Function<String, Optional<Sight>> reach;
    private final List<RecordPages> kinds;
    private final Map<RecordPages, Optional<Sight>> sights = new HashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> named = new LinkedHashSet<>();

    public Doors(Function<String, Optional<Sight>> reach, List<RecordPages> kinds) {
        this.reach = reach;
        this.kinds = List.copyOf(kinds);
    }

    /** Those of whoever asks on this thread; null outside a request, and for devices, which follow no links. */
    static @Nullable Doors here() {
        var visitor = Visitor.here();
        return visitor == null || visitor.device() ? null : visitor.doors();
    }

    /** Whether an address answers: of a record, or of no record and then said without its parameters. */
    boolean opens(String address) {
        var kind = kind(address);
        if (kind == null) {
            return reach.apply(path(address)).isPresent();
        }
        if (sight(kind).isEmpty()) {
            return false;
        }
        var open = known.get(address);
        if (open == null) {
            named.add(address);
        }
        return open == null || open;
    }

    /** An answer in JSON without the addresses that do not answer; they are null then. */
    Map<String, @Nullable Object> open(Transaction transaction, Map<String, @Nullable Object> answer) {
        boolean closed = closes(answer);
        closed |= waits() && ask(transaction);
        return closed ? opened(answer) : answer;
    }

    private boolean closes(@Nullable Object value) {
        boolean closed = false;
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                closed |= closed(entry) || closes(entry.getValue());
            }
        } else if (value instanceof Collection<?> list) {
            for (var each : list) {
                closed |= closes(each);
            }
        }
        return closed;
    }

    private static Map<String, @Nullable Object> copied(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }

    private Map<String, @Nullable Object> opened(Map<?, ?> answer) {
        var copy = copied(answer);
        for (var entry : copy.entrySet()) {
            entry.setValue(closed(entry) ? null : openedValue(entry.getValue()));
        }
        return copy;
    }

    private @Nullable Object openedValue(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return opened(map);
        }
        if (value instanceof Collection<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(each -> copy.add(openedValue(each)));
            return copy;
        }
        return value;
    }

    /** Addresses stand under {@code at} and names that end so; what people wrote stands under none of these. */
    private boolean closed(Map.Entry<?, ?> entry) {
        var name = String.valueOf(entry.getKey());
        if (!(entry.getValue() instanceof String address)
                || !address.startsWith("/")
                || !(name.equals("at") || name.endsWith("At"))) {
            return false;
        }
        // a record's JSON answers whom its page answers
        var page = address.startsWith(JSON + "/") ? address.substring(JSON.length()) : address;
        return !opens(kind(page) == null ? address : page);
    }

    /** What bounds the records of a kind that an address is of; empty where whoever asks sees none at all, or all. */
    Optional<Sight> bounds(String address) {
        var kind = kind(address);
        return kind == null ? Optional.empty() : sight(kind).filter(sight -> !(sight instanceof Sight.All));
    }

    /** Whether records were named of which nobody knows yet whether their pages answer. */
    boolean waits() {
        return !named.isEmpty();
    }

    /**
     * Asks for all that was named since the last time.
     *
     * @return whether any of it is closed
     */
    boolean ask(Transaction transaction) {
        boolean closed = false;
        for (var kind : kinds) {
            var addresses = named.stream()
                    .filter(address -> kind.equals(kind(address)))
                    .collect(Collectors.toMap(address -> key(kind, address), address -> address, (one, same) -> one));
            var seen = addresses.isEmpty() ? Set.<String>of() : seen(transaction, kind, addresses.keySet());
            for (var address : addresses.entrySet()) {
                boolean open = seen.contains(address.getKey());
                known.put(address.getValue(), open);
                closed |= !open;
            }
        }
        named.clear();
        return closed;
    }

    private Set<String> seen(Transaction transaction, RecordPages kind, Set<String> keys) {
        var sight = sight(kind).orElseThrow();
        if (sight instanceof Sight.All) {
            return keys;
        }
        var seen = new LinkedHashSet<String>();
        var some = new LinkedHashSet<String>();
        for (var key : keys) {
            some.add(key);
            if (some.size() == AT_ONCE) {
                seen.addAll(kind.asking().seen(transaction, sight, some));
                some.clear();
            }
        }
        if (!some.isEmpty()) {
            seen.addAll(kind.asking().seen(transaction, sight, some));
        }
        return seen;
    }

    private Optional<Sight> sight(RecordPages kind) {
        return sights.computeIfAbsent(kind, any -> reach.apply(path(kind.beginning() + "x")));
    }

    private @Nullable RecordPages kind(String address) {
        for (var kind : kinds) {
            int length = kind.beginning().length();
            if (address.startsWith(kind.beginning())
                    && address.length() > length
                    && address.indexOf('/', length) < 0
                    && address.indexOf('?', length) < 0) {
                return kind;
            }
        }
        return null;
    }

    private static String key(RecordPages kind, String address) {
        return URLDecoder.decode(address.substring(kind.beginning().length()), StandardCharsets.UTF_8);
    }

    private static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
