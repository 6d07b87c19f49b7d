// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.web;

import java.util.regex.Pattern;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;

/** What part of the world a map shows: its zoom, as tiles count it, and its middle in degrees. */
record MapView(double zoom, double latitude, double longitude) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2}(?:\\.\\d{1,6})?)/(-?\\d{1,3}(?:\\.\\d{1,9})?)/(-?\\d{1,3}(?:\\.\\d{1,9})?)");

    /** As it stands in an address, {@code 9.5/39.9/47.1}; null if it is not said. */
    static @Nullable MapView of(@Nullable String written) {
        if (written == null) {
            return null;
        }
        var parts = WRITTEN.matcher(written);
        if (parts.matches()) {
            var view = new MapView(
                    Double.parseDouble(parts.group(1)),
                    Double.parseDouble(parts.group(2)),
                    Double.parseDouble(parts.group(3)));
            if (view.zoom <= 22 && Math.abs(view.latitude) <= 85 && Math.abs(view.longitude) <= 180) {
                return view;
            }
        }
        throw new ProblemException(
                ProblemCode.WRONG_CALL,
                "\"view\" is \"" + written + "\", which is no view of a map; write zoom/latitude/longitude, such as"
                        + " 9.5/39.9/47.1");
    }
}
