// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearground.access.Role;
import org.clearground.ledger.Digest;
import org.clearground.reports.ReportStatus;
import org.clearground.reports.store.ReportDecisions;
import org.clearground.reports.store.ReportDecisions.Decision;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.ExampleSite;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a file from the page that takes it to the ledger, over a real server. Every figure is invented. */
class ImportPagesTest {

    private static final Map<String, String> PROGRESS = Map.of("form", "progress", "organisation", "MES");

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private ExampleSite site;

    @SuppressWarnings("NullAway.Init")
    private Sender sender;

    @BeforeEach
    void serve() {
        site = new ExampleSite(directory);
        sender = new Sender(site.port());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(String... rows) {
        return ExampleSite.HEADING + String.join("", rows);
    }

    private static String good(String number) {
        return ExampleSite.row(number, "1", "AV_MINE", 2, false);
    }

    private static String bad(String number) {
        return ExampleSite.row(number, "1", "BANANA", 2, false);
    }

    /** The address under which a file waits. */
    private String waiting(String name, byte[] content) {
        return waiting(sender, name, content, PROGRESS);
    }

    private static String waiting(Sender by, String name, byte[] content, Map<String, String> fields) {
        var response = by.upload(name, content, fields);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        var address = location(response);
        assertThat(address).matches("/import/[0-9a-f]{32}");
        return address;
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private String preview(String address) {
        var response = sender.get(address + "/preview");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** Takes a waiting file in, and says where its page is. */
    private String take(String address, String which) {
        var response = sender.fill(address + "/preview", address + "/take", Map.of("which", which, "person", "Leyla"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return location(response);
    }

    private Map<String, ReportStatus> standing() {
        return site.application().store().read(transaction -> {
            var byNumber = new TreeMap<String, ReportStatus>();
            new ReportQueries(transaction)
                    .list(null, null, 0, 100)
                    .forEach(report -> byNumber.put(report.number() + "@" + report.fileName(), report.status()));
            return byNumber;
        });
    }

    private long uploadsOnDisk() {
        var folder = directory.resolve("store").resolve("uploads");
        try (var files = Files.exists(folder) ? Files.list(folder) : java.util.stream.Stream.<Path>of()) {
            return files.count();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void aFileIsSentMatchedLookedAtAndTakenIn() {
        var file = csv(good("A-1"), good("A-2"));
        var address = waiting("week.csv", utf8(file));

        var columns = sender.get(address).body();
        assertThat(columns).contains("week.csv", "report_no", "declared_area_ha");
        var matched = sender.fill(address, address + "/columns", Map.of("decimal", ""));
        assertThat(location(matched)).isEqualTo(address + "/preview");
        assertThat(preview(address)).contains("New: 2", "Error: 0", "A-1", "A-2");
        assertThat(standing()).isEmpty();

        var page = take(address, "ALL");

        assertThat(page).isEqualTo("/submissions/" + Digest.of(utf8(file)).hex());
        assertThat(sender.get(page).body())
                .contains("week.csv", "Leyla", "Pending")
                .contains("Take this import back");
        assertThat(sender.bytes(page + "/content")).isEqualTo(utf8(file));
        assertThat(standing())
                .containsOnly(
                        Map.entry("A-1@week.csv", ReportStatus.PENDING),
                        Map.entry("A-2@week.csv", ReportStatus.PENDING));
        assertThat(sender.get(address).statusCode()).isEqualTo(404);
        assertThat(uploadsOnDisk()).isZero();
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void onlyTheGoodOnesWaitAndTheFileIsKeptWhole() {
        var file = csv(good("A-1"), bad("A-2"));
        var address = waiting("week.csv", utf8(file));
        assertThat(preview(address)).contains("New: 1", "Error: 1", "BANANA");

        var page = take(address, "GOOD");

        assertThat(standing())
                .containsOnly(
                        Map.entry("A-1@week.csv", ReportStatus.PENDING),
                        Map.entry("A-2@week.csv", ReportStatus.TAKEN_BACK));
        assertThat(sender.bytes(page + "/content")).isEqualTo(utf8(file));
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void aPreviewTellsNewChangedSameAndWrongApart() {
        site.send("first.csv", csv(good("A-1"), good("A-2")), true);

        var address = waiting(
                "second.csv",
                utf8(csv(good("A-1"), ExampleSite.row("A-2", "2.5", "AV_MINE", 3, false), good("A-3"), bad("A-4"))));
        var page = preview(address);

        assertThat(page).contains("New: 1", "Changed: 1", "Same as recorded: 1", "Error: 1");
        assertThat(page).contains("<del>1</del>").contains("<ins>2.5</ins>").contains("<ins>3</ins>");
        assertThat(sender.get(address + "/preview?only=CHANGED").body())
                .contains(">A-2</td>")
                .doesNotContain(">A-3</td>");
        assertThat(sender.get(address + "/preview?only=BANANA").statusCode()).isEqualTo(400);
        assertThat(sender.get(address + "/preview?onyl=NEW").statusCode()).isEqualTo(400);
        assertThat(sender.get(address + "/preview?page=0").statusCode()).isEqualTo(400);
    }

    @Test
    void rowsAreCorrectedInPlaceAndComeInAFileOfTheirOwn() {
        var file = csv(good("A-1"), bad("A-2"));
        var address = waiting("week.csv", utf8(file));
        preview(address);
        var fix = address + "/fix/2";
        var page = sender.get(fix).body();
        assertThat(page).contains("value=\"BANANA\"").contains("aria-describedby=\"r0c8-wrong\"");

        var still = sender.fill(fix, fix, cells(page, "r0c8", "PEAR"));
        assertThat(still.statusCode()).isEqualTo(303);
        assertThat(sender.get(fix).body()).contains("“PEAR” is no category");
        sender.fill(fix, fix, cells(sender.get(fix).body(), "r0c8", "AP_BLAST"));
        assertThat(sender.get(fix).body())
                .contains("AP_BLAST", "corrected here")
                .doesNotContain("PEAR", "Blocks approval");
        var taken = take(address, "GOOD");

        assertThat(standing())
                .containsOnly(
                        Map.entry("A-1@week.csv", ReportStatus.PENDING),
                        Map.entry("A-2@week.csv", ReportStatus.TAKEN_BACK),
                        Map.entry("A-2@week-corrected.csv", ReportStatus.PENDING));
        assertThat(sender.bytes(taken + "/content")).isEqualTo(utf8(file));
        var corrected = ExampleSite.links(sender.get(taken).body(), "/submissions/").stream()
                .filter(link -> !link.contains(taken.substring("/submissions/".length())))
                .findFirst()
                .orElseThrow();
        assertThat(sender.get(corrected).body()).contains("Corrected rows of", "week-corrected.csv");
        assertThat(sender.get(corrected.replace("?", "/content?")).body())
                .contains("AP_BLAST")
                .doesNotContain("A-1");
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    /** The cells of a page with one written anew. */
    private static Map<String, String> cells(String page, String name, String text) {
        var cells = new TreeMap<String, String>();
        var field = java.util.regex.Pattern.compile("name=\"(r\\d+c\\d+)\" value=\"([^\"]*)\"")
                .matcher(page);
        while (field.find()) {
            cells.put(field.group(1), field.group(2));
        }
        cells.put(name, text);
        return cells;
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void onlyTheBadRowsAreTakenAwayAndComeBackAsTheyAre(String ending) {
        var formula = bad("A-2").replace("T-A-2", "=1+1").replace(",,2,", ",'-quoted,2,");
        var address = waiting("week.csv", utf8(csv(good("A-1"), formula)));
        preview(address);

        var rows = sender.bytes(address + "/bad." + ending);
        if (ending.equals("csv")) {
            assertThat(new String(rows, StandardCharsets.UTF_8))
                    .contains("'=1+1", "''-quoted", "_findings", "“BANANA” is no category")
                    .doesNotContain("A-1");
        }
        var again = waiting("week-findings." + ending, rows);
        assertThat(preview(again)).contains("Error: 1", "New: 0");
        assertThat(sender.get(again + "/fix/1").body())
                .contains("value=\"=1+1\"")
                .contains("value=\"&#39;-quoted\"")
                .doesNotContain("_findings");
    }

    @Test
    void cyrillicHeadingsAreMatchedOnceAndRemembered() {
        var text = "Какой-то;Организация;Кто;Вид работ;Первый день периода;Последний день периода;Район;Площадь\n"
                + "Ж-1;MES;T;manual_clearance;30.04.2024;30.04.2024;AZ-AGM;1,5\n";
        var address = waiting("Неделя.csv", text.getBytes(Charset.forName("windows-1251")));
        assertThat(sender.get(address).body()).contains("Какой-то", "Кто", "Площадь");
        sender.fill(
                address,
                address + "/columns",
                Map.of("c0", "report_no", "c2", "team", "c7", "declared_area_ha", "decimal", ","));
        assertThat(preview(address)).contains("New: 1", "Ж-1");
        take(address, "ALL");

        var next = waiting("Неделя-2.csv", text.replace("Ж-1", "Ж-2").getBytes(Charset.forName("windows-1251")));

        assertThat(sender.get(next).body())
                .contains("matched as in an earlier file")
                .containsPattern("value=\"declared_area_ha\" selected");
        assertThat(preview(next)).contains("New: 1", "Ж-2");
        var other = waiting(sender, "c.csv", utf8(text), Map.of("form", "progress", "organisation", "ANAMA"));
        assertThat(sender.get(other).body()).doesNotContain("matched as in an earlier file");
    }

    @Test
    void aWorkbookIsReadFromTheSheetAndTheRowThatAreChosen() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            workbook.newWorksheet("cover").value(0, 0, "Weekly report");
            var sheet = workbook.newWorksheet("data");
            sheet.value(0, 0, "Ministry of Examples");
            var rows = csv(good("A-1"), bad("A-2")).split("\n");
            for (int i = 0; i < rows.length; i++) {
                var cells = rows[i].split(",", -1);
                for (int j = 0; j < cells.length; j++) {
                    sheet.value(i + 2, j, cells[j]);
                }
            }
        }
        var address = waiting("week.xlsx", out.toByteArray());
        assertThat(sender.get(address).body()).contains("cover", "data", "Weekly report");

        var again = sender.fill(address, address + "/columns", Map.of("step", "again", "sheet", "data", "row", "3"));
        assertThat(location(again)).isEqualTo(address);
        assertThat(sender.get(address).body()).contains("declared_area_ha");

        assertThat(preview(address)).contains("New: 1", "Error: 1");
        take(address, "GOOD");
        assertThat(standing()).containsEntry("A-1@week.xlsx", ReportStatus.PENDING);
    }

    @Test
    void geoJsonAndKmlComeTheSameWay() {
        var geoJson =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\","
                        + "\"coordinates\":[[[46.93,39.99],[46.9312,39.99],[46.9312,39.9911],[46.93,39.9911],[46.93,39.99]]]},"
                        + "\"properties\":{\"report_no\":\"G-1\",\"organisation\":\"MES\",\"activity_type\":\"manual_clearance\","
                        + "\"period_from\":\"2024-04-30\",\"period_to\":\"2024-04-30\",\"district\":\"AZ-NOWHERE\","
                        + "\"finds\":[{\"category\":\"AV_MINE\",\"quantity\":1},{\"category\":\"UXO_MORTAR\",\"quantity\":2}]}}]}";
        var address = waiting("ground.geojson", utf8(geoJson));
        assertThat(preview(address)).contains("Error: 1", "<svg", "AZ-NOWHERE");
        var fix = sender.get(address + "/fix/1").body();
        assertThat(fix).contains("finds/category", "POLYGON", "value=\"UXO_MORTAR\"");
        var cells = cells(
                fix.replaceAll("<textarea id=\"(r0c\\d+)\"[^>]*>([^<]*)</textarea>", "name=\"$1\" value=\"$2\""),
                "",
                "");
        cells.remove("");
        cells.replaceAll((name, text) -> text.equals("AZ-NOWHERE") ? "AZ-AGM" : text);
        sender.fill(address + "/fix/1", address + "/fix/1", cells);
        assertThat(sender.get(address + "/fix/1").body())
                .doesNotContain("AZ-NOWHERE")
                .contains("AZ-AGM");
        take(address, "GOOD");
        assertThat(standing()).containsEntry("G-1@ground-corrected.csv", ReportStatus.PENDING);

        var kml = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>N-7</name><Polygon>"
                + "<outerBoundaryIs><LinearRing><coordinates>46.65,39.09 46.6513,39.09 46.6513,39.091 46.65,39.091"
                + " 46.65,39.09</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>";
        var placed = waiting("ground.kml", utf8(kml));
        sender.fill(
                placed,
                placed + "/columns",
                Map.of(
                        "c0", "report_no",
                        "k.organisation", "MES",
                        "k.activity_type", "manual_clearance",
                        "k.period_from", "2024-04-30",
                        "k.period_to", "2024-04-30",
                        "k.district", "AZ-ZAN"));
        assertThat(preview(placed)).contains("N-7", "New: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "empty.csv, ''",
        "note.docx, hello",
        "broken.xlsx, no workbook",
        "broken.geojson, '{\"type\":'",
        "broken.kml, '<kml><Document>'",
        "entity.kml, '<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><kml>&e;</kml>'"
    })
    void aBrokenFileAnswersOneSentenceAndKeepsNothing(String name, String text) {
        var response = sender.upload(name, utf8(text), PROGRESS);

        assertThat(response.statusCode()).as(response.body()).isBetween(400, 422);
        assertThat(response.body())
                .contains("class=\"release\"")
                .doesNotContain("Exception")
                .doesNotContain("/etc/");
        assertThat(uploadsOnDisk()).isZero();
        assertThat(sender.get("/import").body()).doesNotContain("<table>");
    }

    @Test
    void theSameFileUnderAnotherNameIsKnown() {
        var file = utf8(csv(good("A-1")));
        take(waiting("week.csv", file), "ALL");

        var again = waiting("renamed.csv", file);

        assertThat(preview(again)).contains("taken in before");
        assertThat(take(again, "ALL"))
                .isEqualTo("/submissions/" + Digest.of(file).hex());
        assertThat(standing()).hasSize(1);
    }

    @Test
    void anImportIsTakenBackAndWhatWasDecidedStays() {
        var file = utf8(csv(good("A-1"), good("A-2"), good("A-3")));
        var page = take(waiting("week.csv", file), "ALL");
        var approved = site.application().store().read(transaction -> new ReportQueries(transaction)
                .list(null, null, 0, 10)
                .get(1));
        site.application()
                .decisions()
                .decide(Decision.APPROVE, List.of(approved.id()), null, new ReportDecisions.Decider("Murad", null));
        assertThat(sender.get(page).body()).contains("1 reports were decided", "Murad");

        assertThat(sender.fill(page, page + "/undo", Map.of("reason", " ", "person", "Leyla"))
                        .statusCode())
                .isEqualTo(400);
        var undone = sender.fill(page, page + "/undo", Map.of("reason", "wrong week", "person", "Leyla"));

        assertThat(location(undone)).isEqualTo(page);
        assertThat(standing())
                .containsOnly(
                        Map.entry("A-1@week.csv", ReportStatus.TAKEN_BACK),
                        Map.entry("A-2@week.csv", ReportStatus.APPROVED),
                        Map.entry("A-3@week.csv", ReportStatus.TAKEN_BACK));
        assertThat(sender.get(page).body())
                .contains("Reports taken back by the sender", "No report of this file waits");
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void aFileThatWasTakenBackWhollyCanComeAgain() {
        var file = utf8(csv(good("A-1")));
        var page = take(waiting("week.csv", file), "ALL");
        sender.fill(page, page + "/undo", Map.of("reason", "too early", "person", "Leyla"));

        var again = waiting("week.csv", file);
        assertThat(preview(again)).contains("New: 1").doesNotContain("taken in before");
        take(again, "ALL");

        assertThat(site.application().store().<List<ReportStatus>>read(transaction -> new ReportQueries(transaction)
                        .list(null, null, 0, 10).stream()
                                .map(ReportQueries.Summary::status)
                                .toList()))
                .containsExactly(ReportStatus.TAKEN_BACK, ReportStatus.PENDING);
        assertThat(site.application().rebuild().firstDifference()).isEmpty();
    }

    @Test
    void textsOfAFileAreShownAndNeverRun() {
        var image = "<img src=x onerror=alert(1)>";
        var svg = "\"><svg/onload=alert(1)>";
        var heading = ExampleSite.HEADING.strip() + "," + image.replace(",", " ") + "\n";
        var row = svg.replace("\"", "\"\"");
        var file = heading
                + ("\"" + row + "\",MES,\"" + row + "\",manual_clearance,2024-04-30,2024-04-30,AZ-AGM,1,\"" + row
                        + "\"," + image + ",2,2024-04-30,false," + image + "\n");
        var address = waiting("<img src=x onerror=alert(1)>.csv", utf8(file));

        var pages = List.of(
                sender.get("/import").body(),
                sender.get(address).body(),
                preview(address),
                sender.get(address + "/fix/1").body(),
                sender.get(take(address, "ALL")).body());

        for (var page : pages) {
            assertThat(page).doesNotContain("<img").doesNotContain("<svg/");
        }
        assertThat(pages.get(3)).contains("onload=alert(1)");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        assertThat(sender.multipart("week.csv", utf8(csv(good("A-1"))), PROGRESS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(uploadsOnDisk()).isZero();

        var address = waiting("week.csv", utf8(csv(good("A-1"))));
        var page = take(address, "ALL");
        var other = waiting("other.csv", utf8(csv(bad("A-2"))));
        preview(other);
        for (var post : List.of(
                other + "/columns",
                other + "/take",
                other + "/discard",
                other + "/again",
                other + "/fix/1",
                page + "/undo")) {
            assertThat(sender.post(post, Map.of("which", "ALL", "reason", "x", "person", "y"))
                            .statusCode())
                    .as(post)
                    .isEqualTo(403);
        }
        assertThat(sender.get(other).statusCode()).isEqualTo(200);
        assertThat(standing()).containsOnly(Map.entry("A-1@week.csv", ReportStatus.PENDING));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAndLeavesNothing() {
        var large = sender.upload("large.csv", new byte[(100 << 20) + 1], PROGRESS);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("at most 100 MiB");

        assertThat(uploadsOnDisk()).isZero();
        assertThat(sender.get("/import").statusCode()).isEqualTo(200);
    }

    @Test
    void wrongCallsAnswerOneSentence() {
        var address = waiting("week.csv", utf8(csv(bad("A-1"))));
        preview(address);

        assertThat(sender.upload("a.csv", utf8("x"), Map.of("form", "nothing")).statusCode())
                .isEqualTo(400);
        assertThat(sender.upload("a.csv", utf8("x"), Map.of("form", "progress", "organisation", "NOBODY"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.fill(address, address + "/columns", Map.of("c0", "nonsense"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.fill(address, address + "/columns", Map.of("decimal", "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.fill(address, address + "/columns", Map.of("step", "again", "row", "-1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.fill(address + "/preview", address + "/take", Map.of("which", "ALL"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.fill(address + "/preview", address + "/take", Map.of("which", "SOME", "person", "L"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.fill(address + "/preview", address + "/take", Map.of("person", "L"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.get(address + "/fix/9").statusCode()).isEqualTo(404);
        assertThat(sender.get(address + "/fix/x").statusCode()).isEqualTo(400);
        assertThat(sender.get("/import/../../etc/passwd").statusCode()).isBetween(400, 404);
        assertThat(sender.get("/import/" + "0".repeat(32)).statusCode()).isEqualTo(404);
        assertThat(standing()).isEmpty();
    }

    @Test
    void aFileOfAnotherAccountAnswersLikeNone() {
        site.account("leyla", Role.OPERATOR_OFFICER, "MES");
        site.account("rauf", Role.OPERATOR_OFFICER, "ANAMA");
        site.account("planner", Role.OPERATIONS_PLANNER, null);
        site.account("auditor", Role.AUDITOR, null);
        var leyla = signedIn("leyla");
        var rauf = signedIn("rauf");
        assertThat(leyla.get("/import").body()).doesNotContain("<select id=\"organisation\"");
        assertThat(leyla.upload("a.csv", utf8(csv(good("A-1"))), Map.of("form", "progress", "organisation", "ANAMA"))
                        .statusCode())
                .isEqualTo(403);
        var address = waiting(leyla, "a.csv", utf8(csv(good("A-1"), bad("A-2"))), Map.of("form", "progress"));
        leyla.get(address + "/preview");

        for (var at : List.of("", "/preview", "/fix/2", "/bad.csv", "/bad.xlsx")) {
            var found = rauf.get(address + at);
            var nothing = rauf.get("/import/" + "0".repeat(32) + at);
            assertThat(found.statusCode()).as(at).isEqualTo(404).isEqualTo(nothing.statusCode());
            assertThat(found.body().replace(address.substring(8), "0".repeat(32)))
                    .isEqualTo(nothing.body());
        }
        assertThat(signedIn("auditor").get("/import").statusCode()).isEqualTo(403);
        assertThat(rauf.fill("/import", address + "/take", Map.of("which", "ALL"))
                        .statusCode())
                .isEqualTo(404);

        var taken =
                leyla.fill(address + "/preview", address + "/take", Map.of("which", "ALL", "person", "somebody else"));
        var page = location(taken);
        assertThat(leyla.get(page).body()).contains("leyla").doesNotContain("somebody else");
        assertThat(rauf.get(page).statusCode()).isEqualTo(404);
        assertThat(rauf.fill("/import", page + "/undo", Map.of("reason", "mine"))
                        .statusCode())
                .isEqualTo(404);
        var planner = signedIn("planner");
        assertThat(planner.get(page).body()).doesNotContain("id=\"undo\"");
        assertThat(planner.fill("/import", page + "/undo", Map.of("reason", "mine"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(standing()).containsEntry("A-1@a.csv", ReportStatus.PENDING);
        assertThat(leyla.fill(page, page + "/undo", Map.of("reason", "mine")).statusCode())
                .isEqualTo(303);
        assertThat(standing()).containsEntry("A-1@a.csv", ReportStatus.TAKEN_BACK);
    }

    private Sender signedIn(String name) {
        var browser = new Sender(site.port());
        browser.signIn(name, ExampleSite.PASSWORD);
        return browser;
    }

    @ParameterizedTest
    @CsvSource({"../../secret.csv, secret.csv", "'C:\\temp\\week.csv', week.csv", "week\u202Evsc.csv, weekvsc.csv"})
    void aNameIsKeptWithoutPathAndTricks(String sent, String kept) {
        waiting(sent, utf8(csv(good("A-1"))));

        assertThat(sender.get("/import").body()).contains(">" + kept + "</a>");
    }
}
