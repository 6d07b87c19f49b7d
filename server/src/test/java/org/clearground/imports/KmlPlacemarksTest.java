// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearground.errors.ProblemException;
import org.clearground.imports.KmlPlacemarks.Placemark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What placemarks say, and what a hostile or broken file cannot do. */
class KmlPlacemarksTest {

    private static final String RING =
            "<LinearRing><coordinates>46.1,39.1 46.2,39.1,80 46.2,39.2\n" + "\t46.1,39.1</coordinates></LinearRing>";

    @TempDir
    private Path desk = Path.of(".");

    private List<Placemark> read(String text) {
        try {
            var file = ReceivedFile.inspect(Files.writeString(desk.resolve("a.kml"), text));
            var placemarks = new ArrayList<Placemark>();
            KmlPlacemarks.read(file, placemarks::add);
            return placemarks;
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static String kml(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
                + content + "</Document></kml>";
    }

    private String geometry(String geometry) {
        return String.valueOf(
                read(kml("<Placemark>" + geometry + "</Placemark>")).get(0).geometry());
    }

    private void refused(String text, String... saying) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .message()
                .startsWith("a.kml ")
                .contains(saying);
    }

    @Test
    void nameDescriptionAndExtendedDataAreAnswers() {
        var placemarks = read(
                kml(
                        """
                        <name>the folder's, not a placemark's</name>
                        <Style id="red"><LineStyle><color>ff0000ff</color></LineStyle></Style>
                        <Folder><Folder><Placemark id="p1">
                          <name>  Old orchard </name>
                          <description><![CDATA[<b>3 craters</b> & more]]></description>
                          <atom:author xmlns:atom="http://www.w3.org/2005/Atom"><atom:name>A. Person</atom:name></atom:author>
                          <ExtendedData>
                            <Data name="report_no"><displayName>No.</displayName><value>N-7</value></Data>
                            <SchemaData schemaUrl="#s"><SimpleData name="SOURCE_ID">1 &amp; 2</SimpleData></SchemaData>
                          </ExtendedData>
                        </Placemark></Folder></Folder>
                        <Placemark><name>second</name><Point><coordinates>46.9,39.9,0</coordinates></Point></Placemark>
                        """));

        assertThat(placemarks)
                .containsExactly(
                        new Placemark(
                                1,
                                Map.of(
                                        "name",
                                        "Old orchard",
                                        "description",
                                        "<b>3 craters</b> & more",
                                        "report_no",
                                        "N-7",
                                        "SOURCE_ID",
                                        "1 & 2"),
                                null,
                                false),
                        new Placemark(2, Map.of("name", "second"), "39.9 46.9", true));
    }

    @Test
    void outlinesAreWrittenDownAsTheyAre() {
        var ring = RING;
        var outer = "<outerBoundaryIs>" + ring + "</outerBoundaryIs>";
        var text = "(46.1 39.1, 46.2 39.1, 46.2 39.2, 46.1 39.1)";

        assertThat(geometry("<Polygon><altitudeMode>absolute</altitudeMode>" + outer + "</Polygon>"))
                .isEqualTo("POLYGON (" + text + ")");
        assertThat(geometry("<Polygon><innerBoundaryIs>" + ring + "</innerBoundaryIs>" + outer + "</Polygon>"))
                .isEqualTo("POLYGON (" + text + ", " + text + ")");
        assertThat(geometry("<MultiGeometry><Polygon>" + outer + "</Polygon><MultiGeometry><Polygon>" + outer
                        + "</Polygon></MultiGeometry></MultiGeometry>"))
                .isEqualTo("MULTIPOLYGON ((" + text + "), (" + text + "))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<LineString><coordinates>1,2 3,4</coordinates></LineString>|LINESTRING (1 2, 3 4)",
                "<Polygon/>|POLYGON EMPTY",
                "<Polygon><outerBoundaryIs><LinearRing><coordinates/></LinearRing></outerBoundaryIs></Polygon>|POLYGON (())",
                "<Track xmlns='http://www.google.com/kml/ext/2.2'><when>x</when></Track>|TRACK EMPTY",
                "<Point><coordinates>1;2</coordinates></Point>|?",
                "<Point><coordinates>1,2)</coordinates></Point>|2? 1",
                "<MultiGeometry><Point><coordinates>1,2</coordinates></Point><Polygon/></MultiGeometry>"
                        + "|GEOMETRYCOLLECTION (POINT (1 2), POLYGON EMPTY)"
            })
    void whatIsNoGroundIsPassedOnToBeFound(String geometry, String written) {
        assertThat(geometry(geometry)).isEqualTo(written);
    }

    @Test
    void aByteOrderMarkAndAnOlderNamespaceAreRead() {
        assertThat(
                        read(
                                "\uFEFF<kml xmlns=\"http://earth.google.com/kml/2.1\"><Placemark><name>a</name></Placemark></kml>"))
                .hasSize(1);
        assertThat(read("<kml><Placemark/></kml>")).hasSize(1);
    }

    /** Ten lines that stand for a billion. */
    @Test
    void aBillionLaughsAreNotLaughed() {
        var bomb = new StringBuilder("<!DOCTYPE kml [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><kml><Placemark><name>&a9;</name></Placemark></kml>");

        refused(bomb.toString(), "declares a document type");
    }

    @Test
    void nothingOutsideTheFileIsRead() throws IOException {
        var secret = Files.writeString(desk.resolve("secret.txt"), "secret").toUri();

        refused(
                "<!DOCTYPE kml [<!ENTITY e SYSTEM \"" + secret
                        + "\">]><kml><Placemark><name>&e;</name></Placemark></kml>",
                "declares a document type");
        refused("<!DOCTYPE kml SYSTEM \"" + secret + "\"><kml><Placemark/></kml>", "declares a document type");
        refused(
                "<!DOCTYPE kml [<!ENTITY % e SYSTEM \"" + secret + "\"> %e;]><kml><Placemark/></kml>",
                "declares a document type");
        refused("<kml><Placemark><name>&e;</name></Placemark></kml>", "an entity, which is not accepted");
        refused(kml("<NetworkLink><Link><href>" + secret + "</href></Link></NetworkLink>"), "links to another file");
    }

    @Test
    void aBrokenFileIsToldAtItsPlacemark() {
        refused(kml("<Placemark/>\n<Placemark><name>second</name>"), "is no XML after placemark 2 (line 3");
        refused("<html><body/></html>", "is no KML: it begins with <html>");
        refused("no XML at all", "is no XML after placemark 0");
        refused("<?xml version=\"1.0\" encoding=\"windows-1251\"?><kml/>", "written in windows-1251");
        refused("<kml>" + "<Folder>".repeat(300) + "</Folder>".repeat(300) + "</kml>", "nested deeper than 200");
        assertThat(read("<kml>" + "<Folder>".repeat(150) + "<Placemark/>" + "</Folder>".repeat(150) + "</kml>"))
                .hasSize(1);
    }

    @Test
    void aHundredThousandVerticesAreOnePlacemark() {
        var ring = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            ring.append("46.").append(1_000_000 + i).append(",39.1 ");
        }

        assertThat(geometry("<Polygon><outerBoundaryIs><LinearRing><coordinates>" + ring
                        + "</coordinates></LinearRing></outerBoundaryIs></Polygon>"))
                .hasSizeGreaterThan(1_500_000);
    }
}
