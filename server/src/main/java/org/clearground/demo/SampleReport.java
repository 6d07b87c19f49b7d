// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invented report of one team on one day.
 *
 * @param number begins with SAMPLE, so that it is known for what it is wherever it is shown
 * @param hectares declared area, two decimals; null where the work has no ground
 * @param hours worked by each person
 */
record SampleReport(
        String number,
        String organisation,
        String team,
        String task,
        SampleWork work,
        LocalDate day,
        SamplePlace place,
        String purpose,
        @Nullable BigDecimal hectares,
        int staff,
        int machines,
        int dogs,
        BigDecimal hours,
        List<SampleFind> finds) {

    SampleReport {
        finds = List.copyOf(finds);
    }

    SampleReport withFinds(List<SampleFind> found) {
        return new SampleReport(
                number,
                organisation,
                team,
                task,
                work,
                day,
                place,
                purpose,
                hectares,
                staff,
                machines,
                dogs,
                hours,
                found);
    }
}
