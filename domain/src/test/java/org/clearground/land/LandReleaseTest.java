// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.land.Field.rectangle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clearground.geo.GroundShape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of land release, each told as something that happens on a field. */
class LandReleaseTest {

    private final Field field = new Field();
    private final PaperBooks books = field.books;

    private static @Nullable LandRule refusal(Effect effect) {
        return effect.refusals().stream().map(Effect.Refusal::rule).findFirst().orElse(null);
    }

    private Effect entered(LandActKind kind, int day, String organisation, double... rectangle) {
        return books.enter(
                field.act(kind, day, organisation), rectangle(rectangle[0], rectangle[1], rectangle[2], rectangle[3]));
    }

    @Test
    void aLeadCountsNoContamination() {
        field.enter(LandActKind.LEAD_REPORTED, 1, "VILLAGE", rectangle(0, 0, 100, 100));

        assertThat(books.area(LandState.LEAD)).isBetween(9_980L, 10_020L);
        assertThat(books.hazardous(Field.day(10), 99, line -> true)).isZero();
    }

    @Test
    void onlyLeadsAreDismissed() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));

        assertThat(refusal(entered(LandActKind.LEAD_DISMISSED, 2, "OPS", 0, 0, 100, 100)))
                .isEqualTo(LandRule.ONLY_LEADS_ARE_DISMISSED);
    }

    @Test
    void aSuspectedAreaIsFound() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));

        assertThat(books.sum(Movement.FOUND)).isEqualTo(books.area(LandState.SUSPECTED));
    }

    @Test
    void suspectedGroundThatIsConfirmedChangesClassNotTheBalance() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        long before = books.hazardous(Field.day(9), 99, line -> true);
        field.confirmed("H2", 2, rectangle(0, 0, 50, 100));

        assertThat(books.hazardous(Field.day(9), 99, line -> true)).isEqualTo(before);
        assertThat(books.area(LandState.CONFIRMED) + books.area(LandState.SUSPECTED))
                .isEqualTo(before);
        assertThat(books.pieces())
                .allSatisfy(piece -> assertThat(books.status(piece).hazard()).isEqualTo("H1"));
    }

    @Test
    void aConfirmedAreaWithANumberOfItsOwnIsCutOutOfTheSuspectedOne() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.cutOut("H2", 2, rectangle(0, 0, 50, 100));

        for (var hazard : List.of("H1", "H2")) {
            assertThat(books.hazardous(
                            Field.day(9),
                            99,
                            line -> hazard.equals(line.posting().hazard())))
                    .isEqualTo(books.area(status -> hazard.equals(status.hazard())))
                    .isBetween(4_980L, 5_020L);
        }
        assertThat(books.sum(Movement.FOUND)).isEqualTo(books.hazardous(Field.day(9), 99, line -> true));
    }

    @Test
    void groundIsRecordedOnceUnderTheAreaThatHadItFirst() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        var effect = books.enter(field.act(LandActKind.SUSPECTED, 2, "SURVEYOR", "H2"), rectangle(50, 0, 100, 100));

        assertThat(refusal(effect)).isEqualTo(LandRule.GROUND_IS_RECORDED_ONCE);
        assertThat(books.area(LandState.SUSPECTED)).isBetween(14_970L, 15_030L);
    }

    @Test
    void cancelledReducedAndClearedStandInColumnsOfTheirOwn() {
        field.suspected("H1", 1, rectangle(0, 0, 300, 100));
        field.enter(LandActKind.CANCELLED, 2, "NTS", rectangle(0, 0, 100, 100));
        field.enter(LandActKind.REDUCED, 2, "TS", rectangle(100, 0, 100, 100));
        field.enter(LandActKind.TASK_ISSUED, 2, "OPERATOR", rectangle(200, 0, 100, 100));
        var completion = field.enter(LandActKind.CLEARANCE_COMPLETED, 5, "OPERATOR", rectangle(200, 0, 100, 100));
        field.inspect(LandActKind.QUALITY_ACCEPTED, 6, completion);

        assertThat(books.hazardous(Field.day(9), 99, line -> true)).isZero();
        assertThat(books.sum(Movement.CANCELLED) + books.sum(Movement.REDUCED) + books.sum(Movement.CLEARED))
                .isEqualTo(books.sum(Movement.FOUND));
        assertThat(books.sum(Movement.CLEARED)).isEqualTo(books.area(LandState.CLEARED));
        assertThat(books.sum(Movement.CANCELLED)).isEqualTo(books.area(LandState.CANCELLED));
        assertThat(books.sum(Movement.REDUCED)).isEqualTo(books.area(LandState.REDUCED));
    }

    @Test
    void onlyHazardousGroundIsReleased() {
        field.cleared("H1", 1, rectangle(0, 0, 100, 100));

        assertThat(refusal(entered(LandActKind.CANCELLED, 9, "NTS", 0, 0, 100, 100)))
                .isEqualTo(LandRule.ONLY_HAZARDOUS_GROUND_IS_RELEASED);
    }

    @Test
    void whatLiesBesideEveryHazardIsNotCancelled() {
        var effect = entered(LandActKind.CANCELLED, 9, "NTS", 0, 0, 100, 100);

        assertThat(refusal(effect)).isEqualTo(LandRule.ONLY_HAZARDOUS_GROUND_IS_RELEASED);
        assertThat(effect.lines()).isEmpty();
    }

    @Test
    void workIsFinishedFirst() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.enter(LandActKind.TASK_ISSUED, 2, "OPERATOR", rectangle(0, 0, 100, 100));

        assertThat(refusal(entered(LandActKind.CANCELLED, 9, "NTS", 0, 0, 100, 100)))
                .isEqualTo(LandRule.WORK_IS_FINISHED_FIRST);
    }

    @Test
    void clearanceNeedsATask() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));

        assertThat(refusal(entered(LandActKind.CLEARANCE_COMPLETED, 9, "OPERATOR", 0, 0, 100, 100)))
                .isEqualTo(LandRule.CLEARANCE_NEEDS_A_TASK);
    }

    @Test
    void clearanceOutsideAnyHazardIsLegalAndStandsBesideTheBalance() {
        var completion = field.enter(LandActKind.CLEARANCE_COMPLETED, 3, "OPERATOR", rectangle(0, 0, 100, 100));
        field.inspect(LandActKind.QUALITY_ACCEPTED, 4, completion);

        assertThat(books.sum(Movement.CLEARED)).isZero();
        assertThat(books.sum(Movement.CLEARED_OUTSIDE)).isEqualTo(books.area(LandState.CLEARED));
        assertThat(books.hazardous(Field.day(9), 99, line -> true)).isZero();
    }

    @Test
    void groundReportedCompleteIsHazardousUntilInspected() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.enter(LandActKind.TASK_ISSUED, 2, "OPERATOR", rectangle(0, 0, 100, 100));
        field.enter(LandActKind.CLEARANCE_COMPLETED, 5, "OPERATOR", rectangle(0, 0, 100, 100));

        assertThat(books.sum(Movement.CLEARED)).isZero();
        assertThat(books.sum(Movement.AWAITING_INSPECTION))
                .isEqualTo(books.hazardous(Field.day(9), 99, line -> true))
                .isPositive();
        assertThat(books.sum(Movement.UNDER_WORK)).isZero();
    }

    @Test
    void aFailedLotGoesBackToWorkAndItsSecondPassIsEffortNotOutput() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.enter(LandActKind.TASK_ISSUED, 2, "OPERATOR", rectangle(0, 0, 100, 100));
        var first = field.enter(LandActKind.CLEARANCE_COMPLETED, 5, "OPERATOR", rectangle(0, 0, 100, 100));
        field.inspect(LandActKind.QUALITY_FAILED, 6, first);
        assertThat(books.area(LandState.UNDER_WORK)).isPositive();
        var second = field.enter(LandActKind.CLEARANCE_COMPLETED, 8, "OPERATOR", rectangle(0, 0, 100, 100));
        field.inspect(LandActKind.QUALITY_ACCEPTED, 9, second);

        assertThat(books.sum(Movement.CLEARED)).isEqualTo(books.sum(Movement.FOUND));
        assertThat(refusal(entered(LandActKind.CLEARANCE_COMPLETED, 10, "OPERATOR", 0, 0, 100, 100)))
                .isEqualTo(LandRule.RECLEARANCE_IS_EFFORT);
    }

    @Test
    void anInspectionNeedsACompletion() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        var claim = field.enter(LandActKind.CLEARANCE_COMPLETED, 2, "OPERATOR", rectangle(0, 0, 100, 100));
        var act = field.act(LandActKind.QUALITY_ACCEPTED, 5, "INSPECTOR", null, List.of(claim.id()));

        assertThat(books.inspect(act).refusals())
                .extracting(Effect.Refusal::rule)
                .containsExactly(LandRule.INSPECTION_NEEDS_A_COMPLETION);
    }

    @Test
    void handoverNeedsReleasedGround() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));

        assertThat(refusal(entered(LandActKind.HANDED_OVER, 9, "AUTHORITY", 0, 0, 100, 100)))
                .isEqualTo(LandRule.HANDOVER_NEEDS_RELEASED_GROUND);
    }

    @Test
    void anAccidentOnReleasedGroundReopensItWithACounterEntry() {
        field.cleared("H1", 1, rectangle(0, 0, 100, 100));
        field.enter(LandActKind.HANDED_OVER, 10, "AUTHORITY", rectangle(0, 0, 100, 100));
        field.enter(LandActKind.REOPENED, 20, "OPS", rectangle(0, 0, 50, 100));

        assertThat(books.sum(Movement.REOPENED)).isEqualTo(books.area(LandState.REOPENED));
        assertThat(books.hazardous(Field.day(30), 99, line -> true)).isEqualTo(books.area(LandState.REOPENED));
        assertThat(books.sum(Movement.HANDED_OVER)).isEqualTo(books.area(LandState.RELEASED));
        assertThat(books.sum(Movement.CLEARED)).isEqualTo(books.sum(Movement.FOUND));
    }

    @Test
    void onlyReleasedGroundIsReopened() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));

        assertThat(refusal(entered(LandActKind.REOPENED, 9, "OPS", 0, 0, 100, 100)))
                .isEqualTo(LandRule.ONLY_RELEASED_GROUND_IS_REOPENED);
    }

    @Test
    void reopenedGroundIsSurveyedFirst() {
        field.cleared("H1", 1, rectangle(0, 0, 100, 100));
        field.enter(LandActKind.REOPENED, 20, "OPS", rectangle(0, 0, 100, 100));

        assertThat(refusal(entered(LandActKind.TASK_ISSUED, 21, "OPERATOR", 0, 0, 100, 100)))
                .isEqualTo(LandRule.REOPENED_GROUND_IS_SURVEYED_FIRST);
        field.suspected("H9", 22, rectangle(0, 0, 100, 100));
        assertThat(books.area(LandState.SUSPECTED)).isPositive();
        assertThat(books.pieces())
                .allSatisfy(piece -> assertThat(books.status(piece).hazard()).isEqualTo("H1"));
    }

    @Test
    void releasedGroundIsReopenedFirst() {
        field.cleared("H1", 1, rectangle(0, 0, 100, 100));

        assertThat(refusal(
                        books.enter(field.act(LandActKind.SUSPECTED, 30, "SURVEYOR", "H2"), rectangle(0, 0, 100, 100))))
                .isEqualTo(LandRule.RELEASED_GROUND_IS_REOPENED_FIRST);
    }

    @Test
    void nothingHappensBeforeItsTime() {
        field.suspected("H1", 50, rectangle(0, 0, 100, 100));

        assertThat(refusal(entered(LandActKind.CANCELLED, 40, "NTS", 0, 0, 100, 100)))
                .isEqualTo(LandRule.NOTHING_BEFORE_ITS_TIME);
    }

    @Test
    void workedGroundIsCountedOnceForTheReportApprovedFirst() {
        field.enter(LandActKind.WORKED, 5, "ONE", rectangle(0, 0, 100, 100));
        var effect = entered(LandActKind.WORKED, 4, "OTHER", 50, 0, 100, 100);

        assertThat(refusal(effect)).isEqualTo(LandRule.GROUND_IS_COUNTED_ONCE);
        assertThat(effect.refusals()).hasSize(1).allSatisfy(refused -> {
            assertThat(refused.against()).isEqualTo(1);
            assertThat(refused.squareMetres()).isBetween(4_980L, 5_020L);
        });
        assertThat(books.sum(Movement.WORKED)).isBetween(14_970L, 15_030L);
    }

    @Test
    void theAuthorityMayDecideForTheOtherClaim() {
        var one = field.enter(LandActKind.WORKED, 5, "ONE", rectangle(0, 0, 100, 100));
        var other = field.enter(LandActKind.WORKED, 4, "OTHER", rectangle(50, 0, 100, 100));
        long worked = books.sum(Movement.WORKED);
        books.prefer(one.id(), other.id());

        assertThat(books.sum(Movement.WORKED)).isEqualTo(worked);
        assertThat(books.sum(Movement.WORKED, line -> line.posting().act() == other.id(), 99))
                .isBetween(9_980L, 10_020L);
    }

    @Test
    void whenAClaimIsWithdrawnTheNextOneCounts() {
        var one = field.enter(LandActKind.WORKED, 5, "ONE", rectangle(0, 0, 100, 100));
        var other = field.enter(LandActKind.WORKED, 4, "OTHER", rectangle(50, 0, 100, 100));
        books.withdraw(one.id());

        assertThat(books.sum(Movement.WORKED, line -> line.posting().act() == one.id(), 99))
                .isZero();
        assertThat(books.sum(Movement.WORKED, line -> line.posting().act() == other.id(), 99))
                .isBetween(9_980L, 10_020L);
        assertThat(books.sum(Movement.WORKED)).isBetween(9_980L, 10_020L);
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatItCorrects() {
        var one = field.enter(LandActKind.WORKED, 5, "ONE", rectangle(0, 0, 100, 100));
        var other = field.enter(LandActKind.WORKED, 4, "OTHER", rectangle(50, 0, 100, 100));
        books.withdraw(one.id());
        var corrected = Field.correcting(field.act(LandActKind.WORKED, 5, "ONE"), one);
        books.enter(corrected, rectangle(0, 0, 99, 100));

        assertThat(books.sum(Movement.WORKED, line -> line.posting().act() == corrected.id(), 99))
                .isBetween(9_880L, 9_920L);
        assertThat(books.sum(Movement.WORKED, line -> line.posting().act() == other.id(), 99))
                .isBetween(5_080L, 5_120L);
    }

    @Test
    void aTaskedAreaStandsOnItsOperatorsAccount() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.enter(LandActKind.TASK_ISSUED, 2, "OPERATOR", rectangle(0, 0, 40, 100));

        assertThat(books.hazardous(
                        Field.day(9),
                        99,
                        line -> line.posting().account().organisation().equals("OPERATOR")))
                .isEqualTo(books.area(LandState.UNDER_WORK));
        assertThat(books.hazardous(
                        Field.day(9),
                        99,
                        line -> line.posting().account().organisation().equals("SURVEYOR")))
                .isEqualTo(books.area(LandState.SUSPECTED));
        assertThat(books.sum(Movement.TRANSFERRED_IN)).isEqualTo(books.sum(Movement.TRANSFERRED_OUT));
    }

    @Test
    void sliversUnderASquareMetreAreNotCutOffButListed() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        var effect = entered(LandActKind.TASK_ISSUED, 2, "OPERATOR", 0, 0, 99.995, 100);

        assertThat(effect.slivers()).hasSize(1);
        assertThat(books.pieces()).hasSize(1);
        assertThat(books.area(LandState.UNDER_WORK)).isEqualTo(books.sum(Movement.FOUND));
    }

    @Test
    void groundIsSplitAtDistrictBordersAndNoSquareMetreIsLost() {
        Map<String, GroundShape> districts = new TreeMap<>();
        districts.put("EAST", Field.district(50, -1_000, 1_000, 3_000));
        districts.put("WEST", Field.district(-1_000, -1_000, 1_050, 3_000));
        var divided = new Field(new Borders(districts));
        divided.suspected("H1", 1, rectangle(0, 0, 100, 100.03));

        assertThat(divided.books.pieces()).extracting(Piece::district).containsExactly("EAST", "WEST");
        assertThat(divided.books.pieces().stream()
                        .mapToLong(piece -> piece.area().value())
                        .sum())
                .isEqualTo(divided.books.sum(Movement.FOUND));
    }

    @Test
    void whatWasReleasedBeforeTheRegisterWasKeptIsClearedNotFound() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.enter(LandActKind.RELEASED_EARLIER, 2, "AUTHORITY", rectangle(50, 0, 100, 100));

        assertThat(books.sum(Movement.CLEARED)).isBetween(4_980L, 5_020L);
        assertThat(books.sum(Movement.CLEARED_OUTSIDE)).isBetween(4_980L, 5_020L);
        assertThat(books.hazardous(Field.day(9), 99, line -> true)).isEqualTo(books.area(LandState.SUSPECTED));
    }

    @Test
    void parcelsSplitGroundWithoutLosingASquareMetre() {
        field.cleared("H1", 1, rectangle(0, 0, 100.3, 77.7));
        field.suspected("H2", 9, rectangle(100.3, 0, 60, 77.7));
        Map<String, GroundShape> parcels = new TreeMap<>();
        parcels.put("P-1", Field.district(-10, -10, 43.21, 200));
        parcels.put("P-2", Field.district(33.21, -10, 90, 50));
        var pieces = books.pieces().stream()
                .map(piece -> new GroundHistory.PieceHistory(piece, books.status(piece), List.of()))
                .toList();

        var statement = ParcelStatement.of(pieces, new Borders(parcels));

        assertThat(statement.squareMetres())
                .isEqualTo(books.pieces().stream()
                        .mapToLong(piece -> piece.area().value())
                        .sum());
        assertThat(statement.lines()).extracting(ParcelStatement.Line::parcel).containsOnly("", "P-1", "P-2");
        assertThat(statement.lines().stream()
                        .filter(line -> line.state() == LandState.SUSPECTED)
                        .mapToLong(ParcelStatement.Line::squareMetres)
                        .sum())
                .isEqualTo(books.area(LandState.SUSPECTED));
    }

    @Test
    void aFlagMovesNothingInTheBalanceAndIsSaidBesideIt() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        long before = books.hazardous(Field.day(9), 99, line -> true);
        field.raise(GroundFlag.INACCESSIBLE, 3, rectangle(0, 0, 50, 100));

        assertThat(books.hazardous(Field.day(9), 99, line -> true)).isEqualTo(before);
        assertThat(books.sum(Movement.INACCESSIBLE))
                .isEqualTo(books.area(status -> status.flags().standing().contains(GroundFlag.INACCESSIBLE)))
                .isBetween(4_980L, 5_020L);
        assertThat(books.area(LandState.SUSPECTED)).isEqualTo(before);
        field.lift(GroundFlag.INACCESSIBLE, 5, rectangle(0, 0, 100, 100));
        assertThat(books.sum(Movement.INACCESSIBLE)).isZero();
    }

    @Test
    void suspendedGroundWaits() {
        var outline = rectangle(0, 0, 100, 100);
        field.suspected("H1", 1, outline);
        field.enter(LandActKind.TASK_ISSUED, 2, "OPERATOR", outline);
        var suspension = field.raise(GroundFlag.SUSPENDED, 5, outline);
        var effect = entered(LandActKind.CLEARANCE_COMPLETED, 9, "OPERATOR", 0, 0, 100, 100);

        assertThat(effect.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.rule()).isEqualTo(LandRule.SUSPENDED_GROUND_WAITS);
            assertThat(refused.against()).isEqualTo(suspension.id());
        });
        assertThat(books.sum(Movement.SUSPENDED)).isEqualTo(books.area(LandState.UNDER_WORK));
        field.lift(GroundFlag.SUSPENDED, 12, outline);
        assertThat(refusal(entered(LandActKind.CLEARANCE_COMPLETED, 9, "OPERATOR", 0, 0, 100, 100)))
                .isEqualTo(LandRule.SUSPENDED_GROUND_WAITS);
        assertThat(refusal(entered(LandActKind.CLEARANCE_COMPLETED, 13, "OPERATOR", 0, 0, 100, 100)))
                .isNull();
    }

    @Test
    void workCompletedBeforeGroundWasSuspendedIsCompleteWhenItIsReportedLater() {
        var outline = rectangle(0, 0, 100, 100);
        field.suspected("H1", 1, outline);
        field.enter(LandActKind.TASK_ISSUED, 2, "OPERATOR", outline);
        field.raise(GroundFlag.SUSPENDED, 10, outline);
        field.enter(LandActKind.CLEARANCE_COMPLETED, 8, "OPERATOR", outline);

        assertThat(books.area(LandState.CLEARED_PENDING_QC)).isPositive();
        assertThat(books.areaOn(
                        Field.day(9), status -> status.flags().standing().isEmpty()))
                .isPositive();
        assertThat(books.areaOn(
                        Field.day(10), status -> status.flags().standing().contains(GroundFlag.SUSPENDED)))
                .isPositive();
    }

    @Test
    void suspendedGroundIsNotHandedOverWhateverTheDay() {
        field.cleared("H1", 1, rectangle(0, 0, 100, 100));
        field.raise(GroundFlag.SUSPENDED, 20, rectangle(0, 0, 40, 100));

        assertThat(refusal(entered(LandActKind.HANDED_OVER, 10, "AUTHORITY", 0, 0, 100, 100)))
                .isEqualTo(LandRule.SUSPENDED_GROUND_WAITS);
        assertThat(books.area(LandState.RELEASED)).isBetween(5_980L, 6_020L);
    }

    @Test
    void handedOverGroundIsNotSuspendedButMayBeRestricted() {
        field.cleared("H1", 1, rectangle(0, 0, 100, 100));
        field.enter(LandActKind.HANDED_OVER, 10, "AUTHORITY", rectangle(0, 0, 100, 100));
        var suspending = field.flag(LandActKind.FLAG_RAISED, GroundFlag.SUSPENDED, 20);

        assertThat(refusal(books.enter(suspending, rectangle(0, 0, 100, 100))))
                .isEqualTo(LandRule.HANDED_OVER_GROUND_IS_NOT_SUSPENDED);
        field.raise(GroundFlag.RESTRICTED_USE, 20, rectangle(0, 0, 100, 100));
        assertThat(books.area(status -> status.flags().standing().equals(Set.of(GroundFlag.RESTRICTED_USE))))
                .isEqualTo(books.area(LandState.RELEASED));
    }

    @Test
    void aFlagNeedsRecordedGround() {
        field.enter(LandActKind.WORKED, 1, "OPERATOR", rectangle(0, 0, 100, 100));
        var act = field.flag(LandActKind.FLAG_RAISED, GroundFlag.RESTRICTED_USE, 2);

        assertThat(books.enter(act, rectangle(50, 0, 100, 100)).refusals())
                .extracting(Effect.Refusal::rule)
                .containsOnly(LandRule.FLAG_NEEDS_RECORDED_GROUND);
    }

    @Test
    void aFlagIsRaisedOnceAndStandsAsLongAsOneOfThoseWhoRaisedItDoes() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        var first = field.raise(GroundFlag.SUSPENDED, 2, rectangle(0, 0, 100, 100));
        var second = field.flag(LandActKind.FLAG_RAISED, GroundFlag.SUSPENDED, 3);

        assertThat(refusal(books.enter(second, rectangle(0, 0, 100, 100)))).isEqualTo(LandRule.FLAG_IS_RAISED_ONCE);
        books.withdraw(first.id());
        assertThat(books.sum(Movement.SUSPENDED, line -> line.posting().act() == second.id(), 99))
                .isEqualTo(books.area(LandState.SUSPECTED));
    }

    @Test
    void onlyStandingFlagsAreLifted() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.raise(GroundFlag.INACCESSIBLE, 2, rectangle(0, 0, 100, 100));
        var lifting = field.flag(LandActKind.FLAG_LIFTED, GroundFlag.SUSPENDED, 3);

        assertThat(refusal(books.enter(lifting, rectangle(0, 0, 100, 100))))
                .isEqualTo(LandRule.ONLY_STANDING_FLAGS_ARE_LIFTED);
    }

    @Test
    void noFlagIsLiftedBeforeTheDayOnWhichItWasRaised() {
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.raise(GroundFlag.SUSPENDED, 10, rectangle(0, 0, 100, 100));
        var lifting = field.flag(LandActKind.FLAG_LIFTED, GroundFlag.SUSPENDED, 9);

        assertThat(refusal(books.enter(lifting, rectangle(0, 0, 100, 100))))
                .isEqualTo(LandRule.NOTHING_BEFORE_ITS_TIME);
    }

    @Test
    void flagsFollowTheGroundThroughReleaseAndReopeningUntilTheyAreLifted() {
        var outline = rectangle(0, 0, 100, 100);
        field.cleared("H1", 1, outline);
        field.raise(GroundFlag.RESTRICTED_USE, 5, outline);
        field.raise(GroundFlag.INACCESSIBLE, 5, outline);
        assertThat(books.sum(Movement.INACCESSIBLE)).isZero();
        field.enter(LandActKind.HANDED_OVER, 10, "AUTHORITY", outline);
        field.enter(LandActKind.REOPENED, 20, "OPS", outline);

        assertThat(books.pieces())
                .allSatisfy(piece -> assertThat(books.status(piece).flags().standing())
                        .containsExactlyInAnyOrder(GroundFlag.RESTRICTED_USE, GroundFlag.INACCESSIBLE));
        assertThat(books.sum(Movement.INACCESSIBLE)).isEqualTo(books.sum(Movement.REOPENED));
        assertThat(books.sumOn(Field.day(19), Movement.INACCESSIBLE, line -> true))
                .isZero();
    }

    @Test
    void whatIsFlaggedOfTheBalanceIsRightOnDaysOfWhichAReportComesLate() {
        var one = rectangle(0, 0, 50, 100);
        var other = rectangle(50, 0, 50, 100);
        field.suspected("H1", 1, rectangle(0, 0, 100, 100));
        field.raise(GroundFlag.INACCESSIBLE, 10, one);
        field.lift(GroundFlag.INACCESSIBLE, 20, one);
        field.raise(GroundFlag.INACCESSIBLE, 20, other);
        field.enter(LandActKind.CANCELLED, 15, "NTS", rectangle(0, 0, 100, 100));

        assertThat(books.sumOn(Field.day(12), Movement.INACCESSIBLE, line -> true))
                .isEqualTo(books.areaOn(
                        Field.day(12), status -> status.flags().standing().contains(GroundFlag.INACCESSIBLE)))
                .isPositive();
        for (int day : new int[] {15, 17, 20, 25}) {
            assertThat(books.sumOn(Field.day(day), Movement.INACCESSIBLE, line -> true))
                    .as("day %d", day)
                    .isZero();
        }
        assertThat(books.areaOn(
                        Field.day(17), status -> status.flags().standing().contains(GroundFlag.INACCESSIBLE)))
                .isPositive();
    }

    @Test
    void workReportedLateIsEffortOfItsDayAndNothingElse() {
        var outline = rectangle(0, 0, 100, 100);
        field.suspected("H1", 1, outline);
        field.enter(LandActKind.CANCELLED, 20, "NTS", outline);
        field.enter(LandActKind.WORKED, 5, "OPERATOR", outline);

        assertThat(books.areaOn(Field.day(7), GroundStatus::inBalance)).isEqualTo(books.sum(Movement.FOUND));
        assertThat(books.worked()).isPositive();
    }
}
