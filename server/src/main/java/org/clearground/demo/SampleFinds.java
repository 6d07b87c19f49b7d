// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.util.ArrayList;
import java.util.List;

/** Spreads a body's items of a week over its reports. */
final class SampleFinds {

    /** Together with its mines, no week has more rows of finds than a person can look through. */
    private static final int MOST_ROWS = 650;

    /** One item in seven lies in a cache, even where rows are no matter. */
    private static final double SINGLE_ROWS = 0.86;

    private static final int ITEMS_PER_CACHE = 60;

    private SampleFinds() {}

    /**
     * How many rows a body's unexploded ordnance is written in.
     *
     * @param ofTheWeek all bodies together
     */
    static int rowsOf(int uxo, PublishedWeek ofTheWeek) {
        int room = MOST_ROWS - ofTheWeek.atMines() - ofTheWeek.apMines();
        double rowsPerItem = Math.min(SINGLE_ROWS, room / (double) ofTheWeek.uxo());
        return uxo == 0 ? 0 : Math.max(1, (int) (uxo * rowsPerItem));
    }

    /**
     * The same reports with their finds.
     *
     * @param uxoRows rows for the unexploded ordnance; fewer than items where there are caches
     */
    static List<SampleReport> spread(
            List<SampleReport> reports, int atMines, int apMines, int uxo, int uxoRows, Dice dice) {
        var finds = new ArrayList<List<SampleFind>>();
        reports.forEach(report -> finds.add(new ArrayList<>()));
        var mineWeights =
                reports.stream().map(report -> report.work().mineWeight()).toList();
        var uxoWeights =
                reports.stream().map(report -> report.work().uxoWeight()).toList();
        for (int i = 0; i < atMines; i++) {
            int at = dice.weighted(mineWeights);
            finds.get(at).add(SampleOrdnance.antiTankMine(work(reports, at), place(reports, at), dice));
        }
        for (int i = 0; i < apMines; i++) {
            int at = dice.weighted(mineWeights);
            finds.get(at).add(SampleOrdnance.antiPersonnelMine(work(reports, at), place(reports, at), dice));
        }
        var spotTasks = spotTasks(reports);
        for (int quantity : quantities(uxo, uxoRows, dice)) {
            int at = spotTasks.isEmpty() ? dice.weighted(uxoWeights) : spotTasks.remove(0);
            finds.get(at).add(SampleOrdnance.unexplodedOrdnance(quantity, work(reports, at), place(reports, at), dice));
        }
        var written = new ArrayList<SampleReport>();
        for (int i = 0; i < reports.size(); i++) {
            if (work(reports, i).clears() && dice.oneIn(4)) {
                finds.get(i).add(SampleOrdnance.besideTheCount(work(reports, i), place(reports, i), dice));
            }
            written.add(reports.get(i).withFinds(finds.get(i)));
        }
        return written;
    }

    /** Somebody called for a reason: every spot task finds something before others do. */
    private static List<Integer> spotTasks(List<SampleReport> reports) {
        var spotTasks = new ArrayList<Integer>();
        for (int i = 0; i < reports.size(); i++) {
            if (work(reports, i) == SampleWork.EOD_SPOT_TASK) {
                spotTasks.add(i);
            }
        }
        return spotTasks;
    }

    /** One item a row, and what is left over in a few caches. */
    private static List<Integer> quantities(int uxo, int rows, Dice dice) {
        if (rows == 0) {
            return List.of();
        }
        int caches = Math.min(rows, Math.max(1, (uxo - rows) / ITEMS_PER_CACHE));
        var weights = new ArrayList<Double>();
        for (int i = 0; i < caches; i++) {
            weights.add(dice.between(0.4, 1.6));
        }
        var inCaches = Shares.split(uxo - rows, weights);
        var quantities = new ArrayList<Integer>();
        for (int i = 0; i < rows; i++) {
            quantities.add(i < caches ? 1 + Math.toIntExact(inCaches.get(i)) : 1);
        }
        return dice.shuffled(quantities);
    }

    private static SampleWork work(List<SampleReport> reports, int index) {
        return reports.get(index).work();
    }

    private static SamplePlace place(List<SampleReport> reports, int index) {
        return reports.get(index).place();
    }
}
