// SPDX-License-Identifier: Apache-2.0
package org.clearground.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.clearground.geo.UnreadableGeometryException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundShapeTest {

    /** The value that GeographicLib's own Planimeter gives for this square. */
    @Test
    void measuresATenthOfADegreeOnTheEllipsoid() throws UnreadableGeometryException {
        var square = WrittenGeometry.readShape("POLYGON((46 39, 46.1 39, 46.1 39.1, 46 39.1, 46 39))");

        assertThat(square.computedArea().area().value()).isBetween(96_100_000L, 96_104_000L);
    }

    @Test
    void readsTheSameShapeFromOdkTextAndFromWellKnownText() throws UnreadableGeometryException {
        var odk = WrittenGeometry.readShape("39 46 0 5; 39 46.1 0 5; 39.1 46.1 0 5; 39.1 46 0 5; 39 46 0 5");
        var wkt = WrittenGeometry.readShape("POLYGON((46 39, 46.1 39, 46.1 39.1, 46 39.1, 46 39))");

        assertThat(odk.computedArea()).isEqualTo(wkt.computedArea());
    }

    @Test
    void takesHolesOff() throws UnreadableGeometryException {
        var whole = WrittenGeometry.readShape("POLYGON((46 39, 46.1 39, 46.1 39.1, 46 39.1, 46 39))");
        var hole =
                WrittenGeometry.readShape("POLYGON((46.04 39.04, 46.06 39.04, 46.06 39.06, 46.04 39.06, 46.04 39.04))");
        var holed = WrittenGeometry.readShape("POLYGON((46 39, 46.1 39, 46.1 39.1, 46 39.1, 46 39),"
                + "(46.04 39.04, 46.06 39.04, 46.06 39.06, 46.04 39.06, 46.04 39.04))");

        assertThat(holed.computedArea().area().value())
                .isEqualTo(whole.computedArea().area().value()
                        - hole.computedArea().area().value());
    }

    @Test
    void aBowTieHasAFaultAndNoArea() throws UnreadableGeometryException {
        var bowTie = WrittenGeometry.readShape("39 46; 39.1 46.1; 39 46.1; 39.1 46; 39 46");

        assertThat(bowTie.fault())
                .hasValueSatisfying(fault -> assertThat(fault.description()).contains("Self-intersection"));
        assertThatIllegalStateException().isThrownBy(bowTie::computedArea);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "39 46; 39.1 46.1|TOO_FEW_VERTICES",
                "39 46; 39 46; 39 46; 39 46|TOO_FEW_VERTICES",
                "POLYGON((46 39, 46.1 39, 46.1 39.1, 46 39.1))|NOT_CLOSED",
                "POLYGON((46 139, 46.1 39, 46.1 39.1, 46 139))|OUT_OF_RANGE",
                "LINESTRING(46 39, 46.1 39)|NOT_A_GEOMETRY",
                "somewhere near the river|NOT_A_GEOMETRY",
                "39 NaN; 39.1 46.1; 39 46.1|OUT_OF_RANGE",
                "NaN NaN; 39.1 46.1; 39 46.1|NOT_A_GEOMETRY"
            })
    void saysWhyAnOutlineCannotBeRead(String written, Reason reason) {
        assertThatThrownBy(() -> WrittenGeometry.readShape(written))
                .isInstanceOfSatisfying(UnreadableGeometryException.class, unreadable -> assertThat(unreadable.reason())
                        .isEqualTo(reason));
    }

    @Test
    void refusesAMillionVertices() {
        var outline = new StringBuilder();
        IntStream.range(0, 1_000_000)
                .forEach(i -> outline.append("39.").append(i).append(" 46;"));

        assertThatThrownBy(() -> WrittenGeometry.readShape(outline.toString()))
                .isInstanceOfSatisfying(UnreadableGeometryException.class, unreadable -> assertThat(unreadable.reason())
                        .isEqualTo(Reason.TOO_MANY_VERTICES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"39.5 46.5", "39.5 46.5 812.3 4.9", "POINT(46.5 39.5)", " 39.5,46.5 "})
    void readsAPositionHoweverItIsWritten(String written) throws UnreadableGeometryException {
        assertThat(WrittenGeometry.readPosition(written)).isEqualTo(new Position(46.5, 39.5));
    }

    @Test
    void coversItsBorderAndNotItsNeighbour() throws UnreadableGeometryException {
        var square = WrittenGeometry.readShape("POLYGON((46 39, 46.1 39, 46.1 39.1, 46 39.1, 46 39))");

        assertThat(square.covers(new Position(46.1, 39.05))).isTrue();
        assertThat(square.covers(new Position(46.1001, 39.05))).isFalse();
    }
}
