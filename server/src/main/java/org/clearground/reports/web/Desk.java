// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.clearground.access.Action;
import org.clearground.access.Resource;
import org.clearground.access.Right;
import org.clearground.access.Sight;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.packs.Words;
import org.clearground.reports.ReportId;
import org.clearground.reports.store.Comments;
import org.clearground.reports.store.ForeseenTotals;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportDecisions.Choices;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.reports.store.SeenState;
import org.clearground.reports.store.Totals;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.clearground.web.FormToken;
import org.clearground.web.PageWords;
import org.clearground.web.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies before somebody who decides on reports: what they may do, and what it would do to totals. For pages only. */
@Component
public final class Desk {

    private static final Right COMMENT = new Right(Resource.REPORT, Action.COMMENT);

    private final Store store;
    private final PageWords words;
    private final ReportDecisions decisions;
    private final List<Totals> kinds;

    Desk(Store store, PageWords words, ReportDecisions decisions, List<Totals> kinds) {
        this.store = store;
        this.words = words;
        this.decisions = decisions;
        this.kinds = List.copyOf(kinds);
    }

    /**
     * What a decision would do, for somebody's eyes.
     *
     * @param totals null where they cannot be worked out now, because somebody else is writing
     * @param whole whether they see all of the country, and so the totals themselves; else only by how much they move
     */
    public record Effect(@Nullable ForeseenTotals totals, boolean whole) {}

    /**
     * The part of a report's page where it is decided on and spoken of.
     *
     * @param seen how the report stands
     * @param effect of approving it; null where whoever reads may not
     * @param comments whether they may write one
     */
    public record Part(
            FormToken token,
            String seen,
            Choices choices,
            @Nullable Effect effect,
            boolean comments,
            List<Comments.Comment> said) {
        public Part {
            said = List.copyOf(said);
        }

        public int longest() {
            return Comments.LONGEST;
        }
    }

    /** What approving a report would do; null where whoever asks may not. It is worked out beside the page's own reading. */
    @Nullable
    Effect effectOfApproving(ReportId report, HttpServletRequest request, @Nullable String language) {
        var visitor = Visitor.of(request);
        boolean may = store.read(transaction -> new ReportQueries(transaction, visitor.sight()).sees(report)
                && visitor.opens().test("/review")
                && decisions.choices(transaction, report, visitor.name()).approves());
        try {
            return may ? effect(Decision.APPROVE, List.of(report), visitor, language) : null;
        } catch (ProblemException decided) {
            // somebody decided on it a moment ago; the page says how it stands
            if (decided.code() == ProblemCode.WRONG_CALL) {
                return null;
            }
            throw decided;
        }
    }

    /** What a decision on reports would do. */
    Effect effect(Decision decision, List<ReportId> reports, Visitor visitor, @Nullable String language) {
        boolean whole = visitor.sight() instanceof Sight.All;
        Words spoken = store.read(transaction -> words.in(transaction, language));
        try {
            return new Effect(ForeseenTotals.of(store, decisions, kinds, decision, reports, spoken), whole);
        } catch (ProblemException problem) {
            if (problem.code() == ProblemCode.STORE_BUSY) {
                return new Effect(null, whole);
            }
            throw problem;
        }
    }

    Choices choices(Transaction transaction, ReportId report, @Nullable String person) {
        return decisions.choices(transaction, report, person);
    }

    Part part(Transaction transaction, ReportId report, @Nullable Effect effect, HttpServletRequest request) {
        var visitor = Visitor.of(request);
        var account = visitor.account();
        var choices = decisions.choices(transaction, report, visitor.name());
        return new Part(
                FormToken.of(request),
                SeenState.of(transaction, List.of(report)),
                choices,
                effect,
                account == null || account.sight(COMMENT).isPresent(),
                new ReportQueries(transaction, visitor.sight()).comments(report));
    }
}
