// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.LedgerEntry;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Signatures under a report. What makes land usable is signed by two persons, neither of whom reported it
 * (IMAS 07.11); each stands in the ledger from the moment it was given.
 */
final class Signatures {

    private static final String TWO_PERSONS = "TWO_PERSONS_MAKE_LAND_USABLE";
    static final String ITS_OFFICE = "DECIDED_BY_ITS_OFFICE";

    private Signatures() {}

    /** A signature that stands. */
    record Signature(String person, String office) {}

    static List<Signature> list(Transaction transaction, long report) {
        return transaction
                .sql()
                .sql("select person, office from signature where report = ? order by signed_at_ms, person")
                .param(report)
                .query((row, number) -> new Signature(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * Whether a signature is the last that a report needs.
     *
     * @param offices that must sign; none where one signature of anybody is enough
     * @param reporter who sent the report in
     * @throws ProblemException naming the rule, if this person may not sign, or not in this office
     */
    static boolean completes(
            Transaction transaction,
            long report,
            List<String> offices,
            String reporter,
            String person,
            @Nullable String office) {
        if (office != null && !offices.isEmpty() && !offices.contains(office)) {
            throw refused(ITS_OFFICE, "it is decided by " + String.join(" and ", offices) + ", not by " + office);
        }
        if (offices.size() < 2) {
            return true;
        }
        if (office == null) {
            throw refused(ITS_OFFICE, "say with --office in what office you sign: " + String.join(" or ", offices));
        }
        if (person.equals(reporter)) {
            throw refused(TWO_PERSONS, person + " sent it in and cannot sign it; name the signatory with --by");
        }
        var open = new ArrayList<>(offices);
        for (var given : list(transaction, report)) {
            if (given.person().equals(person)) {
                throw refused(TWO_PERSONS, person + " has signed it already; another person must");
            }
            open.remove(given.office());
        }
        if (!open.contains(office)) {
            throw refused(ITS_OFFICE, "the signature still missing is that of " + String.join(" and ", open));
        }
        return open.size() == 1;
    }

    /** That somebody would sign whose office does not. */
    static ProblemException notTheirOffice(List<String> offices, String person) {
        return refused(ITS_OFFICE, "it is decided by " + String.join(" and ", offices) + ", not by " + person);
    }

    static ProblemException refused(String rule, String why) {
        return new ProblemException(ProblemCode.NOT_PERMITTED, "rule " + rule + ": " + why);
    }

    /** Keeps a signature under reports. */
    static void insert(Transaction transaction, LedgerEntry entry, Map<String, Object> body, List<Long> reports) {
        try {
            for (long report : reports) {
                var insert = transaction.prepared("insert into signature (report, person, office, signed_at_ms)"
                        + " values (?, ?, ?, ?) on conflict (report, person) do nothing");
                insert.setLong(1, report);
                insert.setString(2, entry.actor());
                insert.setString(3, String.valueOf(body.getOrDefault("office", "")));
                insert.setLong(4, entry.recordedAt().toEpochMilli());
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }
}
