// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.clearground.units.SquareMetres;

/** Invents the reports of one week so that they add up to what was published for it. */
final class SampleWeek {

    private static final int LARGE_TEAM = 40;

    /** Hundredths of a hectare that one body clears in a day. */
    private static final long VERY_MUCH_A_DAY = 150_00;

    private final PublishedWeek week;
    private final SampleGround ground;
    private final long seed;
    private final List<String> notYetVisited;

    SampleWeek(PublishedWeek week, SampleGround ground, long seed) {
        this.week = week;
        this.ground = ground;
        this.seed = seed;
        this.notYetVisited = dice("districts").shuffled(week.districts());
    }

    /** The reports of each body, by its code. */
    SortedMap<String, List<SampleReport>> reports() {
        var dice = dice("bodies");
        var hundredths = shares(week.hectares().movePointRight(2).longValueExact(), body -> body.areaWeight, dice);
        var atMines = shares(week.atMines(), body -> body.findWeight, dice);
        var apMines = shares(week.apMines(), body -> body.findWeight, dice);
        var uxo = shares(week.uxo(), body -> body.findWeight, dice);
        var reports = new TreeMap<String, List<SampleReport>>();
        for (int i = 0; i < week.organisations().size(); i++) {
            var body = week.organisations().get(i);
            int items = Math.toIntExact(uxo.get(i));
            reports.put(
                    body,
                    SampleFinds.spread(
                            new Body(body).reports(hundredths.get(i)),
                            Math.toIntExact(atMines.get(i)),
                            Math.toIntExact(apMines.get(i)),
                            items,
                            SampleFinds.rowsOf(items, week),
                            dice(body, "finds")));
        }
        return reports;
    }

    private List<Long> shares(long total, ToDoubleFunction<SampleBody> weight, Dice dice) {
        return Shares.split(
                total,
                week.organisations().stream()
                        .map(code -> weight.applyAsDouble(SampleBody.of(code)) * dice.between(0.85, 1.15))
                        .toList());
    }

    private Dice dice(String... words) {
        return Dice.of(seed, week.period().from().toString(), String.join(" ", words));
    }

    /** What a team is to have done, before it is known where. */
    private record Draft(SampleWork work, LocalDate day, int ordinal, BigDecimal hours, int rate, int staff) {

        /** Area of slow work and of survey, from the rate. Fast work takes what is left instead. */
        long hundredths() {
            return Math.max(
                    5, hours.multiply(BigDecimal.valueOf((long) staff * rate)).longValue() / 100);
        }
    }

    /** One body in this week. */
    private final class Body {

        private final String code;
        private final SampleBody habits;
        private final Dice dice;

        Body(String code) {
            this.code = code;
            this.habits = SampleBody.of(code);
            this.dice = dice(code);
        }

        List<SampleReport> reports(long hundredths) {
            var drafts = drafts(hundredths);
            long slow = drafts.stream()
                    .filter(draft -> draft.work().clears() && !draft.work().takesTheRest())
                    .mapToLong(Draft::hundredths)
                    .sum();
            var claims = drafts.stream()
                    .filter(draft -> draft.work().takesTheRest())
                    .map(draft -> draft.work().shareOfTheRest() * dice.between(0.6, 1.4))
                    .toList();
            var rest = new ArrayList<>(Shares.split(hundredths - slow, claims));
            var reports = new ArrayList<SampleReport>();
            for (var draft : drafts) {
                reports.add(report(draft, draft.work().takesTheRest() ? rest.remove(0) : draft.hundredths()));
            }
            return reports;
        }

        /**
         * Slow work gets no more than half of the hectares, so that something is left for the fast; none in a week so
         * large that only fast work explains it.
         */
        private List<Draft> drafts(long hundredths) {
            var drafts = new ArrayList<Draft>();
            long mostSlow = hundredths / week.period().days() > VERY_MUCH_A_DAY ? 0 : hundredths / 2;
            long slow = 0;
            for (var day : week.period().eachDay().toList()) {
                int reports = habits.reportsOn(day, dice);
                for (int ordinal = 1; ordinal <= reports; ordinal++) {
                    var work = ordinal == 1 ? habits.firstWork(dice) : habits.furtherWork(dice);
                    var draft = draft(work, day, ordinal);
                    if (work.clears() && !work.takesTheRest()) {
                        if (slow + draft.hundredths() > mostSlow) {
                            draft = draft(habits.firstWork(dice), day, ordinal);
                        } else {
                            slow += draft.hundredths();
                        }
                    }
                    drafts.add(draft);
                }
            }
            return drafts;
        }

        private Draft draft(SampleWork work, LocalDate day, int ordinal) {
            var halfHours = work.hasGround() ? dice.between(11, 16) : dice.between(4, 12);
            return new Draft(
                    work,
                    day,
                    ordinal,
                    BigDecimal.valueOf(halfHours * 5L, 1),
                    dice.between(work.leastRate, work.mostRate),
                    dice.between(work.leastStaff, work.mostStaff));
        }

        private SampleReport report(Draft draft, long hundredths) {
            var work = draft.work();
            var place = work.hasGround()
                    ? findGround(new SquareMetres(hundredths * 100))
                    : ground.visit(nextDistrict(), code, dice);
            int staff = work.takesTheRest() ? staffFor(hundredths * 100, draft) : draft.staff();
            var district = place.district().code();
            return new SampleReport(
                    String.format(
                            Locale.ROOT,
                            "SAMPLE-%s-%s-%02d",
                            code,
                            DateTimeFormatter.BASIC_ISO_DATE.format(draft.day()),
                            draft.ordinal()),
                    code,
                    code + "-T" + dice.between(1, 6),
                    String.format(
                            Locale.ROOT,
                            "SAMPLE-TASK-%s-%tY-%02d",
                            district.substring(district.indexOf('-') + 1),
                            draft.day(),
                            dice.between(1, 12)),
                    work,
                    draft.day(),
                    place,
                    purpose(),
                    work.hasGround() ? BigDecimal.valueOf(hundredths, 2) : null,
                    staff,
                    work == SampleWork.MECHANICAL_CLEARANCE ? Math.max(1, staff / 4) : 0,
                    work == SampleWork.ANIMAL_SEARCH ? dice.between(2, 4) : 0,
                    draft.hours(),
                    List.of());
        }

        /** Where a day's share is very large, people work faster before there are more of them. */
        private static int staffFor(long squareMetres, Draft draft) {
            double alone = squareMetres / draft.hours().doubleValue();
            double people = Math.ceil(alone / draft.rate());
            if (people > LARGE_TEAM) {
                people = Math.max(LARGE_TEAM, Math.ceil(alone / draft.work().mostRate));
            }
            return Math.max(draft.staff(), (int) people);
        }

        private String purpose() {
            var purposes = List.of(
                    "agriculture", "residential", "transport", "energy", "water", "industry", "heritage", "forest");
            return purposes.get(dice.weighted(List.of(52.0, 22.0, 8.0, 5.0, 5.0, 2.0, 3.0, 3.0)));
        }

        private SamplePlace findGround(SquareMetres area) {
            for (var district : List.copyOf(notYetVisited)) {
                var place = ground.deal(district, area, code, dice);
                if (place.isPresent()) {
                    notYetVisited.remove(district);
                    return place.get();
                }
            }
            var left = new ArrayList<>(week.districts());
            while (!left.isEmpty()) {
                var weights = left.stream()
                        .map(district -> Math.sqrt(ground.freeCells(district)))
                        .toList();
                var district = left.remove(dice.weighted(weights));
                var place = ground.deal(district, area, code, dice);
                if (place.isPresent()) {
                    return place.get();
                }
            }
            throw new IllegalArgumentException(
                    "no room in any district of " + week.period() + " for " + area.value() + " m² more");
        }

        /** Of the districts that nobody has visited this week, the one with the least room for anything else. */
        private String nextDistrict() {
            var next = notYetVisited.stream()
                    .min(Comparator.comparingInt(ground::freeCells))
                    .orElseGet(() -> dice.oneOf(week.districts()));
            notYetVisited.remove(next);
            return next;
        }
    }
}
