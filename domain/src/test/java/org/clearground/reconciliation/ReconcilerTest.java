// SPDX-License-Identifier: Apache-2.0
package org.clearground.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Hedge;
import org.clearground.statements.Measured;
import org.clearground.statements.PeriodKind;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.junit.jupiter.api.Test;

/** Every figure is invented. */
class ReconcilerTest {

    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);

    private static StatedFigure figure(
            Measured measured, String value, LocalDate from, LocalDate to, PeriodKind kind, ClaimScope scope) {
        return new StatedFigure(measured, new BigDecimal(value), Hedge.EXACT, from, to, kind, scope, null, null);
    }

    private static Statement statement(String number, String publisher, StatedFigure... figures) {
        return new Statement(number, publisher, null, null, null, List.of(), List.of(), null, null, List.of(figures));
    }

    private static StatedFigure week(Measured measured, String value, LocalDate monday) {
        return figure(measured, value, monday, monday.plusDays(6), PeriodKind.WEEK, ClaimScope.AGENCY);
    }

    private static Statement week(String number, String publisher, LocalDate monday, String... counts) {
        var figures = new ArrayList<StatedFigure>();
        var measures = List.of(
                Measured.ANTI_TANK_MINES,
                Measured.ANTI_PERSONNEL_MINES,
                Measured.UNEXPLODED_ORDNANCE,
                Measured.AREA_CLEARED);
        for (int i = 0; i < counts.length; i++) {
            if (!counts[i].isEmpty()) {
                figures.add(week(measures.get(i), counts[i], monday));
            }
        }
        return statement(number, publisher, figures.toArray(StatedFigure[]::new));
    }

    private static Conflict only(Statement... statements) {
        var conflicts = Reconciler.conflicts(List.of(statements));
        assertThat(conflicts).hasSize(1);
        return conflicts.get(0);
    }

    private static List<BigDecimal> values(Conflict conflict) {
        return conflict.readings().stream()
                .map(reading -> reading.amounts().get(0).value())
                .toList();
    }

    @Test
    void copiesThatSayTheSameOrRoundItDoNotConflict() {
        assertThat(Reconciler.conflicts(List.of(
                        week("A", "One", MONDAY, "5", "12", "452", "1429.1"),
                        week("B", "Two", MONDAY, "5", "12", "452", "1429"),
                        week("C", "Three", MONDAY, "5", "", "", ""))))
                .isEmpty();
        assertThat(Reconciler.conflicts(List.of())).isEmpty();
    }

    @Test
    void anotherValueIsTheSlipThatItIs() {
        var conflict = only(week("A", "One", MONDAY, "5", "12", "1161"), week("B", "Two", MONDAY, "5", "12", "1131"));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.VALUES);
        assertThat(conflict.slip()).isEqualTo(Slip.ONE_DIGIT);
        assertThat(values(conflict)).containsExactly(new BigDecimal("1131"), new BigDecimal("1161"));
        assertThat(conflict.scopesMayDiffer()).isFalse();
        assertThat(conflict.proposal()).isNull();
    }

    @Test
    void whatTwoPublishersSayIsProposedUnlessOneCopiesTheOther() {
        var other = week("C", "Three", MONDAY, "5", "12", "9");
        assertThat(only(week("A", "One", MONDAY, "5", "12", "8"), week("B", "Two", MONDAY, "5", "12", "8"), other)
                        .proposal())
                .extracting(Proposal::reason)
                .isEqualTo(Reason.MOST_SAY_SO);
        assertThat(only(week("A", "One", MONDAY, "5", "12", "8"), week("B", "Wire/One", MONDAY, "5", "12", "8"), other)
                        .proposal())
                .isNull();
    }

    @Test
    void theReadingWithWhichTheTotalFitsIsProposed() {
        var one = statement(
                "A",
                "One",
                week(Measured.ANTI_TANK_MINES, "31", MONDAY),
                week(Measured.ANTI_PERSONNEL_MINES, "1067", MONDAY),
                week(Measured.MINES, "1098", MONDAY));
        var conflict = only(one, week("B", "Two", MONDAY, "31", "1087"));

        assertThat(conflict.proposal()).isNotNull().satisfies(proposal -> {
            assertThat(proposal.reason()).isEqualTo(Reason.SUM_FITS);
            assertThat(proposal.reading().amounts())
                    .containsExactly(new Amount(Measured.ANTI_PERSONNEL_MINES, new BigDecimal("1067")));
        });
    }

    @Test
    void figuresOfOthersForTheSameDaysMayBeOfAnotherScope() {
        var army = statement(
                "B",
                "Two",
                figure(Measured.AREA_CLEARED, "30", MONDAY, MONDAY.plusDays(6), PeriodKind.WEEK, ClaimScope.ARMY));
        var all = statement(
                "C",
                "Three",
                figure(Measured.AREA_CLEARED, "500", MONDAY, MONDAY.plusDays(6), PeriodKind.WEEK, ClaimScope.ALL));
        var agency = week("A", "One", MONDAY, "5", "12", "8", "100");

        assertThat(Reconciler.conflicts(List.of(agency, army))).isEmpty();
        var conflict = only(agency, all);
        assertThat(conflict.kind()).isEqualTo(ConflictKind.SCOPE);
        assertThat(conflict.scopesMayDiffer()).isTrue();
        assertThat(conflict.proposal()).isNull();
    }

    @Test
    void kindsOfMinesInEachOthersPlaceAreOneConflict() {
        var conflict =
                only(week("A", "One", MONDAY, "972", "1020", "1121"), week("B", "Two", MONDAY, "1020", "972", "1121"));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.CATEGORIES);
        assertThat(conflict.readings()).hasSize(2).allSatisfy(reading -> assertThat(reading.sources())
                .hasSize(2));
    }

    @Test
    void aCountThatACopyLeavesOutIsNotNought() {
        var conflict = only(week("A", "One", MONDAY, "84", "", "340"), week("B", "Two", MONDAY, "84", "87", "340"));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.OMITTED);
        assertThat(conflict.proposal()).isNotNull().satisfies(proposal -> assertThat(
                        proposal.reading().amounts())
                .containsExactly(new Amount(Measured.ANTI_PERSONNEL_MINES, new BigDecimal("87"))));
    }

    @Test
    void aTotalIsTheSumOfItsParts() {
        var conflict = only(statement(
                "A",
                "One",
                week(Measured.ANTI_TANK_MINES, "43", MONDAY),
                week(Measured.ANTI_PERSONNEL_MINES, "162", MONDAY),
                week(Measured.MINES, "225", MONDAY)));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.PARTS);
        assertThat(conflict.arithmetic()).isNotNull().satisfies(sum -> {
            assertThat(sum.result()).isEqualByComparingTo("205");
            assertThat(sum.stated()).isEqualByComparingTo("225");
        });
    }

    @Test
    void partsMayBeLessThanTheWholeButNotMore() {
        var whole = week(Measured.AREA_CLEARED, "101", MONDAY);
        var part = new StatedFigure(
                Measured.AREA_CLEARED,
                new BigDecimal("61"),
                Hedge.EXACT,
                MONDAY,
                MONDAY.plusDays(6),
                PeriodKind.WEEK,
                ClaimScope.DISTRICT,
                "North",
                null);
        assertThat(Reconciler.conflicts(List.of(statement("A", "One", whole, part))))
                .isEmpty();
        assertThat(only(statement("A", "One", whole, part, part)).kind()).isEqualTo(ConflictKind.PARTS);
    }

    @Test
    void anAreaThatIsWrittenTwiceDifferently() {
        var conflict = only(statement(
                "A",
                "One",
                week(Measured.AREA_CLEARED, "139.5186", MONDAY),
                week(Measured.AREA_CLEARED, "135.5", MONDAY)));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.UNITS);
        assertThat(conflict.slip()).isEqualTo(Slip.ONE_DIGIT);
    }

    @Test
    void countsOfAnEarlierWeekAreToldBesideThoseThatStandAgainstThem() {
        var conflict = only(
                week("A", "One", MONDAY, "11", "118", "1406"),
                week("B", "Two", MONDAY.plusWeeks(4), "11", "118", "1406"),
                week("C", "Three", MONDAY.plusWeeks(4), "100", "77", "1584"));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.STALE);
        assertThat(conflict.proposal()).isNotNull().satisfies(proposal -> {
            assertThat(proposal.reason()).isEqualTo(Reason.OTHER_IS_STALE);
            assertThat(proposal.reading().sources())
                    .extracting(Source::statement)
                    .containsOnly("C");
        });
    }

    @Test
    void aMonthsDigitsAsTheAreaOfAWeekProposeNothing() {
        var conflict = only(
                statement(
                        "A",
                        "One",
                        figure(
                                Measured.AREA_CLEARED,
                                "5246",
                                LocalDate.of(2031, 8, 1),
                                LocalDate.of(2031, 8, 31),
                                PeriodKind.MONTH,
                                ClaimScope.AGENCY)),
                week("B", "Two", LocalDate.of(2031, 9, 1), "", "", "", "5.246"));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.STALE);
        assertThat(conflict.proposal()).isNull();
    }

    private static List<Statement> weeks(int count, String area) {
        var weeks = new ArrayList<Statement>();
        for (int i = 0; i < count; i++) {
            weeks.add(week("W" + (10 + i), "One", MONDAY.plusWeeks(i), "", "", "", area + i + ".3"));
        }
        return weeks;
    }

    @Test
    void anAreaThatLostItsMarkIsFarFromItsNeighbours() {
        var weeks = weeks(8, "35");
        weeks.add(week("X", "One", MONDAY.plusWeeks(8), "", "", "", "3544"));

        var conflict = only(weeks.toArray(Statement[]::new));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.OUTLIER);
        assertThat(values(conflict)).containsExactly(new BigDecimal("354.4"), new BigDecimal("3544"));
        assertThat(conflict.proposal()).extracting(Proposal::reason).isEqualTo(Reason.DECIMAL_MARK_LOST);
    }

    @Test
    void aSeriesThatGrowsForGoodIsNoOutlier() {
        var weeks = weeks(8, "6");
        for (int i = 8; i < 12; i++) {
            weeks.add(week("X" + i, "One", MONDAY.plusWeeks(i), "", "", "", (410 + i) + ".7"));
        }
        assertThat(Reconciler.conflicts(weeks)).isEmpty();
    }

    @Test
    void copiesWithOtherDaysAreOneReleaseAndTheDayOfPublicationIsNoEnd() {
        var figures = List.of(Measured.ANTI_TANK_MINES, Measured.ANTI_PERSONNEL_MINES).stream()
                .map(measured -> figure(measured, "25", MONDAY, MONDAY.plusDays(5), PeriodKind.WEEK, ClaimScope.AGENCY))
                .toList();
        var late = new Statement("B", "Two", MONDAY.plusDays(5), null, null, List.of(), List.of(), null, null, figures);
        var early = statement(
                "A",
                "One",
                figure(Measured.ANTI_TANK_MINES, "25", MONDAY, MONDAY.plusDays(3), PeriodKind.WEEK, ClaimScope.AGENCY),
                figure(
                        Measured.ANTI_PERSONNEL_MINES,
                        "25",
                        MONDAY,
                        MONDAY.plusDays(3),
                        PeriodKind.WEEK,
                        ClaimScope.AGENCY));

        var conflict = only(early, late);

        assertThat(conflict.kind()).isEqualTo(ConflictKind.DAYS);
        assertThat(conflict.proposal()).isNotNull().satisfies(proposal -> {
            assertThat(proposal.reason()).isEqualTo(Reason.PUBLICATION_DAY_AS_END);
            assertThat(proposal.reading().to()).isEqualTo(MONDAY.plusDays(3));
        });
    }

    @Test
    void daysThatCannotBe() {
        var backwards = statement(
                "A",
                "One",
                figure(Measured.AREA_CLEARED, "3", MONDAY, MONDAY.minusDays(1), PeriodKind.WEEK, ClaimScope.AGENCY));
        assertThat(only(backwards).kind()).isEqualTo(ConflictKind.IMPOSSIBLE_DAYS);

        var long13 = statement(
                "A",
                "One",
                figure(Measured.AREA_CLEARED, "3", MONDAY, MONDAY.plusDays(12), PeriodKind.WEEK, ClaimScope.AGENCY));
        assertThat(only(long13).arithmetic()).isNotNull().satisfies(days -> assertThat(days.result())
                .isEqualByComparingTo("13"));
    }

    @Test
    void weeksAreNeverMoreThanTheirMonth() {
        var month = statement(
                "M",
                "One",
                figure(
                        Measured.AREA_CLEARED,
                        "401",
                        LocalDate.of(2031, 3, 1),
                        LocalDate.of(2031, 3, 31),
                        PeriodKind.MONTH,
                        ClaimScope.AGENCY));
        var weeks = List.of(
                week("A", "One", MONDAY, "", "", "", "190.5"),
                week("B", "One", MONDAY.plusWeeks(1), "", "", "", "140.7"),
                month);
        assertThat(Reconciler.conflicts(weeks)).isEmpty();

        var more = new ArrayList<>(weeks);
        more.add(week("C", "One", MONDAY.plusWeeks(2), "", "", "", "120.9"));
        var conflict = only(more.toArray(Statement[]::new));
        assertThat(conflict.kind()).isEqualTo(ConflictKind.SPAN);
        assertThat(conflict.arithmetic()).isNotNull().satisfies(sum -> assertThat(sum.result())
                .isEqualByComparingTo("452.1"));
    }

    @Test
    void monthsThatCoverAYearAreTheYear() {
        var statements = new ArrayList<Statement>();
        for (int month = 1; month <= 12; month++) {
            var first = LocalDate.of(2031, month, 1);
            statements.add(statement(
                    "M" + (10 + month),
                    "One",
                    figure(
                            Measured.ANTI_TANK_MINES,
                            String.valueOf(10 + month),
                            first,
                            first.plusMonths(1).minusDays(1),
                            PeriodKind.MONTH,
                            ClaimScope.ALL)));
        }
        var year = LocalDate.of(2031, 1, 1);
        statements.add(statement(
                "Y",
                "One",
                figure(
                        Measured.ANTI_TANK_MINES,
                        "199",
                        year,
                        year.plusYears(1).minusDays(1),
                        PeriodKind.YEAR,
                        ClaimScope.ALL)));

        var conflict = only(statements.toArray(Statement[]::new));

        assertThat(conflict.kind()).isEqualTo(ConflictKind.SPAN);
        assertThat(conflict.arithmetic()).isNotNull().satisfies(sum -> assertThat(sum.result())
                .isEqualByComparingTo("198"));
        assertThat(conflict.scopesMayDiffer()).isFalse();
    }

    private static Statement total(String number, String value, LocalDate to) {
        return statement(
                number,
                "One",
                figure(
                        Measured.ANTI_TANK_MINES,
                        value,
                        LocalDate.of(2030, 1, 1),
                        to,
                        PeriodKind.CUMULATIVE,
                        ClaimScope.AGENCY));
    }

    @Test
    void aRunningTotalGrowsByWhatItsPeriodsState() {
        var before = total("A", "1001", MONDAY.minusDays(1));
        var week = week("B", "One", MONDAY, "52");

        assertThat(Reconciler.conflicts(List.of(before, week, total("C", "1053", MONDAY.plusDays(6)))))
                .isEmpty();
        var small = only(before, week, total("C", "1025", MONDAY.plusDays(6)));
        assertThat(small.kind()).isEqualTo(ConflictKind.RUNNING_TOTAL);
        assertThat(small.arithmetic()).isNotNull().satisfies(sum -> assertThat(sum.result())
                .isEqualByComparingTo("1053"));
        assertThat(only(before, total("C", "990", MONDAY)).kind()).isEqualTo(ConflictKind.RUNNING_TOTAL);
    }

    @Test
    void theOrderOfStatementsChangesNothing() {
        var statements = new ArrayList<Statement>();
        var random = new Random(7);
        for (int i = 0; i < 300; i++) {
            statements.add(week(
                    "S" + i,
                    "P" + random.nextInt(5),
                    MONDAY.plusWeeks(random.nextInt(60)),
                    String.valueOf(20 + random.nextInt(3)),
                    String.valueOf(40 + random.nextInt(3)),
                    String.valueOf(300 + random.nextInt(3)),
                    (200 + random.nextInt(400)) + "." + random.nextInt(10)));
        }
        var conflicts = Reconciler.conflicts(statements);
        assertThat(conflicts).isNotEmpty();
        assertThat(conflicts).extracting(Conflict::key).doesNotHaveDuplicates();
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(statements, random);
            assertThat(Reconciler.conflicts(statements)).isEqualTo(conflicts);
        }
    }

    @Test
    void aKeyStaysWhenOthersSpeakToo() {
        var one = week("A", "One", MONDAY, "5", "12", "1161");
        var other = week("B", "Two", MONDAY, "5", "12", "1131");
        var before = only(one, other).key();

        var keys = Map.of(
                "again", week("AA", "Three", MONDAY, "5", "12", "1161"),
                "unknown", week("AB", "Four", MONDAY, "5", "12", "1171"));
        keys.values().forEach(more -> assertThat(Reconciler.conflicts(List.of(more, one, other)))
                .extracting(Conflict::key)
                .containsExactly(before));
    }

    private static StatedFigure year(Measured measured, String value, int year) {
        return figure(
                measured,
                value,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                PeriodKind.YEAR,
                ClaimScope.UNSTATED);
    }

    private static StatedFigure since2028(Measured measured, String value) {
        return figure(
                measured,
                value,
                LocalDate.of(2028, 1, 1),
                LocalDate.of(2030, 12, 31),
                PeriodKind.CUMULATIVE,
                ClaimScope.UNSTATED);
    }

    @Test
    void yearsThatCoverATotalAddUpToIt() {
        var series = List.of(year(Measured.MINES, "104", 2028), year(Measured.MINES, "250", 2029));

        assertThat(Reconciler.conflicts(List.of(statement(
                        "A",
                        "Office",
                        series.get(0),
                        series.get(1),
                        year(Measured.MINES, "51", 2030),
                        since2028(Measured.MINES, "405")))))
                .isEmpty();
        assertThat(Reconciler.conflicts(List.of(
                        statement("A", "Office", series.get(0), series.get(1), since2028(Measured.MINES, "405")))))
                .as("a year of which nobody told may hold the rest")
                .isEmpty();

        var less = only(
                statement("A", "Office", series.get(0), series.get(1), year(Measured.MINES, "40", 2030)),
                statement("B", "Other", since2028(Measured.MINES, "405")));
        assertThat(less.kind()).isEqualTo(ConflictKind.SPAN);
        assertThat(less.key()).isEqualTo("span country 2028-01-01/2030-12-31 mines years 405");
        assertThat(less.arithmetic()).isNotNull().satisfies(sum -> {
            assertThat(sum.result()).isEqualByComparingTo("394");
            assertThat(sum.terms()).hasSize(3);
        });
        var more = only(
                statement("A", "Office", series.get(0), series.get(1)),
                statement("B", "Other", since2028(Measured.MINES, "345")));
        assertThat(more.arithmetic()).isNotNull().satisfies(sum -> assertThat(sum.result())
                .isEqualByComparingTo("354"));
    }

    @Test
    void aTotalIsWhatOthersSayOfItsKinds() {
        var official = statement("A", "Office", year(Measured.MINES, "104", 2028));

        assertThat(Reconciler.conflicts(List.of(
                        official,
                        statement(
                                "B",
                                "Paper",
                                year(Measured.ANTI_TANK_MINES, "30", 2028),
                                year(Measured.ANTI_PERSONNEL_MINES, "74", 2028)))))
                .isEmpty();
        assertThat(Reconciler.conflicts(
                        List.of(official, statement("B", "Paper", year(Measured.ANTI_TANK_MINES, "130", 2028)))))
                .as("one kind alone is no sum")
                .isEmpty();

        var conflict = only(
                official,
                statement(
                        "B",
                        "Paper",
                        year(Measured.ANTI_TANK_MINES, "30", 2028),
                        year(Measured.ANTI_PERSONNEL_MINES, "80", 2028)));
        assertThat(conflict.kind()).isEqualTo(ConflictKind.PARTS);
        assertThat(conflict.key()).isEqualTo("parts country 2028-01-01/2028-12-31 mines 104");
        assertThat(conflict.arithmetic()).isNotNull().satisfies(sum -> {
            assertThat(sum.result()).isEqualByComparingTo("110");
            assertThat(sum.stated()).isEqualByComparingTo("104");
            assertThat(sum.terms()).extracting(Arithmetic.Term::statement).containsOnly("B");
        });
        assertThat(conflict.scopesMayDiffer()).isTrue();
    }
}
