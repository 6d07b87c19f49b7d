// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.store;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.ordnance.OrdnanceCategory;
import org.clearground.storage.Transaction;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What was found and done in a period, added up as finely as tables for others ask for it. */
public final class ReportedSums {

    private final Transaction transaction;
    private final ReportingPeriod period;
    private final AsOf asOf;

    public ReportedSums(Transaction transaction, ReportingPeriod period, AsOf asOf) {
        this.transaction = transaction;
        this.period = period;
        this.asOf = asOf;
    }

    /**
     * Finds of one category with one disposal.
     *
     * @param disposal code of what was done with them; null where reports do not say
     * @param items how many
     */
    public record Finds(OrdnanceCategory category, @Nullable String disposal, long items, boolean sample) {}

    /** Finds by category and disposal. */
    public List<Finds> finds() {
        return seen("select category, disposal, sum(quantity), max(sample) from finds" + SqlFigures.SEEN
                        + " group by category, disposal order by category, disposal")
                .query((row, number) -> new Finds(
                        OrdnanceCategory.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        row.getBoolean(4)))
                .list();
    }

    /**
     * What a body did of one type in a district in a month.
     *
     * @param reports how many
     * @param clearances how many of them say that ground was cleared
     * @param withoutArea how many of these declare no area; what they mean is unknown, not zero
     * @param declared square metres, of those that do
     * @param items counted explosive ordnance that these reports found, whenever in their periods
     */
    public record Activities(
            YearMonth month,
            String organisation,
            String type,
            String district,
            long reports,
            long clearances,
            long withoutArea,
            long declared,
            long items,
            boolean sample) {}

    /** Activities by month, body, type and district, in this order. An activity counts on the last day of its report. */
    public List<Activities> activities() {
        var counted = String.join(
                ", ",
                Arrays.stream(OrdnanceCategory.values())
                        .filter(category -> category.bulletinGroup() != BulletinGroup.NOT_COUNTED)
                        .map(category -> "'" + category.name() + "'")
                        .toList());
        return seen("select substr(valid_from, 1, 7), organisation, activity_type, district, count(*),"
                        + " sum(result = 'CLEARED'), sum(result = 'CLEARED' and declared_area_m2 is null),"
                        + " coalesce(sum(case when result = 'CLEARED' then declared_area_m2 end), 0),"
                        + " coalesce(sum((select sum(quantity) from finds where finds.report = activities.report"
                        + " and finds.category in (" + counted + ")"
                        + " and (finds.valid_to is null or finds.valid_to > :validOn)"
                        + " and finds.known_from_ms <= :knownAt"
                        + " and (finds.known_to_ms is null or finds.known_to_ms > :knownAt))), 0),"
                        + " max(sample) from activities" + SqlFigures.SEEN
                        + " group by 1, 2, 3, 4 order by 1, 2, 3, 4")
                .query((row, number) -> new Activities(
                        YearMonth.parse(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getBoolean(10)))
                .list();
    }

    private StatementSpec seen(String sql) {
        return transaction
                .sql()
                .sql(sql)
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .param("validOn", asOf.validOn().toString())
                .param("knownAt", asOf.knownAt().toEpochMilli());
    }
}
