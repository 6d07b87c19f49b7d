// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pages over a line of 64 kbit/s with an empty browser: what goes over it is limited, how long it took is printed. */
class SlowLineTest extends DemoInBrowser {

    private static final double BYTES_A_SECOND = 64_000 / 8.0;
    private static final int LATENCY_MS = 300;
    private static final int KILOBYTE = 1_000;

    /** The most that may go over the line, in kilobytes, by address. A map brings its library with it, once. */
    private static final Map<String, Integer> LIMITS = limits();

    private static Map<String, Integer> limits() {
        var limits = new LinkedHashMap<String, Integer>();
        limits.put("/?lang=en", 150);
        limits.put("/registers/reports?lang=en", 150);
        limits.put("/enter/progress?lang=en", 150);
        limits.put("/review?lang=en", 150);
        limits.put("/figures/anti-tank-mines-found/series?lang=en", 150);
        limits.put("/registers/hazards/map?lang=en", 500);
        return limits;
    }

    @Test
    void littleGoesOverTheLine() {
        LIMITS.forEach((address, most) -> {
            try (var desk = stranger()) {
                desk.slow(BYTES_A_SECOND, LATENCY_MS);
                long begun = System.nanoTime();
                desk.go(address);
                System.out.printf(
                        "%-55s %5d kB %6.1f s at 64 kbit/s%n",
                        address, desk.bytes() / KILOBYTE, (System.nanoTime() - begun) / 1e9);
                assertThat(desk.bytes() / KILOBYTE).as(address).isPositive().isLessThan(most);
            }
        });
    }
}
