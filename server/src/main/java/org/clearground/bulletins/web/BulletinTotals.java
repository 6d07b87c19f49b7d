// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureScope;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.packs.Words;
import org.clearground.reports.store.Totals;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The figures of bulletins, as the bulletin itself adds them up. */
@Component
@Order(1)
final class BulletinTotals implements Totals {

    @Override
    public String title() {
        return "page.bulletin";
    }

    @Override
    public SortedSet<LocalDate> moved(Transaction transaction, Instant since) {
        var days = new TreeSet<LocalDate>();
        transaction
                .sql()
                .sql(
                        "with moved as (select id from report where known_from_ms >= :since or known_to_ms >= :since)"
                                + " select valid_from from finds where report in (select id from moved)"
                                + " and (known_from_ms >= :since or known_to_ms >= :since)"
                                + " union select valid_from from activities where report in (select id from moved)"
                                + " and (known_from_ms >= :since or known_to_ms >= :since)"
                                + " union select valid_on from land_posting where known_from_ms >= :since and movement = 'WORKED'")
                .param("since", since.toEpochMilli())
                .query(String.class)
                .list()
                .forEach(day -> days.add(LocalDate.parse(day)));
        return Collections.unmodifiableSortedSet(days);
    }

    @Override
    public List<Total> of(Transaction transaction, ReportingPeriod period, Instant knownAt, Words words) {
        var figures = new SqlFigures(transaction);
        var asOf = new AsOf(period.to(), knownAt);
        return Arrays.stream(FigureDefinition.values())
                .map(definition -> new Total(
                        words.say("figure." + definition.published()),
                        figures.figure(definition, FigureScope.of(period), asOf).value(),
                        switch (definition.unit()) {
                            case ITEMS -> Unit.ITEMS;
                            case SQUARE_METRES -> Unit.SQUARE_METRES;
                        }))
                .toList();
    }
}
