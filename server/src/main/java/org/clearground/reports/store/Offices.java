// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clearground.storage.Transaction;

/** In which offices reports must be signed, kept beside them so that each office finds what waits for it. */
final class Offices {

    private Offices() {}

    static void insert(Transaction transaction, long report, List<String> offices) throws SQLException {
        for (int place = 0; place < offices.size(); place++) {
            var insert = transaction.prepared("insert into report_office (report, place, office) values (?, ?, ?)");
            insert.setLong(1, report);
            insert.setInt(2, place + 1);
            insert.setString(3, offices.get(place));
            insert.executeUpdate();
        }
    }

    /** By the key of its row; none where anybody who may decide is enough. */
    static List<String> of(Transaction transaction, long report) {
        return transaction
                .sql()
                .sql("select office from report_office where report = ? order by place")
                .param(report)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Those whose signature is still missing. */
    static List<String> missing(Transaction transaction, long report) {
        var open = new ArrayList<>(of(transaction, report));
        Signatures.list(transaction, report).forEach(signature -> open.remove(signature.office()));
        return open;
    }
}
