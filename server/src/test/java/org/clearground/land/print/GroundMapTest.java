// SPDX-License-Identifier: Apache-2.0
package org.clearground.land.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearground.geo.Position;
import org.clearground.geo.WrittenGeometry;
import org.clearground.land.print.GroundMap.Drawing;
import org.clearground.land.print.GroundMap.Layer;
import org.clearground.land.print.GroundMap.Look;
import org.clearground.land.print.GroundMap.Mark;
import org.clearground.packs.PackSource;
import org.clearground.packs.Words;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.util.GeometricShapeFactory;

class GroundMapTest {

    private static final Words WORDS = new Words(PackSource.find("aze"), "en", Map.of());

    private static Geometry circle(double longitude, double latitude, double width, int points) {
        var factory = new GeometricShapeFactory(WrittenGeometry.WGS84);
        factory.setCentre(new Coordinate(longitude, latitude));
        factory.setSize(width);
        factory.setNumPoints(points);
        return factory.createCircle();
    }

    private static Drawing draw(List<Geometry> grounds, List<Mark> marks) {
        return new GroundMap("t", 400, 300, GroundMap.extent(grounds), List.of(), WORDS)
                .draw(
                        "1",
                        "Ground & <more>",
                        List.of(new Layer(Look.SUSPECTED, "suspected", grounds)),
                        marks,
                        List.of());
    }

    @Test
    void theSameGroundGivesTheSamePicture() {
        var grounds = List.of(circle(47, 40, 0.01, 50), circle(47.02, 40, 0.01, 50));

        assertThat(draw(grounds, List.of()).svg())
                .isEqualTo(draw(grounds, List.of()).svg());
    }

    @Test
    void aCountryOfThousandsOfPiecesIsStillASmallPicture() {
        var grounds = new ArrayList<Geometry>();
        for (int i = 0; i < 20_000; i++) {
            grounds.add(circle(45 + i % 200 * 0.025, 38.5 + Math.floorDiv(i, 200) * 0.03, 0.004, 200));
        }

        var drawing = draw(grounds, List.of());

        assertThat(drawing.svg().length()).isLessThan(500_000);
        assertThat(drawing.enlarged()).isTrue();
    }

    @Test
    void anOutlineOfAMillionPointsIsThinnedToWhatCanBeSeen() {
        assertThat(draw(List.of(circle(47, 40, 0.01, 1_000_000)), List.of())
                        .svg()
                        .length())
                .isLessThan(20_000);
    }

    @Test
    void aMetreOfGroundIsAsLongAsTheScaleBarSays() {
        // a hundredth of a degree of latitude is 1.11 km on the ground
        var svg = draw(List.of(circle(47, 40, 0.01, 360)), List.of()).svg();

        var bar = Pattern.compile("v5h(\\d+)v-5").matcher(svg);
        assertThat(bar.find()).isTrue();
        assertThat(svg).contains("200 m");
        double pixelsPerMetre = 0.86 * 300 / 1_112;
        assertThat(Double.parseDouble(bar.group(1))).isBetween(200 * pixelsPerMetre - 2, 200 * pixelsPerMetre + 2);
    }

    @Test
    void groundIsToldApartWithoutColour() {
        var layers = new ArrayList<Layer>();
        for (var look : Look.values()) {
            layers.add(new Layer(look, look.name(), List.of(circle(47 + layers.size() * 0.01, 40, 0.005, 30))));
        }

        var withoutColour = new HashSet<String>();
        for (var sample : GroundMap.legend("t", layers)) {
            withoutColour.add(sample.svg().replaceAll("#[0-9a-f]{6}", "").replaceAll("t-legend-[A-Z_]+", ""));
        }

        assertThat(withoutColour).hasSize(Look.values().length);
    }

    @Test
    void namesAreTextAndNothingElse() {
        var svg = draw(
                        List.of(circle(47, 40, 0.01, 30)),
                        List.of(new Mark("<script>alert(1)</script>", new Position(47, 40), true)))
                .svg();

        assertThat(svg)
                .contains("<title>Ground &amp; &lt;more&gt;</title>", "&lt;script&gt;")
                .doesNotContain("<script", "style=");
    }

    @Test
    void itsCornersSayWhereItIs() {
        var svg = draw(List.of(circle(47, 40, 0.01, 30)), List.of()).svg();

        var corner = Pattern.compile("([\\d.]+)° ([\\d.]+)°").matcher(svg);
        assertThat(corner.find()).isTrue();
        assertThat(Double.parseDouble(corner.group(1))).isBetween(40.005, 40.007);
        assertThat(Double.parseDouble(corner.group(2))).isBetween(46.98, 46.995);
        assertThat(svg).contains(">N</text>");
    }
}
