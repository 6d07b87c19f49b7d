// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import org.clearground.reports.FieldReport;
import org.clearground.storage.FeatureRows;
import org.clearground.storage.Transaction;

/** Where reports say that they are, one row under the number of each that says it, whatever becomes of the report. */
final class ReportPlaces {

    static final String TABLE = "report_places";

    private final FeatureRows rows;

    /**
     * Opens the table in a transaction.
     *
     * @param much whether many reports are to come
     */
    ReportPlaces(Transaction transaction, boolean much) {
        this.rows = new FeatureRows(transaction, TABLE, much);
    }

    /** Writes where a report is; their numbers rise. */
    void insert(long id, FieldReport report) throws SQLException {
        var place = report.place();
        if (place.isPresent()) {
            rows.number(id);
            var insert = rows.prepared("insert into " + TABLE + " (fid, geom) values (?, ?)");
            insert.setLong(1, id);
            insert.setBytes(2, rows.encode(place.get()));
            rows.insert(insert, place.get().getEnvelopeInternal());
        }
    }

    /** After the last. */
    void complete() {
        rows.complete();
    }

    void drop() {
        rows.drop();
    }
}
