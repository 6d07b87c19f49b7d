// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** 210 statements that were really published, beside the registers of the sample country. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedFiguresTest {

    private @Nullable Path data;

    @BeforeAll
    void fill(@TempDir Path directory) {
        data = directory.resolve("demo");
        Clearground.run("demo", "--no-serve", "--data", data()).with(0);
    }

    private Path data() {
        return Objects.requireNonNull(data);
    }

    @Test
    void aPublishedWeekStandsBesideTheRegistersByBody() {
        Clearground.run("statements", "compare", "--from", "2024-04-29", "--to", "2024-05-05", "--data", data())
                .with(1) // the year and the month that hold the week differ: the sample holds no other of their weeks
                .saying("anti-tank mines: published 53, registers hold 53: agrees")
                .saying("unexploded ordnance: published 378, registers hold 378: agrees")
                .saying("hectares cleared: published 2,046.3, registers hold 2,046.3: agrees")
                .saying("Mine Action Agency of the Republic of Azerbaijan 1,075.28;")
                .saying("SAMPLE DATA");
    }

    @Test
    void anAreaWhoseDecimalMarkWasLostIsSeenFromBothSides() {
        Clearground.run("statements", "compare", "--data", data())
                .with(1)
                .saying("hectares cleared: published 880.3 (proposed), registers hold 8,803: difference +7,922.7");
        Clearground.run("statements", "series", "--measure", "area_cleared", "--step", "week", "--data", data())
                .with(0)
                .saying("2024-05-06/2024-05-12")
                .saying("880.3");
    }

    @Test
    void aSeriesIsATableWithGapsAndSources() {
        var csv = Clearground.run(
                        "statements", "series", "--measure", "area_cleared", "--format", "csv", "--data", data())
                .with(0)
                .out();

        assertThat(csv.lines().findFirst().orElse("")).startsWith("measured,whose,step,from,to,value,standing");
        assertThat(csv.lines().filter(line -> line.contains(",gap,")))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).matches("area_cleared,country,[a-z]+,[0-9-]+,[0-9-]+,,gap,false,,,"));
        assertThat(csv).contains("area_cleared,country,week,2024-04-29,2024-05-05,2046.3,agreed,");
        assertThat(csv).contains("area_cleared,country,year,2025-01-01,2025-12-31,69205.7,");
    }

    @Test
    void whatIsNotAskedForRightIsAnsweredInOneSentence() {
        Clearground.run("statements", "series", "--measure", "elephants", "--data", data())
                .refusing(2, "--measure cannot be \"elephants\"; it is one of anti_tank_mines,");
        Clearground.run("statements", "compare", "--from", "2024-05-05", "--to", "2024-04-29", "--data", data())
                .refusing(2, "lies before");
    }
}
