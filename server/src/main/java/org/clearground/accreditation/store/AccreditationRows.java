// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation.store;

import java.time.Instant;
import java.time.LocalDate;
import org.clearground.accreditation.Accreditation;
import org.clearground.accreditation.AccreditationStatus;
import org.clearground.accreditation.Accreditations;
import org.clearground.accreditation.Phase;
import org.clearground.storage.Transaction;

/** The accreditations on record, as known at a moment. */
public final class AccreditationRows {

    private final Transaction transaction;

    public AccreditationRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** All that was known; how a body stands on a day follows from it. */
    public Accreditations knownAt(Instant moment) {
        return new Accreditations(transaction
                .sql()
                .sql("select id, report_no, organisation, phase, activity_type, status, valid_from, last_day,"
                        + " conditions, reason, sample from accreditation where known_from_ms <= :at"
                        + " and (known_to_ms is null or known_to_ms > :at) order by id")
                .param("at", moment.toEpochMilli())
                .query((row, number) -> {
                    var lastDay = row.getString(8);
                    return new Accreditation(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            Phase.valueOf(row.getString(4)),
                            row.getString(5),
                            AccreditationStatus.valueOf(row.getString(6)),
                            LocalDate.parse(row.getString(7)),
                            lastDay == null ? null : LocalDate.parse(lastDay),
                            row.getString(9),
                            row.getString(10),
                            row.getBoolean(11));
                })
                .list());
    }
}
