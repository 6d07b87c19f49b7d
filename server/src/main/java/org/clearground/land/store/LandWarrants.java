// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.store;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clearground.access.Right;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.LandRule;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.Warrants;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Whether somebody may decide on claims or alerts: asked of their account in the transaction of the decision. */
final class LandWarrants {

    private final Warrants warrants;

    LandWarrants(Warrants warrants) {
        this.warrants = warrants;
    }

    /**
     * A decision that somebody would take.
     *
     * @param what that is decided on, as a plural
     * @param office that they state; null for none
     * @param districts in which its ground lies, {@link org.clearground.land.Borders#OUTSIDE} among them
     * @param reports that speak of it; who sent one of them in decides nothing
     */
    record Deed(
            Right right,
            String what,
            String person,
            @Nullable String office,
            SortedSet<String> districts,
            List<ReportId> reports) {
        Deed {
            districts = Collections.unmodifiableSortedSet(new TreeSet<>(districts));
            reports = List.copyOf(reports);
        }
    }

    /**
     * The office in which it is decided: that of the account, or the one stated where nobody has an account. Empty for
     * none.
     *
     * @throws ProblemException if people have accounts and theirs does not reach as far
     */
    Optional<String> require(Transaction transaction, Deed deed) {
        var warrant = warrants.find(transaction, deed.person());
        if (warrant.isEmpty()) {
            return Optional.ofNullable(deed.office());
        }
        var held = warrant.get();
        var sight = held.account().sight(deed.right());
        if (sight.isEmpty()) {
            throw refused(deed.person() + " has no right to decide on " + deed.what());
        }
        if (!within(sight.get(), deed.districts())) {
            throw refused("the account of " + deed.person() + " is kept to districts, and not all of the ground of "
                    + "these " + deed.what() + " lies in them; somebody decides who sees all of it");
        }
        if (deed.office() != null && !deed.office().equals(held.office())) {
            throw refused("rule " + LandRule.DECIDED_BY_ITS_OFFICE + ": " + deed.person() + " decides in "
                    + (held.office() == null ? "no office" : held.office()) + ", not in " + deed.office());
        }
        if (!held.ownToo()) {
            for (var report : deed.reports()) {
                if (sentBy(transaction, report, deed.person())) {
                    throw refused(deed.person() + " sent report " + report + " in and does not decide on it; another"
                            + " person must");
                }
            }
        }
        return Optional.ofNullable(held.office());
    }

    /** Whether all ground lies where somebody sees; of ground that nobody can place, only who sees the whole country. */
    private static boolean within(Sight sight, SortedSet<String> districts) {
        return sight instanceof Sight.All
                || sight instanceof Sight.OfDistricts own
                        && !districts.isEmpty()
                        && own.codes().containsAll(districts);
    }

    /** Whether somebody sent a report in. */
    static boolean sentBy(Transaction transaction, ReportId report, String person) {
        return transaction
                .sql()
                .sql("select exists (select 1 from report join submission on submission.sha256 = report.submission"
                        + " where report.report_id = ? and submission.actor = ?)")
                .params(report.toString(), person)
                .query(Boolean.class)
                .single();
    }

    private static ProblemException refused(String why) {
        return new ProblemException(ProblemCode.NOT_PERMITTED, why);
    }
}
