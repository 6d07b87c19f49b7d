// SPDX-License-Identifier: Apache-2.0
package org.clearground.names;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds things by code, name or alias, whatever the spelling's case and accents.
 *
 * <p>A name that two things share finds neither: the caller hears that it is unknown rather than getting one of them.
 */
public final class NameIndex<T> {

    private final Map<String, T> byCode = new HashMap<>();
    private final Map<String, T> byFoldedName = new LinkedHashMap<>();
    private final Set<String> shared = new HashSet<>();

    /** Adds a thing under its code and all its names; adding the same name for the same thing again changes nothing. */
    public void add(String code, T thing, Iterable<String> names) {
        byCode.put(code, thing);
        addName(code, thing);
        for (var name : names) {
            addName(name, thing);
        }
    }

    private void addName(String name, T thing) {
        var folded = Spelling.fold(name);
        if (folded.isEmpty()) {
            return;
        }
        var known = byFoldedName.putIfAbsent(folded, thing);
        if (known != null && !known.equals(thing)) {
            shared.add(folded);
        }
    }

    public Optional<T> find(String codeOrName) {
        var exact = byCode.get(codeOrName);
        if (exact != null) {
            return Optional.of(exact);
        }
        var folded = Spelling.fold(codeOrName);
        return shared.contains(folded) ? Optional.empty() : Optional.ofNullable(byFoldedName.get(folded));
    }

    /** Whether anything goes by this name, be it one thing or several. */
    public boolean knows(String codeOrName) {
        return byCode.containsKey(codeOrName) || byFoldedName.containsKey(Spelling.fold(codeOrName));
    }

    /** Up to {@code most} different things of which a name begins so, in the order of their spelling; none for a blank. */
    public List<T> beginningWith(String name, int most) {
        var folded = Spelling.fold(name);
        return folded.isEmpty()
                ? List.of()
                : byFoldedName.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(folded))
                        .sorted(Comparator.comparing(java.util.Map.Entry::getKey))
                        .map(java.util.Map.Entry::getValue)
                        .distinct()
                        .limit(most)
                        .toList();
    }

    /** Up to {@code most} different things whose names are spelt most alike, nearest first. */
    public List<T> nearestNames(String name, int most) {
        var folded = Spelling.fold(name);
        int farthest = Math.max(1, folded.length() / 3);
        record Candidate<T>(T thing, int distance) {}
        return byFoldedName.entrySet().stream()
                .filter(entry -> Math.abs(entry.getKey().length() - folded.length()) <= farthest)
                .map(entry -> new Candidate<>(entry.getValue(), Spelling.distance(entry.getKey(), folded)))
                .filter(candidate -> candidate.distance() <= farthest)
                .sorted(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::thing)
                .distinct()
                .limit(most)
                .toList();
    }
}
