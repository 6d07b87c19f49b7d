// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** How a body is imagined to work. None of these shares is published. */
enum SampleBody {
    AGENCY(50, 50),
    ARMED_FORCES(20, 25),
    EMERGENCY_SERVICE(15, 12),
    BORDER_SERVICE(12, 12),
    COMPANY(4, 0.4);

    private static final List<SampleWork> FURTHER_WORK = List.of(
            SampleWork.MANUAL_CLEARANCE,
            SampleWork.ANIMAL_SEARCH,
            SampleWork.BAC_SUBSURFACE,
            SampleWork.MECHANICAL_CLEARANCE,
            SampleWork.BAC_SURFACE,
            SampleWork.NON_TECHNICAL_SURVEY,
            SampleWork.EOD_SPOT_TASK);

    final double areaWeight;
    final double findWeight;

    SampleBody(double areaWeight, double findWeight) {
        this.areaWeight = areaWeight;
        this.findWeight = findWeight;
    }

    static SampleBody of(String organisation) {
        return switch (organisation) {
            case "ANAMA" -> AGENCY;
            case "MOD" -> ARMED_FORCES;
            case "MES" -> EMERGENCY_SERVICE;
            case "SBS" -> BORDER_SERVICE;
            default -> COMPANY;
        };
    }

    int reportsOn(LocalDate day, Dice dice) {
        boolean sunday = day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return switch (this) {
            case AGENCY -> sunday ? 2 : dice.between(3, 4);
            case ARMED_FORCES, EMERGENCY_SERVICE -> sunday ? 1 : dice.between(2, 3);
            case BORDER_SERVICE, COMPANY -> sunday ? 1 : dice.between(1, 2);
        };
    }

    /** The first report of a day is of fast work, so that a day's hectares always find ground. */
    SampleWork firstWork(Dice dice) {
        boolean surface = dice.oneIn(this == COMPANY ? 4 : 2);
        return surface ? SampleWork.BAC_SURFACE : SampleWork.MECHANICAL_CLEARANCE;
    }

    /** Weights in the order of {@link #FURTHER_WORK}. */
    SampleWork furtherWork(Dice dice) {
        var weights =
                switch (this) {
                    case AGENCY -> List.of(30.0, 15.0, 15.0, 13.0, 10.0, 5.0, 12.0);
                    case ARMED_FORCES -> List.of(35.0, 5.0, 10.0, 20.0, 18.0, 2.0, 10.0);
                    case EMERGENCY_SERVICE -> List.of(10.0, 5.0, 25.0, 0.0, 25.0, 0.0, 35.0);
                    case BORDER_SERVICE -> List.of(45.0, 5.0, 0.0, 0.0, 30.0, 0.0, 20.0);
                    case COMPANY -> List.of(0.0, 0.0, 25.0, 60.0, 15.0, 0.0, 0.0);
                };
        return FURTHER_WORK.get(dice.weighted(weights));
    }
}
