// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import org.jspecify.annotations.Nullable;

/** Kinds of work in the sample, with figures that a supervisor would believe. */
enum SampleWork {
    MANUAL_CLEARANCE("manual_clearance", "manual", 20, 8, 24, 10, 40),
    ANIMAL_SEARCH("animal_search", "animal", 20, 4, 8, 60, 350),
    BAC_SUBSURFACE("bac_subsurface", "instrument_search", 50, 10, 24, 60, 250),
    MECHANICAL_CLEARANCE("mechanical_clearance", "mechanical", 25, 3, 3, 1200, 2600),
    BAC_SURFACE("bac_surface", "visual_search", 0, 6, 6, 2500, 5000),
    NON_TECHNICAL_SURVEY("non_technical_survey", "visual_search", null, 3, 6, 500, 2500),
    EOD_SPOT_TASK("eod_spot_task", null, null, 3, 6, 0, 0);

    final String activityType;
    final @Nullable String method;
    final @Nullable Integer depthCm;
    final int leastStaff;
    final int mostStaff;
    /** Square metres that a person searches in an hour, well inside the range of the method. */
    final int leastRate;

    final int mostRate;

    SampleWork(
            String activityType,
            @Nullable String method,
            @Nullable Integer depthCm,
            int leastStaff,
            int mostStaff,
            int leastRate,
            int mostRate) {
        this.activityType = activityType;
        this.method = method;
        this.depthCm = depthCm;
        this.leastStaff = leastStaff;
        this.mostStaff = mostStaff;
        this.leastRate = leastRate;
        this.mostRate = mostRate;
    }

    boolean hasGround() {
        return this != EOD_SPOT_TASK;
    }

    /** Whether its ground counts as cleared; surveyed ground does not. */
    boolean clears() {
        return hasGround() && this != NON_TECHNICAL_SURVEY;
    }

    /** Fast work takes what slow work leaves of the week's hectares; its staff follows from its share. */
    boolean takesTheRest() {
        return this == MECHANICAL_CLEARANCE || this == BAC_SURFACE;
    }

    double shareOfTheRest() {
        return this == BAC_SURFACE ? 2 : 1;
    }

    /** How likely a mine that somebody found was found in this work. */
    double mineWeight() {
        return switch (this) {
            case MANUAL_CLEARANCE -> 6;
            case ANIMAL_SEARCH -> 3;
            case MECHANICAL_CLEARANCE -> 3;
            case BAC_SUBSURFACE -> 1;
            case BAC_SURFACE -> 0.3;
            case NON_TECHNICAL_SURVEY, EOD_SPOT_TASK -> 0;
        };
    }

    /** How likely an unexploded item that somebody found was found in this work. */
    double uxoWeight() {
        return switch (this) {
            case BAC_SURFACE -> 5;
            case BAC_SUBSURFACE -> 4;
            case EOD_SPOT_TASK -> 1.5;
            case MECHANICAL_CLEARANCE -> 1.5;
            case MANUAL_CLEARANCE, ANIMAL_SEARCH -> 1;
            case NON_TECHNICAL_SURVEY -> 0;
        };
    }
}
