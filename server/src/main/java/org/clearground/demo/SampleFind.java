// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import org.clearground.geo.Position;
import org.clearground.ordnance.OrdnanceCategory;
import org.jspecify.annotations.Nullable;

/** An invented find. */
record SampleFind(
        OrdnanceCategory category,
        @Nullable String model,
        int quantity,
        Position point,
        int depthCm,
        String condition,
        String disposal) {}
