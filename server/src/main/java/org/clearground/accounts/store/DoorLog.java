// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.clearground.storage.Transaction;

/** What happened at the door, within a transaction: rows are added, never changed. */
final class DoorLog {

    private static final int MOST_TYPED = 64;
    private static final String SELECT = "select at_ms, kind, account, actor, detail from access_event";

    private final Transaction transaction;
    private final Clock clock;

    DoorLog(Transaction transaction, Clock clock) {
        this.transaction = transaction;
        this.clock = clock;
    }

    void add(AccessEvent.Kind kind, String account, String actor, String detail) {
        transaction
                .sql()
                .sql("insert into access_event (at_ms, kind, account, actor, detail) values (?, ?, ?, ?, ?)")
                .params(clock.instant().toEpochMilli(), kind.name(), plain(account), plain(actor), detail)
                .update();
    }

    private static String plain(String typed) {
        var plain = typed.replaceAll("\\p{C}", "\ufffd");
        return plain.length() > MOST_TYPED ? plain.substring(0, MOST_TYPED) + "…" : plain;
    }

    List<AccessEvent> latest(int most) {
        return transaction
                .sql()
                .sql(SELECT + " order by id desc limit ?")
                .param(most)
                .query((row, number) -> event(row))
                .list();
    }

    List<AccessEvent> latestOf(String name, int most) {
        return transaction
                .sql()
                .sql(SELECT + " where account = :name or actor = :name order by id desc limit :most")
                .param("name", name)
                .param("most", most)
                .query((row, number) -> event(row))
                .list();
    }

    private static AccessEvent event(ResultSet row) throws SQLException {
        return new AccessEvent(
                Instant.ofEpochMilli(row.getLong(1)),
                AccessEvent.Kind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }
}
