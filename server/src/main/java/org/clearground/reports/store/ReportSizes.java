// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.clearground.storage.Transaction;

/**
 * How large the ground is that reports of a kind speak of: so many in each class of size, {@code report_size}. A class
 * reaches from one size to 2 % above it, so the middle one is known to 1 % from some hundred numbers, however many reports
 * came.
 *
 * <p>A report counts when it is read, whatever becomes of it: a middle is not moved by the few that are sent back.
 */
final class ReportSizes {

    /** Fewer than these have no middle worth the name. */
    static final int FEWEST = 10;

    private static final double CLASS = StrictMath.log(1.02);

    private final Transaction transaction;
    private final Map<String, Kind> kinds = new TreeMap<>();

    ReportSizes(Transaction transaction) {
        this.transaction = transaction;
    }

    private static final class Kind {
        private final Map<Integer, Long> known = new TreeMap<>();
        private final Map<Integer, Long> added = new TreeMap<>();
        private long count;
    }

    /** The size with as many above as below, in square metres; empty where too few came. */
    OptionalDouble median(String kind) throws SQLException {
        var of = kind(kind);
        if (of.count < FEWEST) {
            return OptionalDouble.empty();
        }
        long below = 0;
        for (var entry : of.known.entrySet()) {
            below += entry.getValue();
            if (below * 2 >= of.count) {
                return OptionalDouble.of(StrictMath.exp((entry.getKey() + 0.5) * CLASS));
            }
        }
        return OptionalDouble.empty();
    }

    void add(ReportMarks.Size size) throws SQLException {
        var of = kind(size.kind());
        int at = (int) Math.floor(StrictMath.log(size.squareMetres()) / CLASS);
        of.known.merge(at, 1L, Long::sum);
        of.added.merge(at, 1L, Long::sum);
        of.count++;
    }

    private Kind kind(String name) throws SQLException {
        var known = kinds.get(name);
        if (known != null) {
            return known;
        }
        var of = new Kind();
        var select = transaction.prepared("select size_class, reports from report_size where kind = ?");
        select.setString(1, name);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                of.known.put(row.getInt(1), row.getLong(2));
                of.count += row.getLong(2);
            }
        }
        kinds.put(name, of);
        return of;
    }

    /** Writes what was added. */
    void complete() throws SQLException {
        for (var kind : kinds.entrySet()) {
            for (var added : kind.getValue().added.entrySet()) {
                var insert = transaction.prepared("insert into report_size (kind, size_class, reports)"
                        + " values (?, ?, ?) on conflict (kind, size_class)"
                        + " do update set reports = report_size.reports + excluded.reports");
                insert.setString(1, kind.getKey());
                insert.setInt(2, added.getKey());
                insert.setLong(3, added.getValue());
                insert.executeUpdate();
            }
            kind.getValue().added.clear();
        }
    }
}
