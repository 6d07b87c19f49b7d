// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clearground.commands.LandStory.Rectangle;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemException;
import org.clearground.land.BalanceLine;
import org.clearground.land.GroundFlag;
import org.clearground.land.LandBalance;
import org.clearground.land.LandBalance.Classes;
import org.clearground.land.LandBalance.Dimension;
import org.clearground.land.Movement;
import org.clearground.land.store.ClaimDecisions.Outcome;
import org.clearground.land.store.ClaimDecisions.Preference;
import org.clearground.land.store.LandBalances;
import org.clearground.ledger.Verification;
import org.clearground.reports.RefusedReportException;
import org.clearground.reports.ReportId;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ReportDecisions.Decider;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.time.AsOf;
import org.clearground.time.ReportingPeriod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The books of land in the real store, whatever is reported, corrected, withdrawn and decided. */
class LandTest {

    private static final int STEPS = 36;
    private static final LocalDate NEW_YEAR = LocalDate.of(2024, 1, 1);
    private static final List<String> BODIES = List.of("ANAMA", "MOD", "COMPANY-1");
    private static final String HAZARDOUS =
            "state in ('SUSPECTED', 'CONFIRMED', 'UNDER_WORK', 'CLEARED_PENDING_QC', 'REOPENED')"
                    + " and hazard_class is not null and known_to_ms is null";

    private final Exampleland land;
    private final LandStory story;

    LandTest(@TempDir Path directory) {
        this.land = new Exampleland(directory);
        this.story = new LandStory(land).accredited(List.of("ANAMA", "MOD", "COMPANY-1", "MES"));
    }

    @AfterEach
    void close() {
        land.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("stories", 3));
    }

    // ---- whatever happens ---------------------------------------------------------------------------------------

    /** What was said at a moment, to be asked for again later. */
    private record Noted(
            Instant moment,
            Map<Dimension, LandBalance> balances,
            AsOf asOf,
            List<String> pieces,
            ReportingPeriod period) {}

    private record Sent(String form, Map<String, Object> report, Rectangle ground) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBooksBalanceWhateverIsReported(long seed) {
        var random = new Random(seed);
        var noted = new ArrayList<Noted>();
        var sent = new ArrayList<Sent>();
        int done = 0;
        for (int step = 0; step < STEPS; step++) {
            done += step(random, step, sent) ? 1 : 0;
            linesAddUp();
            closingIsTheGroundThatIsHazardous();
            if (step % 9 == 8) {
                noted.add(note(random));
                assertThat(land.application().rebuild().firstDifference())
                        .as("after step %s", step)
                        .isEmpty();
            }
        }

        assertThat(done).as("steps that the ground allowed").isGreaterThan(STEPS / 3);
        noted.forEach(this::saysTheSame);
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
        land.application().rebuild().run();
        noted.forEach(this::saysTheSame);
        assertThat(land.application().store().read(Verification::of).broken()).isNull();
        linesAddUp();
        sumsOfMonthsAreTheLines(random);
    }

    private static String anyFlag(Random random) {
        var flags = List.of(GroundFlag.values());
        return flags.get(random.nextInt(flags.size())).name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Most of what a programme may report, sensible or not; false if the ground or a rule does not allow it. */
    private boolean step(Random random, int step, List<Sent> sent) {
        var number = "R-" + step;
        var body = BODIES.get(random.nextInt(BODIES.size()));
        // Some reports come late.
        var day = NEW_YEAR.plusDays(step * 4L - (random.nextInt(5) == 0 ? random.nextInt(30) : 0) + 30);
        var ground = rectangle(random);
        var hazard = "H-" + random.nextInt(4);
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> one(sent, "hazard", story.suspected(number, body, day, ground, hazard), ground);
            case 3 -> one(sent, "hazard", story.confirmed(number, body, day, ground, hazard), ground);
            case 4 -> one(sent, "hazard", story.cancelled(number, body, day, ground), ground, "AUTHORITY", "AUTHORITY");
            case 5 ->
                one(
                        sent,
                        "hazard",
                        story.reduced(number, body, day, ground),
                        ground,
                        "OPERATIONS",
                        "QUALITY_ASSURANCE");
            case 6, 7 ->
                one(
                        sent,
                        "task",
                        story.task(number, body, day, ground, random.nextBoolean() ? "manual" : "animal"),
                        ground);
            case 8, 9 -> {
                // The whole course where the ground allows it.
                one(sent, "task", story.task(number + "-T", body, day, ground, "manual"), ground);
                one(sent, "completion", story.completion(number, body, day.plusDays(1), ground), ground);
                yield inspect(number, body, day.plusDays(2), random);
            }
            case 10 -> one(sent, "handover", story.handover(number, day, ground), ground, "AUTHORITY", "RECIPIENT");
            case 11 -> one(sent, "reopening", story.reopening(number, day, ground), ground);
            case 12 -> one(sent, "progress", story.worked(number, body, day, ground), ground);
            case 17, 18 -> one(sent, "ground-flag", story.flag(number, anyFlag(random), "raised", day, ground), ground);
            case 19 ->
                one(
                        sent,
                        "ground-flag",
                        story.flag(number, anyFlag(random), "lifted", day, ground),
                        ground,
                        "AUTHORITY",
                        "AUTHORITY");
            case 13 ->
                one(
                        sent,
                        "past-release",
                        story.releasedEarlier(number, body, day, ground),
                        ground,
                        "AUTHORITY",
                        "AUTHORITY");
            case 14 -> correct(random, sent);
            case 15 -> withdraw(random);
            default -> decide(random);
        };
    }

    private static Rectangle rectangle(Random random) {
        // Now sheets laid edge to edge, now anywhere.
        return random.nextBoolean()
                ? new Rectangle(
                        random.nextInt(10) * 100,
                        random.nextInt(10) * 100,
                        100 + random.nextInt(3) * 100,
                        100 + random.nextInt(3) * 100)
                : new Rectangle(
                        random.nextInt(900), random.nextInt(900), 20 + random.nextInt(300), 20 + random.nextInt(300));
    }

    private boolean one(List<Sent> sent, String form, Map<String, Object> report, Rectangle ground, String... offices) {
        boolean done = story.tried(form, report, offices);
        if (done) {
            sent.add(new Sent(form, report, ground));
        }
        return done;
    }

    private boolean inspect(String completion, String body, LocalDate day, Random random) {
        boolean failed = random.nextInt(3) == 0;
        var report = story.sampling("LOT-" + completion, body, day, completion, failed ? "failed" : "accepted");
        return failed
                ? story.tried("sampling", report)
                : story.tried("sampling", report, "QUALITY_ASSURANCE", "AUTHORITY");
    }

    /** The same report again, of other ground. */
    private boolean correct(Random random, List<Sent> sent) {
        if (sent.isEmpty()) {
            return false;
        }
        var earlier = sent.get(random.nextInt(sent.size()));
        var ground = rectangle(random);
        var report = new java.util.LinkedHashMap<>(earlier.report());
        report.replace("ground", story.outline(ground));
        report.replace("worked_ground", story.outline(ground));
        report.computeIfPresent("place", (question, place) -> story.place(ground));
        report.computeIfPresent("district", (question, district) -> ground.north() < 500 ? "AZ-FUZ" : "AZ-AGM");
        return story.tried(earlier.form(), report, officesOf(earlier));
    }

    private static String[] officesOf(Sent sent) {
        return switch (sent.form()) {
            case "handover" -> new String[] {"AUTHORITY", "RECIPIENT"};
            case "past-release", "ground-flag" -> new String[] {"AUTHORITY", "AUTHORITY"};
            case "hazard" ->
                switch (String.valueOf(sent.report().get("outcome"))) {
                    case "cancelled" -> new String[] {"AUTHORITY", "AUTHORITY"};
                    case "reduced" -> new String[] {"OPERATIONS", "QUALITY_ASSURANCE"};
                    default -> new String[0];
                };
            default -> new String[0];
        };
    }

    private boolean withdraw(Random random) {
        var approved = land.application().store().read(transaction -> transaction
                .sql()
                .sql("select report_id from report where status = 'APPROVED'"
                        + " and form <> 'accreditation' order by id")
                .query(String.class)
                .list());
        if (approved.isEmpty()) {
            return false;
        }
        story.withdraw(ReportId.of(approved.get(random.nextInt(approved.size()))));
        return true;
    }

    private boolean decide(Random random) {
        var pairs = land.application().store().read(transaction -> transaction
                .sql()
                .sql("select act, against from land_conflict where against <> 0 order by act, against")
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                .list());
        if (pairs.isEmpty()) {
            return false;
        }
        var pair = pairs.get(random.nextInt(pairs.size()));
        boolean first = random.nextBoolean();
        prefer(pair.get(first ? 0 : 1), pair.get(first ? 1 : 0), "seen on the ground");
        return true;
    }

    /** Decides for a claim, by two persons where one is not enough. */
    private void prefer(long act, long inFavourOf, String reason) {
        var decisions = land.application().claimDecisions();
        var preference = new Preference(act, inFavourOf);
        if (decisions.decide(preference, reason, "authority", null) == Outcome.SIGNED) {
            assertThat(decisions.decide(preference, reason, "authority too", null))
                    .isEqualTo(Outcome.DECIDED);
        }
    }

    private void linesAddUp() {
        var knownAt = land.application().clock().instant();
        for (var dimension : Dimension.values()) {
            var balance = story.balance(LandStory.YEAR, knownAt, dimension);
            if (dimension != Dimension.NONE) {
                var sum =
                        balance.lines().stream().map(LandBalance.Line::classes).reduce(Classes.EMPTY, Classes::plus);
                same(dimension.name(), sum.suspected(), balance.total().suspected());
                same(dimension.name(), sum.confirmed(), balance.total().confirmed());
                same(dimension.name(), sum.outside(), balance.total().outside());
            }
            assertThat(balance.total().total().transferred()).isZero();
        }
    }

    private static void same(String what, BalanceLine one, BalanceLine other) {
        assertThat(one.opening()).as(what).isEqualTo(other.opening());
        assertThat(one.closing()).as(what).isEqualTo(other.closing());
        for (var movement : Movement.values()) {
            assertThat(one.moved(movement)).as(what + " " + movement).isEqualTo(other.moved(movement));
            assertThat(one.standing(movement)).as(what + " " + movement).isEqualTo(other.standing(movement));
        }
    }

    private void closingIsTheGroundThatIsHazardous() {
        var total = story.balance().total();
        assertThat(total.total().closing()).isEqualTo(area(HAZARDOUS));
        assertThat(total.suspected().closing()).isEqualTo(area(HAZARDOUS + " and hazard_class = 'SUSPECTED'"));
        assertThat(total.total().standing(Movement.UNDER_WORK)).isEqualTo(area(standing("UNDER_WORK")));
        assertThat(total.total().standing(Movement.AWAITING_INSPECTION))
                .isEqualTo(area(standing("CLEARED_PENDING_QC")));
        assertThat(total.total().standing(Movement.HANDED_OVER)).isEqualTo(area(standing("RELEASED")));
        for (var district : List.of("AZ-AGM", "AZ-FUZ")) {
            assertThat(closing(Dimension.DISTRICT, district))
                    .isEqualTo(area(HAZARDOUS + " and district = '" + district + "'"));
        }
        for (var body : BODIES) {
            assertThat(closing(Dimension.ORGANISATION, body))
                    .isEqualTo(area(HAZARDOUS + " and organisation = '" + body + "'"));
        }
    }

    private static String standing(String state) {
        return "known_to_ms is null and state = '" + state + "'";
    }

    private long area(String condition) {
        return story.number("select coalesce(sum(area_m2), 0) from land_pieces where " + condition);
    }

    private long closing(Dimension dimension, String key) {
        return story.balance(LandStory.YEAR, land.application().clock().instant(), dimension).lines().stream()
                .filter(line -> line.key().equals(key))
                .mapToLong(line -> line.classes().total().closing())
                .sum();
    }

    // ---- the past -----------------------------------------------------------------------------------------------

    private Noted note(Random random) {
        var moment = story.now();
        var from = NEW_YEAR.plusDays(random.nextInt(150));
        var period = new ReportingPeriod(from, from.plusDays(random.nextInt(150)));
        var asOf = new AsOf(period.to(), moment);
        return new Noted(moment, balances(period, moment), asOf, story.pieces(asOf), period);
    }

    private Map<Dimension, LandBalance> balances(ReportingPeriod period, Instant moment) {
        var balances = new EnumMap<Dimension, LandBalance>(Dimension.class);
        for (var dimension : Dimension.values()) {
            balances.put(dimension, story.balance(period, moment, dimension));
        }
        return balances;
    }

    private void saysTheSame(Noted noted) {
        assertThat(balances(noted.period(), noted.moment())).isEqualTo(noted.balances());
        assertThat(story.pieces(noted.asOf())).isEqualTo(noted.pieces());
    }

    /** As if the lines had become known over two years: whatever day and moment is asked for, months and lines agree. */
    private void sumsOfMonthsAreTheLines(Random random) {
        land.application().store().write(transaction -> {
            var sql = transaction.sql();
            sql.sql("update land_posting set known_from_ms = known_from_ms - (id * 7919 % 700) * 86400000")
                    .update();
            sql.sql("delete from land_sum").update();
            Map.of(
                            "NONE",
                            "''",
                            "DISTRICT",
                            "district",
                            "ORGANISATION",
                            "organisation",
                            "PURPOSE",
                            "purpose",
                            "METHOD",
                            "method")
                    .forEach((dimension, item) -> sql.sql("insert into land_sum (dimension, item, hazard_class,"
                                    + " movement, valid_month, known_month, m2) select '" + dimension + "', " + item
                                    + ", hazard_class, movement, substr(valid_on, 1, 7), strftime('%Y-%m',"
                                    + " known_from_ms / 1000, 'unixepoch'), sum(m2) from land_posting"
                                    + " group by 1, 2, 3, 4, 5, 6")
                            .update());
            return true;
        });
        var last = land.application().clock().instant();
        for (int i = 0; i < 40; i++) {
            var from = NEW_YEAR.plusDays(random.nextInt(300));
            var to = i % 4 == 0 ? from.withDayOfMonth(from.lengthOfMonth()) : from.plusDays(random.nextInt(120));
            var knownAt = last.minusSeconds(86_400L * random.nextInt(750));
            for (var dimension : List.of(Dimension.NONE, Dimension.DISTRICT, Dimension.METHOD)) {
                var balance = story.balance(new ReportingPeriod(from, to), knownAt, dimension);
                var lines = dimension == Dimension.NONE
                        ? List.of(new LandBalance.Line("", balance.total()))
                        : balance.lines();
                lines.forEach(line -> assertLine(line, dimension, from, to, knownAt));
            }
        }
    }

    private void assertLine(LandBalance.Line line, Dimension dimension, LocalDate from, LocalDate to, Instant knownAt) {
        var classes = new TreeMap<String, BalanceLine>(Map.of(
                "SUSPECTED", line.classes().suspected(),
                "CONFIRMED", line.classes().confirmed(),
                "", line.classes().outside()));
        var condition = " and known_from_ms <= " + knownAt.toEpochMilli()
                + (dimension == Dimension.NONE ? "" : " and " + dimension + " = '" + line.key() + "'");
        classes.forEach((hazardClass, balance) -> {
            for (var movement : Movement.values()) {
                var which = "select coalesce(sum(m2), 0) from land_posting where movement = '" + movement
                        + "' and hazard_class = '" + hazardClass + "'" + condition;
                assertThat(balance.moved(movement))
                        .as("%s %s %s, %s to %s, known at %s", line.key(), hazardClass, movement, from, to, knownAt)
                        .isEqualTo(story.number(which + " and valid_on between '" + from + "' and '" + to + "'"));
                if (movement.sign() == 0) {
                    assertThat(balance.standing(movement))
                            .isEqualTo(story.number(which + " and valid_on <= '" + to + "'"));
                }
            }
            assertThat(balance.opening())
                    .isEqualTo(story.number("select coalesce(sum(case when movement in ('FOUND', 'ADDED', 'REOPENED',"
                            + " 'TRANSFERRED_IN') then m2 when movement in ('TRANSFERRED_OUT', 'CANCELLED', 'REDUCED',"
                            + " 'CLEARED') then -m2 else 0 end), 0) from land_posting where hazard_class = '"
                            + hazardClass + "'" + condition + " and valid_on < '" + from + "'"));
        });
    }

    // ---- who may decide, and what ---------------------------------------------------------------------------------

    private static final Rectangle FIELD = new Rectangle(0, 600, 200, 100);

    /** A suspected area, and its cancellation that waits for two persons of the authority. */
    private ReportId waitingCancellation() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        return story.idOf(story.send("hazard", story.cancelled("N-2", "MOD", NEW_YEAR.plusDays(9), FIELD)));
    }

    private static void refused(ThrowingCallable call, String... saying) {
        assertThatThrownBy(call).isInstanceOf(ProblemException.class).message().contains(saying);
    }

    @Test
    void whatMakesLandUsableIsDecidedByTwoPersonsWhoDidNotReportIt() {
        var report = waitingCancellation();

        refused(() -> story.sign(report, "test", "AUTHORITY"), "TWO_PERSONS_MAKE_LAND_USABLE", "sent it in");
        story.sign(report, "officer 1", "AUTHORITY");
        assertThat(story.balance().total().total().closing())
                .isEqualTo(area(HAZARDOUS))
                .isPositive();
        refused(() -> story.sign(report, "officer 1", "AUTHORITY"), "TWO_PERSONS_MAKE_LAND_USABLE", "another person");
        story.sign(report, "officer 2", "AUTHORITY");

        assertThat(story.balance().total().total().closing()).isZero();
        assertThat(story.number("select count(*) from signature")).isEqualTo(2);
    }

    @Test
    void whoDecidesHoldsTheOfficeThatTheRuleNames() {
        var report = waitingCancellation();

        refused(() -> story.sign(report, "officer 1", "OPERATIONS"), "DECIDED_BY_ITS_OFFICE", "AUTHORITY");
        refused(
                () -> land.application()
                        .decisions()
                        .decide(Decision.APPROVE, List.of(report), null, new Decider("officer 1", null)),
                "DECIDED_BY_ITS_OFFICE",
                "--office");
        assertThat(story.number("select count(*) from signature")).isZero();
    }

    @Test
    void theSecondSignatureIsThatOfTheOtherOffice() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        var report = story.idOf(story.send("hazard", story.reduced("N-2", "MOD", NEW_YEAR.plusDays(9), FIELD)));

        story.sign(report, "officer 1", "OPERATIONS");
        refused(() -> story.sign(report, "officer 2", "OPERATIONS"), "DECIDED_BY_ITS_OFFICE", "QUALITY_ASSURANCE");
        story.sign(report, "officer 2", "QUALITY_ASSURANCE");

        assertThat(story.balance().total().suspected().moved(Movement.REDUCED)).isEqualTo(area("known_to_ms is null"));
    }

    @Test
    void severalLotsAreNotMadeUsableAtOnce() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        var west = story.cancelled("N-2", "MOD", NEW_YEAR.plusDays(9), new Rectangle(0, 600, 100, 100));
        var east = story.cancelled("N-3", "MOD", NEW_YEAR.plusDays(9), new Rectangle(100, 600, 100, 100));
        var both = story.idsOf(story.send("hazard", List.of(west, east)), ReportStatus.PENDING);

        assertThat(both).hasSize(2);
        refused(
                () -> land.application()
                        .decisions()
                        .decide(Decision.APPROVE, both, null, new Decider("officer 1", "AUTHORITY")),
                "NO_BULK_APPROVAL_ACROSS_LOTS");
        assertThat(story.number("select count(*) from signature")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"completion", "handover", "reopening", "task"})
    void whatTheGroundDoesNotAllowIsNotApproved(String form) {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        var elsewhere = new Rectangle(600, 600, 100, 100);
        var day = NEW_YEAR.plusDays(9);
        var sent =
                switch (form) {
                    case "completion" -> story.send(form, story.completion("C-1", "MOD", day, FIELD));
                    case "handover" -> story.send(form, story.handover("H-1", day, FIELD));
                    case "reopening" -> story.send(form, story.reopening("R-1", day, FIELD));
                    default -> story.send(form, story.task("T-1", "MOD", day, elsewhere, "manual"));
                };
        var rule =
                switch (form) {
                    case "completion" -> "CLEARANCE_NEEDS_A_TASK";
                    case "handover" -> "HANDOVER_NEEDS_RELEASED_GROUND";
                    case "reopening" -> "ONLY_RELEASED_GROUND_IS_REOPENED";
                    default -> "ONLY_HAZARDOUS_GROUND_IS_RELEASED";
                };

        assertThat(sent.approved()).isZero();
        assertThat(sent.findings())
                .filteredOn(finding -> finding.code() == FindingCode.NO_GROUND_CHANGES)
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures()).containsEntry("rule", rule));
        refused(() -> story.sign(story.idOf(sent), "officer 1", "AUTHORITY"), "blocking");
    }

    /** Right when it came, and no longer when it is decided. */
    @Test
    void theGroundIsAskedAgainWhenAReportIsDecided() {
        var early = waitingCancellation();
        story.sign(early, "officer 1", "AUTHORITY");
        story.send("task", story.task("T-1", "MOD", NEW_YEAR.plusDays(5), FIELD, "manual"));

        assertThatThrownBy(() -> story.sign(early, "officer 2", "AUTHORITY"))
                .isInstanceOf(RefusedReportException.class)
                .hasMessageContainingAll("changes no ground", "WORK_IS_FINISHED_FIRST");
        assertThat(story.balance().total().total().closing()).isPositive();
        var kept = land.application()
                .store()
                .read(transaction -> new ReportQueries(transaction).find(early).orElseThrow());
        assertThat(kept.summary().status()).isEqualTo(ReportStatus.PENDING);
        assertThat(kept.summary().refused()).isTrue();
        assertThat(kept.findings())
                .filteredOn(finding -> finding.code() == FindingCode.APPROVAL_REFUSED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures())
                        .containsEntry("by", "officer 2")
                        .containsEntry("rule", "WORK_IS_FINISHED_FIRST"));
        // The second signature was not taken, so another person may give it when the ground allows it.
        assertThat(story.number("select count(*) from signature")).isEqualTo(1);
        var before = land.registers();
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
        land.application().rebuild().run();
        assertThat(land.registers()).isEqualTo(before);
    }

    /** What one report of a file is refused for does not keep the others waiting. */
    @Test
    void whatARuleRefusesOfAFileWaitsAndSaysWhy() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        var east = new Rectangle(100, 600, 100, 100);
        var west = new Rectangle(0, 600, 100, 100);
        var sent = story.send(
                "task",
                List.of(
                        story.task("T-1", "MOD", NEW_YEAR.plusDays(5), east, "manual"),
                        story.task("T-2", "MES", NEW_YEAR.plusDays(6), east, "manual"),
                        story.task("T-3", "MES", NEW_YEAR.plusDays(6), west, "manual")),
                false);
        var tasks = story.idsOf(sent, ReportStatus.PENDING);
        assertThat(tasks).hasSize(3);

        var outcome = land.application()
                .decisions()
                .decideWherePossible(Decision.APPROVE, tasks, null, new Decider("officer 1", "OPERATIONS"));

        assertThat(outcome.decided()).isEqualTo(2);
        assertThat(outcome.refused()).hasSize(1);
        var refused = land.application().store().read(transaction -> new ReportQueries(transaction)
                .list(ReportStatus.PENDING, null, 0, 10));
        assertThat(refused).singleElement().satisfies(report -> {
            assertThat(report.number()).isEqualTo("T-2");
            assertThat(report.refused()).isTrue();
            assertThat(report.warnings()).isPositive();
        });
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
    }

    // ---- two bodies on the same ground ------------------------------------------------------------------------------

    @Test
    void groundOfTwoBodiesCountsOnceUntilTheAuthorityDecides() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, new Rectangle(0, 600, 200, 100), "H-1"));
        var second = story.send(
                "hazard", story.suspected("N-1", "COMPANY-1", NEW_YEAR, new Rectangle(100, 600, 200, 100), "H-2"));
        var closing = story.balance().total().total().closing();

        assertThat(second.findingCounts()).containsKey(FindingCode.GROUND_NOT_CHANGED);
        var open = story.cases(false);
        assertThat(open).hasSize(1);
        var one = open.get(0);
        assertThat(one.claim().organisation()).isEqualTo("COMPANY-1");
        assertThat(one.against().organisation()).isEqualTo("MOD");
        long shared = one.squareMetres();
        assertThat(closing(Dimension.ORGANISATION, "MOD")).isBetween(2 * shared - 4, 2 * shared + 4);
        assertThat(closing(Dimension.ORGANISATION, "COMPANY-1")).isBetween(shared - 2, shared + 2);
        var before = story.now();
        var picture = story.pieces(new AsOf(NEW_YEAR.plusDays(1), before));

        prefer(one.against().act(), one.claim().act(), "seen on the ground");

        assertThat(story.balance().total().total().closing()).isEqualTo(closing);
        assertThat(closing(Dimension.ORGANISATION, "MOD")).isBetween(shared - 2, shared + 2);
        assertThat(closing(Dimension.ORGANISATION, "COMPANY-1")).isBetween(2 * shared - 4, 2 * shared + 4);
        assertThat(story.pieces(new AsOf(NEW_YEAR.plusDays(1), before))).isEqualTo(picture);
        var between = story.now();
        var decided = story.pieces(new AsOf(NEW_YEAR.plusDays(1), between));

        prefer(one.claim().act(), one.against().act(), "the other team's map was wrong");

        assertThat(closing(Dimension.ORGANISATION, "MOD")).isBetween(2 * shared - 4, 2 * shared + 4);
        assertThat(story.pieces(new AsOf(NEW_YEAR.plusDays(1), between)))
                .as("what was decided and later reversed")
                .isEqualTo(decided);
        assertThat(story.pieces(new AsOf(NEW_YEAR.plusDays(1), before))).isEqualTo(picture);
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void withdrawingOneOfTwoClaimsSettlesTheCase() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        var second = story.send(
                "hazard", story.suspected("N-2", "COMPANY-1", NEW_YEAR, new Rectangle(100, 600, 200, 100), "H-2"));
        assertThat(story.cases(false)).hasSize(1);

        story.withdraw(story.idOf(second));

        assertThat(story.cases(false)).isEmpty();
        assertThat(story.cases(true)).hasSize(1);
        assertThat(closing(Dimension.ORGANISATION, "MOD")).isEqualTo(area(HAZARDOUS));
        assertThat(land.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void withdrawingTheClaimThatCountedGivesTheGroundToTheOther() {
        var first = story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        story.send("hazard", story.suspected("N-2", "COMPANY-1", NEW_YEAR, FIELD.moved(100), "H-2"));

        story.withdraw(story.idOf(first));

        assertThat(story.cases(false)).isEmpty();
        assertThat(closing(Dimension.ORGANISATION, "MOD")).isZero();
        assertThat(closing(Dimension.ORGANISATION, "COMPANY-1")).isEqualTo(area(HAZARDOUS));
    }

    @Test
    void groundSearchedLessDeepThanTaskedIsHandedOverOnlyWithARestriction() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        var task = new LinkedHashMap<>(story.task("T-1", "MOD", NEW_YEAR.plusDays(1), FIELD, "manual"));
        task.put("depth_cm", 50);
        story.send("task", task);

        var completion = story.send("completion", story.completion("C-1", "MOD", NEW_YEAR.plusDays(9), FIELD));
        var lot = story.sampling("L-1", "MOD", NEW_YEAR.plusDays(10), "C-1", "accepted");
        var inspected = story.send("sampling", lot, "QUALITY_ASSURANCE", "AUTHORITY");
        var handover = new LinkedHashMap<>(story.handover("P-1", NEW_YEAR.plusDays(11), FIELD));
        var refused = story.send("handover", handover);
        handover.put("report_no", "P-2");
        handover.put("restrictions", "no digging below 20 cm");
        var restricted = story.send("handover", handover);

        assertThat(completion.findingCounts()).containsKey(FindingCode.DEPTH_LESS_THAN_TASKED);
        assertThat(inspected.findingCounts()).containsKey(FindingCode.SAMPLING_RISK_UNKNOWN);
        assertThat(refused.findings())
                .extracting(finding -> finding.figures().get("rule"))
                .contains("RESTRICTION_FOLLOWS_DEPTH");
        assertThat(refused.blocked()).isEqualTo(1);
        assertThat(restricted.blocked()).isZero();
    }

    @Test
    void theRiskOfAcceptingALotStandsBesideTheDecision() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        story.send("task", story.task("T-1", "MOD", NEW_YEAR.plusDays(1), FIELD, "manual"));
        story.send("completion", story.completion("C-1", "MOD", NEW_YEAR.plusDays(9), FIELD));
        var lot = new LinkedHashMap<>(story.sampling("L-1", "MOD", NEW_YEAR.plusDays(10), "C-1", "accepted"));
        lot.put("sampled_area_m2", area("known_to_ms is null and state = 'CLEARED_PENDING_QC'") / 10);
        lot.put("detection_probability", "0.9");

        var risk = story.send("sampling", lot).findings().stream()
                .filter(finding -> finding.code() == FindingCode.SAMPLING_RISK)
                .findFirst()
                .orElseThrow();

        assertThat(risk.figures()).containsEntry("risk", "62.4").containsEntry("enough", "41");
    }

    @Test
    void ordnanceOnReleasedGroundIsAnAlert() {
        story.send("past-release", story.releasedEarlier("B-1", "MOD", NEW_YEAR, FIELD), "AUTHORITY", "AUTHORITY");
        var work = new LinkedHashMap<>(story.worked("W-1", "MOD", NEW_YEAR.plusDays(20), FIELD));
        work.put("finds", List.of(Map.of("category", "AP_BLAST", "quantity", 1, "point", story.place(FIELD))));

        var sent = story.send("progress", work);

        assertThat(sent.findingCounts()).containsEntry(FindingCode.FOUND_ON_RELEASED_GROUND, 1L);
    }

    @Test
    void whatActsCountIsTheirGroundOnce() {
        story.send("hazard", story.suspected("N-1", "MOD", NEW_YEAR, FIELD, "H-1"));
        story.send("hazard", story.cancelled("N-2", "ANAMA", NEW_YEAR.plusDays(3), FIELD), "AUTHORITY", "AUTHORITY");
        var other = FIELD.moved(400);
        story.send("hazard", story.suspected("N-3", "MOD", NEW_YEAR, other, "H-2"));
        story.send("task", story.task("T-1", "COMPANY-1", NEW_YEAR.plusDays(1), other, "manual"));
        story.send("completion", story.completion("C-1", "COMPANY-1", NEW_YEAR.plusDays(9), other));

        var lines = land.application().store().read(transaction -> new LandBalances(transaction)
                .declaredByAct(new ReportingPeriod(NEW_YEAR, NEW_YEAR.plusDays(30)), story.now()));

        assertThat(lines)
                .extracting(line -> line.key())
                .containsExactly("CANCELLED", "CLEARANCE_COMPLETED", "SUSPECTED", "TASK_ISSUED");
        assertThat(lines).allSatisfy(line -> assertThat(Math.abs(line.mapped() - line.counted()))
                .as(line.key())
                .isLessThan(5));
    }
}
