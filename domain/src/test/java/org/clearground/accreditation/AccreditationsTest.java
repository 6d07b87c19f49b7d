// SPDX-License-Identifier: Apache-2.0
package org.clearground.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.accreditation.AccreditationStatus.APPLIED;
import static org.clearground.accreditation.AccreditationStatus.EXPIRED;
import static org.clearground.accreditation.AccreditationStatus.GRANTED;
import static org.clearground.accreditation.AccreditationStatus.REVOKED;
import static org.clearground.accreditation.AccreditationStatus.SUSPENDED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.clearground.time.ReportingPeriod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a body of Exampleland stands by what the authority decided. */
class AccreditationsTest {

    private static final String BODY = "OPERATOR";
    private static final String CLEARANCE = "manual_clearance";

    private final List<Accreditation> stated = new ArrayList<>();

    private void operational(AccreditationStatus status, int from, @Nullable Integer lastDay) {
        stated(Phase.OPERATIONAL, status, from, lastDay);
    }

    private void stated(Phase phase, AccreditationStatus status, int from, @Nullable Integer lastDay) {
        stated.add(new Accreditation(
                stated.size() + 1,
                "A-" + (stated.size() + 1),
                BODY,
                phase,
                CLEARANCE,
                status,
                day(from),
                lastDay == null ? null : day(lastDay),
                null,
                null,
                false));
    }

    private static LocalDate day(int dayOfYear) {
        return LocalDate.ofYearDay(2024, dayOfYear);
    }

    private Optional<AccreditationStatus> on(int day) {
        return new Accreditations(stated)
                .standing(BODY, Phase.OPERATIONAL, CLEARANCE, day(day))
                .map(Accreditations.Standing::status);
    }

    private boolean mayBeTasked(int day) {
        return new Accreditations(stated).forWork(BODY, CLEARANCE, day(day)).granted();
    }

    private Accreditations.Throughout worked(int from, int to) {
        return new Accreditations(stated).throughout(BODY, CLEARANCE, new ReportingPeriod(day(from), day(to)));
    }

    @Test
    void nothingOnRecordIsNoAccreditation() {
        assertThat(on(10)).isEmpty();
        assertThat(mayBeTasked(10)).isFalse();
    }

    @Test
    void aGrantHoldsFromItsFirstToItsLastDayAndThenRanOut() {
        operational(GRANTED, 10, 20);

        assertThat(on(9)).isEmpty();
        assertThat(on(10)).contains(GRANTED);
        assertThat(on(20)).contains(GRANTED);
        assertThat(on(21)).contains(EXPIRED);
    }

    @Test
    void anApplicationGivesNothingAndTakesNothingAway() {
        operational(APPLIED, 5, null);
        assertThat(on(6)).contains(APPLIED);
        assertThat(mayBeTasked(6)).isFalse();
        operational(GRANTED, 10, 100);
        operational(APPLIED, 50, null);

        assertThat(on(60)).contains(GRANTED);
    }

    @Test
    void aGrantOutlivesASuspension() {
        operational(GRANTED, 1, 100);
        operational(SUSPENDED, 20, 30);

        assertThat(on(19)).contains(GRANTED);
        assertThat(on(20)).contains(SUSPENDED);
        assertThat(on(30)).contains(SUSPENDED);
        assertThat(on(31)).contains(GRANTED);
        assertThat(on(101)).contains(EXPIRED);
    }

    @Test
    void nothingOutlivesARevocationButALaterGrant() {
        operational(GRANTED, 1, 300);
        operational(REVOKED, 20, 25);

        assertThat(on(26)).contains(REVOKED);
        assertThat(on(301)).contains(REVOKED);
        operational(GRANTED, 200, 300);
        assertThat(on(199)).contains(REVOKED);
        assertThat(on(200)).contains(GRANTED);
    }

    @Test
    void ofTwoStatementsOfOneDayTheOneApprovedLastHolds() {
        operational(GRANTED, 1, 100);
        operational(SUSPENDED, 1, 100);

        assertThat(on(1)).contains(SUSPENDED);
    }

    @Test
    void aBodyThatMayOnlyPlanSuchWorkIsNotTaskedWithIt() {
        stated(Phase.ORGANISATIONAL, GRANTED, 1, 300);

        assertThat(mayBeTasked(10)).isFalse();
        operational(GRANTED, 1, 300);
        assertThat(mayBeTasked(10)).isTrue();
    }

    @Test
    void teamsOfASuspendedOrganisationAreNotTasked() {
        operational(GRANTED, 1, 300);
        stated(Phase.ORGANISATIONAL, GRANTED, 1, 300);
        stated(Phase.ORGANISATIONAL, SUSPENDED, 20, null);

        assertThat(mayBeTasked(19)).isTrue();
        assertThat(mayBeTasked(20)).isFalse();
    }

    @Test
    void workOverASuspensionIsToldWithItsFirstDay() {
        operational(GRANTED, 1, 100);
        operational(SUSPENDED, 20, 30);

        assertThat(worked(10, 19).granted()).isTrue();
        assertThat(worked(31, 40).granted()).isTrue();
        assertThat(worked(10, 40)).satisfies(stood -> {
            assertThat(stood.granted()).isFalse();
            assertThat(stood.interrupted()).isTrue();
            assertThat(stood.on()).isEqualTo(day(20));
        });
    }

    @Test
    void workBeyondTheLastDayIsTold() {
        operational(GRANTED, 1, 100);

        assertThat(worked(95, 105)).satisfies(stood -> {
            assertThat(stood.interrupted()).isTrue();
            assertThat(stood.on()).isEqualTo(day(101));
        });
    }

    @Test
    void workOfABodyThatNeverWasAccreditedIsNoInterruption() {
        assertThat(worked(1, 9).granted()).isFalse();
        assertThat(worked(1, 9).interrupted()).isFalse();
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** The order in which rows are read never matters, and a period is told exactly by its days. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aPeriodIsWhatItsDaysAre(int seed) {
        var random = new Random(seed);
        var statuses = List.of(AccreditationStatus.values());
        for (int i = 0; i < 8; i++) {
            int from = 1 + random.nextInt(300);
            stated(
                    random.nextBoolean() ? Phase.ORGANISATIONAL : Phase.OPERATIONAL,
                    statuses.get(random.nextInt(statuses.size())),
                    from,
                    random.nextInt(4) == 0 ? null : (Integer) (from + random.nextInt(60)));
        }
        int from = 1 + random.nextInt(200);
        int to = from + random.nextInt(100);
        var stood = worked(from, to);

        assertThat(stood.granted()).isEqualTo(IntStream.rangeClosed(from, to).allMatch(this::mayBeTasked));
        if (!stood.granted()) {
            assertThat(stood.on())
                    .isEqualTo(day(IntStream.rangeClosed(from, to)
                            .filter(day -> !mayBeTasked(day))
                            .findFirst()
                            .orElseThrow()));
        }
        Collections.shuffle(stated, random);
        assertThat(worked(from, to)).isEqualTo(stood);
    }
}
