// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.print.BalanceRows;
import org.clearground.land.store.LandBalances;
import org.clearground.packs.Words;
import org.clearground.reports.store.Totals;
import org.clearground.storage.Transaction;
import org.clearground.time.ReportingPeriod;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rows of the balance of hazardous land, as the balance itself adds them up. */
@Component
@Order(2)
final class LandTotals implements Totals {

    @Override
    public String title() {
        return "page.land";
    }

    @Override
    public SortedSet<LocalDate> moved(Transaction transaction, Instant since) {
        var days = new TreeSet<LocalDate>();
        transaction
                .sql()
                .sql("select distinct valid_on from land_posting where known_from_ms >= ?")
                .param(since.toEpochMilli())
                .query(String.class)
                .list()
                .forEach(day -> days.add(LocalDate.parse(day)));
        return Collections.unmodifiableSortedSet(days);
    }

    @Override
    public List<Total> of(Transaction transaction, ReportingPeriod period, Instant knownAt, Words words) {
        var classes = new LandBalances(transaction)
                .balance(period, knownAt, Dimension.NONE)
                .total();
        var totals = new ArrayList<Total>();
        Stream.concat(BalanceRows.ALL.stream(), BalanceRows.BESIDE.stream())
                .forEach(row ->
                        totals.add(total(words.say(row.key()), row.value().applyAsLong(classes.total()))));
        totals.add(total(
                words.say("land.closing") + ": " + words.say("hazardclass.SUSPECTED"),
                classes.suspected().closing()));
        totals.add(total(
                words.say("land.closing") + ": " + words.say("hazardclass.CONFIRMED"),
                classes.confirmed().closing()));
        return totals;
    }

    private static Total total(String label, long squareMetres) {
        return new Total(label, OptionalLong.of(squareMetres), Unit.SQUARE_METRES);
    }
}
