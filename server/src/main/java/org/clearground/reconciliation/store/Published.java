// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.reconciliation.OwnFigures;
import org.clearground.reconciliation.PublishedSeries;
import org.clearground.reconciliation.Reconciler;
import org.clearground.reconciliation.Whose;
import org.clearground.statements.Measured;
import org.clearground.statements.store.StatementQueries;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;

/** What the statements on record say over time, and beside our own registers. */
public final class Published {

    private Published() {}

    /** All that is published of some measures, by whose work it is. */
    public static List<PublishedSeries> series(Transaction transaction, Collection<Measured> measures, Whose whose) {
        var statements = new StatementQueries(transaction).all();
        var conflicts = Reconciler.conflicts(statements);
        var settlements = Settlements.all(transaction);
        var series = new ArrayList<PublishedSeries>();
        for (var measured : measures) {
            series.addAll(PublishedSeries.of(statements, conflicts, settlements, measured, whose));
        }
        return series;
    }

    /** The points that touch some days, without series that have none there. */
    public static List<PublishedSeries> within(List<PublishedSeries> all, LocalDate first, LocalDate last) {
        return all.stream()
                .map(series -> series.within(first, last))
                .filter(series -> !series.points().isEmpty())
                .toList();
    }

    /** The published periods that touch some days beside our registers, as far as these hold anything of them. */
    public static List<OwnFigures> besideOurs(
            Transaction transaction, LocalDate first, LocalDate last, AsOf asOf, SqlFigures figures) {
        var series = within(series(transaction, OwnFigures.definitions().keySet(), Whose.COUNTRY), first, last);
        return OwnFigures.beside(series, asOf, figures);
    }
}
