// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.clearground.access.Role;
import org.clearground.accounts.web.Browser;
import org.clearground.errors.FindingCode;
import org.clearground.packs.PackSource;
import org.clearground.reports.Answers;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.Question;
import org.clearground.reports.ReportId;
import org.clearground.reports.forms.PackForms;
import org.clearground.reports.intake.TypedReport;
import org.clearground.reports.store.Drafts;
import org.clearground.reports.store.ReportQueries;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports typed into pages, over a real server: what is typed is what is kept, and what is sent goes the way of files. */
class EntryPagesTest {

    private static final List<String> EVIL =
            List.of("<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "=1+1");

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite open;

    @SuppressWarnings("NullAway.Init")
    private static ExampleSite closed;

    @BeforeAll
    static void serve() {
        open = new ExampleSite(directory.resolve("open"));
        closed = new ExampleSite(directory.resolve("closed"));
        closed.account("planner", Role.OPERATIONS_PLANNER);
        closed.account("officer", Role.OPERATOR_OFFICER, "MES");
        closed.account("other", Role.OPERATOR_OFFICER, "ANAMA");
        closed.account("reviewer", Role.REVIEWER);
        closed.account("kept", Role.OPERATIONS_PLANNER, null, "AZ-FUZ");
    }

    @AfterAll
    static void stop() {
        open.close();
        closed.close();
    }

    private static Browser stranger() {
        return new Browser(open.port());
    }

    /** A progress report without fault. */
    private static Map<String, String> progress(String number) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("person", "A. Example");
        typed.put("a.report_no", number);
        typed.put("a.organisation", "MES");
        typed.put("a.team", "T-" + number);
        typed.put("a.activity_type", "manual_clearance");
        typed.put("a.period_from", "30.04.2024");
        typed.put("a.period_to", "2024-04-30");
        typed.put("a.district", "Ağdam");
        typed.put("a.declared_area_ha", "12,5");
        typed.put("a.depth_cm", "20");
        typed.put("a.method", "manual");
        return typed;
    }

    private static String send(Browser browser, String form, Map<String, String> typed, String action) {
        var filled = new HashMap<>(typed);
        filled.put("do", action);
        var response = browser.fill("/enter/" + form, "/enter/" + form, filled);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static ReportQueries.Detail report(ExampleSite site, String address) {
        var id = ReportId.of(address.replaceAll(".*/reports/([^?#]+).*", "$1"));
        return site.application()
                .store()
                .read(transaction -> new ReportQueries(transaction).find(id).orElseThrow());
    }

    private static String path(String address) {
        return address.replaceAll("[?#].*", "");
    }

    @Test
    void aReportThatNothingIsFoundOfIsSentAtOnceAndItsDraftIsGone() {
        var browser = stranger();
        var typed = progress("E-1");
        typed.remove("a.declared_area_ha");

        var address = send(browser, "progress", typed, "send");

        assertThat(address).startsWith("/reports/");
        var detail = report(open, address);
        assertThat(detail.findings()).isEmpty();
        assertThat(detail.summary().number()).isEqualTo("E-1");
        assertThat(detail.report().answers().code("district")).isEqualTo("AZ-AGM");
        assertThat(browser.get(address).body()).contains("E-1", "progress-entered.json");
        assertThat(browser.get("/reports").body()).contains("E-1");
        assertThat(browser.get("/enter").body()).contains("No report is begun");
        open.application().store().<Boolean>read(transaction -> {
            var actor = transaction
                    .sql()
                    .sql("select actor from submission where sha256 = ?")
                    .param(detail.summary().submission().hex())
                    .query(String.class)
                    .single();
            assertThat(actor).isEqualTo("A. Example");
            return true;
        });
    }

    @Test
    void whatIsFoundIsShownAtTheFieldBeforeItIsSentAndThenItMayBeSentAsItIs() {
        var browser = stranger();
        var typed = progress("E-2");
        typed.put("a.declared_area_ha", "2,046");
        typed.put("a.period_to", "31.02.2024");

        var address = send(browser, "progress", typed, "send");
        var page = browser.get(address).body();

        assertThat(address).contains("check=1").doesNotContain("/reports/");
        assertThat(page)
                .contains("note:a.declared_area_ha", "AMBIGUOUS_NUMBER", "may mean 2046 or 2.046", "2,046")
                .contains(
                        "note:a.period_to", "UNREADABLE_DATE", "31.02.2024", "cannot be approved until it is corrected")
                .contains("Declared area, ha");
        var seen = page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
        typed.put("_csrf", Browser.token(page));
        typed.put("do", "anyway");
        typed.put("seen", "somethingelse");
        assertThat(browser.post(path(address), typed)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .as("not seen so")
                .contains("check=1");
        typed.put("seen", seen);
        var sent = browser.post(path(address), typed)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(report(open, sent).findings())
                .extracting(finding -> finding.code())
                .contains(FindingCode.AMBIGUOUS_NUMBER, FindingCode.UNREADABLE_DATE);
    }

    @Test
    void theSameReportSentTwiceIsOneReport() {
        var typed = progress("E-3");
        typed.remove("a.declared_area_ha");

        assertThat(send(stranger(), "progress", typed, "send")).isEqualTo(send(stranger(), "progress", typed, "send"));
    }

    @Test
    void aDraftSurvivesTheBrowserAndBelongsToNobodyElse() {
        var browser = stranger();
        var typed = progress("E-4");
        typed.put("r.finds.3.model", "TM-62M");
        var address = path(send(browser, "progress", typed, "save"));

        assertThat(browser.get(address).body()).contains("E-4", "12,5", "30.04.2024", "TM-62M", "Finds 1");
        assertThat(browser.get("/enter").body()).contains("E-4", address);
        var other = stranger();
        assertThat(other.get(address).statusCode()).isEqualTo(404);
        assertThat(other.get(address).body().replaceAll("(?s)_csrf.*", ""))
                .isEqualTo(other.get("/enter/progress/00000000-0000-8000-8000-000000000000")
                        .body()
                        .replaceAll("(?s)_csrf.*", ""));
        for (var action : List.of("save", "send", "check", "keep", "delete")) {
            other.fill("/enter/progress", address, Map.of("do", action, "a.report_no", "stolen"));
        }
        assertThat(browser.get(address).body()).contains("E-4").doesNotContain("stolen");

        browser.fill(address, address, Map.of("do", "delete"));
        assertThat(browser.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void draftsOfAnAccountAreSeenByThatAccountFromAnywhereAndByNoOther() {
        var officer = closed.signedIn("officer");
        var address = path(send(officer, "progress", progress("E-5"), "save"));

        assertThat(closed.signedIn("officer").get(address).body()).contains("E-5");
        assertThat(closed.signedIn("other").get(address).statusCode()).isEqualTo(404);
        assertThat(closed.signedIn("planner").get("/enter").body()).doesNotContain("E-5");
        assertThat(closed.signedIn("reviewer").get("/enter").statusCode()).isEqualTo(403);
        assertThat(closed.signedIn("kept").get("/enter/progress").statusCode()).isEqualTo(403);
        assertThat(new Browser(closed.port()).get(address).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in"));
    }

    @Test
    void anOfficerReportsForTheirOwnBodyWhateverThePageIsMadeToSay() {
        var officer = closed.signedIn("officer");
        var typed = progress("E-6");
        typed.remove("a.declared_area_ha");
        typed.put("a.organisation", "ANAMA");
        typed.put("person", "somebody else");

        assertThat(officer.get("/enter/progress").body())
                .contains("name=\"a.organisation\" value=\"MES\"")
                .doesNotContain("<select id=\"a.organisation\"", "name=\"person\"");
        var sent = send(officer, "progress", typed, "send");

        assertThat(sent).startsWith("/reports/");
        assertThat(report(closed, sent).summary().organisation()).isEqualTo("MES");
        assertThat(officer.get(sent).statusCode()).isEqualTo(200);
        assertThat(closed.signedIn("other").get(sent).statusCode()).isEqualTo(404);
        closed.application().store().<Boolean>read(transaction -> {
            assertThat(transaction
                            .sql()
                            .sql("select actor || ' of ' || organisation from submission where sha256 = ?")
                            .param(report(closed, sent).summary().submission().hex())
                            .query(String.class)
                            .single())
                    .isEqualTo("officer of MES");
            return true;
        });
    }

    @Test
    void withoutTheTokenOfTheFormNothingIsChanged() {
        var browser = stranger();
        var address = path(send(browser, "progress", progress("E-7"), "save"));
        var changed = progress("E-7 changed");
        for (var action : List.of("save", "send", "keep", "delete")) {
            changed.put("do", action);
            assertThat(browser.post(address, changed).statusCode()).isEqualTo(403);
        }
        assertThat(browser.upload(address + "/outline", Map.of("field", "a.worked_ground"), "a.kml", new byte[] {1})
                        .statusCode())
                .isEqualTo(403);

        assertThat(browser.get(address).body()).contains("E-7").doesNotContain("E-7 changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "az", "ru"})
    void noTextEscapesFromItsField(String language) {
        for (var evil : EVIL) {
            var browser = stranger();
            var typed = new HashMap<String, String>();
            typed.put("person", evil);
            typed.put("lang", language);
            var form = form("progress");
            form.questions().forEach(question -> typed.put("a." + question.name(), evil));
            form.repeats().get(0).questions().forEach(question -> typed.put("r.finds.0." + question.name(), evil));
            var address = send(browser, "progress", typed, "check");

            var page = browser.get(address).body();
            assertThat(page.replaceAll("\"[^\"]*\"", "")).doesNotContain("<img", "<svg/onload");
            assertThat(page).contains(evil.replace("<", "&lt;").replace(">", "&gt;"));
            assertThat(browser.get("/enter?lang=" + language).body().replaceAll("\"[^\"]*\"", ""))
                    .doesNotContain("<img", "<svg/onload");
        }
    }

    static Stream<String> forms() {
        return PackForms.ids(PackSource.find("aze")).stream();
    }

    private static FormDefinition form(String id) {
        return PackForms.form(PackSource.find("aze"), id);
    }

    private static final String OUTLINE = "38 N 649753.42 4310354.18\n+ 90° T 100 m\n+ 180° T 100 m\n+ 270° T 100 m";

    /** An answer as somebody may type it, with decimal comma, day first and names in place of codes. */
    private static String typed(Question question, String form) {
        return switch (question.type()) {
            case TEXT -> "EX-7 “ə” № " + question.name();
            case INTEGER -> "12";
            case DECIMAL -> question.most() != null && question.most().intValue() < 12 ? "0,5" : "12,5";
            case DATE -> "04.03.2024";
            case CODE ->
                open.application()
                        .country()
                        .choices(form, String.valueOf(question.list()))
                        .get(0);
            case POINT -> "39°59'00\"N 46°45'00\"E";
            case SHAPE -> OUTLINE;
        };
    }

    private static void assertRead(Question question, String form, Answers answers) {
        var name = question.name();
        switch (question.type()) {
            case TEXT, CODE -> assertThat(answers.text(name)).as(name).isEqualTo(typed(question, form));
            case INTEGER -> assertThat(answers.whole(name)).as(name).isEqualTo(12L);
            case DECIMAL ->
                assertThat(answers.decimal(name))
                        .as(name)
                        .isEqualByComparingTo(
                                new BigDecimal(typed(question, form).replace(',', '.')));
            case DATE -> assertThat(answers.day(name)).as(name).isEqualTo(LocalDate.of(2024, 3, 4));
            case POINT -> {
                var at = Objects.requireNonNull(answers.position(name), name);
                assertThat(at.latitude()).isEqualTo(39 + 59 / 60.0, within(1e-9));
                assertThat(at.longitude()).isEqualTo(46.75, within(1e-9));
            }
            case SHAPE -> {
                var shape = Objects.requireNonNull(answers.shape(name), name);
                assertThat(shape.computedArea().area().value()).isBetween(9_995L, 10_005L);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormOfThePackIsReadAsItWasTyped(String id) {
        var form = form(id);
        var browser = stranger();
        var filled = new LinkedHashMap<String, String>();
        filled.put("person", "A. Example");
        form.questions().forEach(question -> filled.put("a." + question.name(), typed(question, id)));
        for (var repeat : form.repeats()) {
            for (int row : List.of(0, 2)) {
                repeat.questions()
                        .forEach(question -> filled.put(
                                TypedReport.field(repeat.name(), row, question.name()), typed(question, id)));
            }
            filled.put(
                    TypedReport.field(
                            repeat.name(), 1, repeat.questions().get(0).name()),
                    " ");
        }
        for (var language : List.of("en", "az", "ru")) {
            var page = browser.get("/enter/" + id + "?lang=" + language).body();
            form.questions().forEach(question -> assertThat(page)
                    .contains("id=\"a." + question.name() + "\"")
                    .contains(escaped(question.labels().in(language))));
        }
        var checked = send(browser, id, filled, "send");
        var sent = checked;
        if (!checked.startsWith("/reports/")) {
            var page = browser.get(checked).body();
            filled.put("_csrf", Browser.token(page));
            filled.put("seen", page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1"));
            filled.put("do", "anyway");
            sent = browser.post(path(checked), filled)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }

        var read = report(open, sent);
        form.questions()
                .forEach(question -> assertRead(question, id, read.report().answers()));
        for (var repeat : form.repeats()) {
            assertThat(read.report().repeat(repeat.name())).hasSize(2);
            read.report().repeat(repeat.name()).forEach(row -> repeat.questions()
                    .forEach(question -> assertRead(question, id, row)));
        }
        var kept = browser.get("/submissions/" + read.summary().submission() + "/content")
                .body();
        assertThat(kept).as("the text as typed").contains("\"form\":\"" + id + "\"");
        filled.forEach((field, text) -> {
            if (field.startsWith("a.")) {
                assertThat(kept).contains(text.replace("\n", "\\n").replace("\"", "\\\""));
            }
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @Test
    void rowsAreAddedAndTakenAwayWithoutAnyScript() {
        var browser = stranger();
        var typed = progress("E-8");
        typed.put("r.finds.0.model", "first");
        typed.put("r.finds.1.model", "second");

        var added = send(browser, "progress", typed, "add.finds");
        assertThat(browser.get(added).body()).contains("r.finds.2.model", "first", "second", "Finds 3");

        typed.put("r.finds.2.model", "third");
        typed.put("_csrf", Browser.token(browser.get(added).body()));
        typed.put("do", "remove.finds.1");
        browser.post(path(added), typed);
        assertThat(browser.get(path(added)).body())
                .contains("first", "third", "Finds 2")
                .doesNotContain("second", "Finds 3");
    }

    @Test
    void aFindingOfARowIsShownAtThatRowThoughBlankRowsStandBeforeIt() {
        var browser = stranger();
        var typed = progress("E-9");
        typed.put("r.finds.0.model", " ");
        typed.put("r.finds.1.category", "AV_MINE");
        typed.put("r.finds.1.quantity", "many");
        var page = browser.get(send(browser, "progress", typed, "check")).body();

        assertThat(page)
                .contains("id=\"note:r.finds.1.quantity\"", "UNREADABLE_NUMBER")
                .doesNotContain("note:r.finds.0");
    }

    @Test
    void anOutlineIsDrawnWithItsAreaAndItsPoints() {
        var browser = stranger();
        var typed = progress("E-10");
        typed.put("a.worked_ground", OUTLINE);
        typed.put("a.declared_area_ha", "1");
        var page = browser.get(send(browser, "progress", typed, "check")).body();

        assertThat(page)
                .contains(
                        "<svg class=\"ground\"", "10,000", "39.", "Outline with 5 points", "38 N 649753.42 4310354.18");
        assertThat(page).doesNotContain("UNREADABLE_GEOMETRY", "style=");
    }

    /** The map beside a form asks where what is written is: in any notation, each point by itself. */
    @Test
    void theMapIsToldWhereWrittenPointsAre() {
        var browser = stranger();
        var points = browser.fill(
                "/enter/progress",
                "/api/enter/positions",
                Map.of("text", "39.90 46.95\n\n39°54′36″N 46°57′36″E\nhere\n+ 90° T 100 m\n38 N 649753.42 4310354.18"));
        assertThat(points.statusCode()).isEqualTo(200);
        assertThat(points.body().replaceAll("\\s", ""))
                .contains("\"one\":true")
                .contains("\"points\":[[46.95,39.9],[46.96,39.91],null,null,[46.7")
                .endsWith("]]}");
        assertThat(browser.fill("/enter/progress", "/api/enter/positions", Map.of("text", "39.9 46.9 | 39.8 46.8"))
                        .body()
                        .replaceAll("\\s", ""))
                .isEqualTo("{\"one\":false,\"points\":[]}");
        assertThat(browser.post("/api/enter/positions", Map.of("text", "39.90 46.95"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.fill("/enter/progress", "/api/enter/positions", Map.of("text", "39.9 46.9\n".repeat(20_001)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.fill("/enter/progress", "/api/enter/positions", Map.of())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOutlineIsTakenFromAFile() {
        var browser = stranger();
        var address = path(send(browser, "progress", progress("E-11"), "outline.a.worked_ground"));
        assertThat(address).endsWith("/outline");
        var token =
                Browser.token(browser.get(address + "?field=a.worked_ground").body());
        var fields = Map.of("_csrf", token, "field", "a.worked_ground", "lang", "en");
        var outline =
                "{\"type\":\"Polygon\",\"coordinates\":[[[46.75,39.9],[46.751,39.9],[46.751,39.901],[46.75,39.9]]]}";
        var two = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":" + outline
                + "},{\"type\":\"Feature\",\"geometry\":" + outline + "}]}";

        assertThat(browser.upload(address, fields, "two.geojson", bytes(two)).body())
                .contains("holds 2 outlines");
        assertThat(browser.upload(address, fields, "none.kml", bytes("<kml><Document/></kml>"))
                        .body())
                .contains("holds 0 outlines");
        assertThat(browser.upload(
                                address,
                                fields,
                                "evil.kml",
                                bytes("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><kml>&b;</kml>"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.upload(address, fields, "nothing.geojson", new byte[0])
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.upload(address, fields, "report.csv", bytes("a,b")).body())
                .contains(".kml, .geojson or .json");
        assertThat(browser.upload(
                                address,
                                Map.of("_csrf", token, "field", "a.team", "lang", "en"),
                                "a.geojson",
                                bytes(outline))
                        .statusCode())
                .isEqualTo(400);
        var taken = browser.upload(address, fields, "one.geojson", bytes(outline));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        assertThat(browser.get(path(taken.headers().firstValue("Location").orElseThrow()))
                        .body())
                .contains("POLYGON ((46.75 39.9, 46.751 39.9, 46.751 39.901, 46.75 39.9))", "E-11");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void unfitTextIsToldAtItsFieldAndNothingTypedIsLost() {
        var browser = stranger();
        var typed = progress("E-12");
        typed.put("a.team", "T\u0000\u0007-1");
        typed.put("a.task", "x".repeat(5_001));
        typed.remove("person");
        var page = browser.get(send(browser, "progress", typed, "send")).body();

        assertThat(page)
                .contains(
                        "It cannot be sent yet", "note:a.team", "T��-1", "note:a.task", "longer than 5,000 characters")
                .contains("note:person", "Write your name", "x".repeat(5_001))
                .doesNotContain("value=\"anyway\"");
        typed.put("_csrf", Browser.token(page));
        typed.put("do", "anyway");
        typed.put("seen", page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1"));
        assertThat(browser.post("/enter/progress", typed)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("/reports/");
    }

    @Test
    void tooMuchIsRefusedInOneSentence() {
        var browser = stranger();
        var typed = progress("E-13");
        for (int row = 0; row < 10_000; row++) {
            typed.put("r.finds." + row + ".quantity", "1");
        }
        typed.put("do", "save");
        var rows = browser.fill("/enter/progress", "/enter/progress", typed);
        assertThat(rows.statusCode()).isEqualTo(413);
        assertThat(rows.body()).contains("at most 200 rows of finds");

        var large = progress("E-14");
        for (int row = 0; row < 100; row++) {
            large.put("r.finds." + row + ".model", "y".repeat(6_000));
        }
        large.put("do", "save");
        var again = browser.fill("/enter/progress", "/enter/progress", large);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("more than 500000 characters", "y".repeat(6_000), "E-14");

        var huge = progress("E-15");
        huge.put("a.team", "z".repeat(3_000_000));
        huge.put("do", "save");
        var refused = browser.fill("/enter/progress", "/enter/progress", huge);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("larger than");
    }

    @Test
    void draftsAreLimitedInNumberAndTheOneTooManyIsShownAgain() {
        var browser = stranger();
        for (int i = 0; i < Drafts.MOST; i++) {
            send(browser, "progress", Map.of("a.report_no", "many-" + i), "save");
        }
        var again =
                browser.fill("/enter/progress", "/enter/progress", Map.of("do", "save", "a.report_no", "one too many"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("there are 50 drafts already", "one too many");
    }

    @Test
    void aScriptKeepsADraftWithoutLoadingThePage() {
        var browser = stranger();
        var typed = progress("E-16");
        typed.put("do", "keep");
        var kept = browser.fill("/enter/progress", "/enter/progress", typed);
        assertThat(kept.statusCode()).isEqualTo(200);
        var address = kept.body().replaceAll("(?s).*\"address\" : \"([^\"]*)\".*", "$1");

        assertThat(kept.body()).contains("Kept as a draft");
        assertThat(browser.get(address).body()).contains("E-16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/enter/nothing", "/enter/progress/nothing", "/enter/progress/nothing/outline?field=a.team"})
    void whatIsNotThereIsNotFound(String address) {
        assertThat(stranger().get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongCallChangesNothing() {
        var browser = stranger();
        assertThat(browser.fill("/enter/progress", "/enter/progress", Map.of("a.report_no", "E-17"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.fill("/enter/progress", "/enter/nothing", Map.of("do", "save"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/enter/progress?check=1").statusCode()).isLessThan(500);
        var address = path(send(browser, "progress", Map.of("a.report_no", "E-18"), "save"));
        assertThat(browser.get(address + "?check=maybe").statusCode()).isEqualTo(400);
        assertThat(browser.get("/enter").body()).contains("E-18").doesNotContain("E-17");
    }

    @Test
    void settlementsOfTheDistrictAreProposedBySpelling() {
        var browser = stranger();
        var page = browser.get("/enter/progress").body();

        assertThat(page).contains("data-settlements=\"a.district\"", "list=\"names:a.settlement\"");
        assertThat(browser.get("/api/enter/settlements?district=A%C4%9Fdam&name=%20agd&lang=az")
                        .body())
                .contains("Ağdamkənd");
        assertThat(browser.get("/api/enter/settlements?district=nowhere&name=x").body())
                .contains("[ ]");
        assertThat(browser.get("/api/enter/settlements?district=nowhere").statusCode())
                .isEqualTo(400);
        assertThat(new Browser(closed.port())
                        .get("/api/enter/settlements?district=x&name=x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void rebuildingLeavesDraftsAlone() {
        var browser = stranger();
        var address = path(send(browser, "progress", progress("E-19"), "save"));
        open.application().rebuild().run();

        assertThat(browser.get(address).body()).contains("E-19");
    }
}
