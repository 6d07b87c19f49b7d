// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which tables a transaction changes, as its statements say. With its commit each gets another stamp, so that whoever
 * keeps something that was made of a table knows, in any process, whether it still holds.
 *
 * <p>A statement that changes no row counts all the same: what is made anew for nothing is right, too.
 */
final class ChangedTables {

    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:insert\\s+(?:or\\s+\\w+\\s+)?into|replace\\s+into|update(?:\\s+or\\s+\\w+)?|delete\\s+from)\\s+\"?(\\w+)",
            Pattern.CASE_INSENSITIVE);

    /** Statements are few, and said again and again; those that are put together from pieces are not kept. */
    private static final int MOST_KNOWN = 2_000;

    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private final Set<String> changed = new TreeSet<>();

    /** Notes what a statement changes. */
    void note(String statement) {
        var tables = KNOWN.get(statement);
        if (tables == null) {
            tables = tables(statement);
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(statement, tables);
            }
        }
        if (!tables.isEmpty()) {
            changed.addAll(tables);
        }
    }

    /** Whether rows of any of these tables may be others than those that were committed last. */
    boolean any(Set<String> tables) {
        return changed.stream().anyMatch(tables::contains);
    }

    /** In {@code on conflict do update set} no table is named, and {@code set} is none. */
    static Set<String> tables(String statement) {
        return CHANGE.matcher(statement)
                .results()
                .map((MatchResult found) -> found.group(1))
                .filter(name -> !name.equalsIgnoreCase("set"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Gives each table that was changed another stamp, and begins anew. */
    void stamp(Transaction transaction) throws SQLException {
        var stamp = UUID.randomUUID().toString();
        var tables = Set.copyOf(changed);
        for (var table : tables) {
            var insert = transaction.prepared("insert into table_change (name, stamp) values (?, ?)"
                    + " on conflict (name) do update set stamp = excluded.stamp");
            insert.setString(1, table);
            insert.setString(2, stamp);
            insert.executeUpdate();
        }
        changed.clear();
    }

    /** What was changed was taken back. */
    void forget() {
        changed.clear();
    }
}
