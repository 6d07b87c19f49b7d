// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.FigureDefinition;
import org.clearground.bulletins.FigureScope;
import org.clearground.bulletins.store.EditionQueries;
import org.clearground.bulletins.store.SqlFigures;
import org.clearground.commands.Application;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Verification;
import org.clearground.packs.PackSource;
import org.clearground.reports.forms.CountryWords;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.clearground.time.ReportingPeriod;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/** Editions and the public site made of them, in a country whose names are written by somebody with bad intentions. */
class PublicSiteTest {

    private static final String BAD_BODY = "<img src=x onerror=alert(1)>";
    private static final String BAD_DISTRICT = "\"><svg/onload=alert(2)>";
    private static final String BAD_PERSON = "<b>Leyla</b>";
    private static final ReportingPeriod WEEK = ReportingPeriod.ofWeek("2024-W18");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @TempDir
    private static Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private static Application application;

    @SuppressWarnings("NullAway.Init")
    private static Edition first;

    @BeforeAll
    static void publishAWeek() throws IOException {
        application = Application.create(directory.resolve("store"), badPack().toString(), "test");
        send(
                "a.csv",
                ExampleSite.row("A-1", "1.5", "AV_MINE", 3, false)
                        + ExampleSite.row("A-2", "2.25", "AP_BLAST", 4, false)
                        + ExampleSite.row("A-3", "", "UXO_MORTAR", 5, false)
                                .replace("AZ-AGM", "AZ-FUZ")
                                .replace(",MES,", ",ANAMA,"));
        application.editions().prepare(WEEK, Edition.Standing.PROVISIONAL, BAD_PERSON);
        first = application.editions().sign("2024-W18-1", null, "Murad");
    }

    @AfterAll
    static void close() {
        application.close();
    }

    /** The bundled pack with other names for a body and a district. */
    private static Path badPack() throws IOException {
        var pack = PackSource.find("aze");
        var folder = directory.resolve("pack");
        for (var path : pack.paths()) {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            var text = new String(pack.file(path), StandardCharsets.UTF_8);
            Files.writeString(
                    file,
                    switch (path) {
                        case "organisations.csv" ->
                            text.replace("Ministry of Emergency Situations of the Republic of Azerbaijan", BAD_BODY);
                        case "places/districts.geojson" ->
                            text.replaceAll(
                                    "(\"name_en\": ?)\"(Aghdam|Agdam)\"",
                                    java.util.regex.Matcher.quoteReplacement("\"name_en\": \"")
                                            + java.util.regex.Matcher.quoteReplacement(
                                                    BAD_DISTRICT.replace("\"", "\\\"") + "\""));
                        default -> text;
                    });
        }
        return folder;
    }

    private static void send(String name, String rows) {
        try {
            var file = Files.writeString(directory.resolve(name), ExampleSite.HEADING + rows);
            var result = application
                    .reportImport()
                    .run(
                            new ImportRequest(file, "progress", null, Mapping.NONE, false, true, "test"),
                            application.country(),
                            count -> {});
            assertThat(result.approved()).isEqualTo(result.reports());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** All files of the site, as their digests. */
    private static SortedMap<String, Digest> files(Application of) {
        return of.store().read(transaction -> {
            var site = new PublicSite(transaction, new CountryWords()::in);
            var files = new TreeMap<String, Digest>();
            site.paths()
                    .forEach(path -> files.put(
                            path, Digest.of(site.file(path).orElseThrow().content())));
            return files;
        });
    }

    private static String text(String path) {
        return new String(content(path), StandardCharsets.UTF_8);
    }

    private static byte[] content(String path) {
        return application.store().read(transaction -> new PublicSite(transaction, new CountryWords()::in)
                .file(path)
                .orElseThrow(() -> new AssertionError("no file " + path))
                .content());
    }

    @Test
    void anEditionIsTheSameAfterARebuildAndInACopyOfTheStore() throws IOException {
        var before = files(application);
        assertThat(before).hasSizeGreaterThan(30);

        application.rebuild().run();
        assertThat(files(application)).isEqualTo(before);
        assertThat(application.rebuild().firstDifference()).isEmpty();
        assertThat(application.store().read(Verification::of).broken()).isNull();

        var copy = Files.createDirectory(directory.resolve("copy"));
        try (var all = Files.list(directory.resolve("store"))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        try (var restored = Application.open(copy)) {
            assertThat(files(restored)).isEqualTo(before);
        }
    }

    @Test
    void theDigestOfAnEditionIsThatOfItsListAndTheListNamesEveryDocument() {
        var list = text("editions/2024-W18-1/edition.json");
        assertThat(Digest.of(list.getBytes(StandardCharsets.UTF_8))).isEqualTo(first.digest());

        var documents = JsonMapper.builder().build().readTree(list).path("documents");
        assertThat(documents.size()).isEqualTo(first.documents().size()).isGreaterThan(8);
        for (var document : documents) {
            var name = document.path("name").asString();
            assertThat(Digest.of(content("editions/2024-W18-1/" + name)).hex())
                    .as(name)
                    .isEqualTo(document.path("sha256").asString());
        }
        assertThat(list).doesNotContain("Leyla", "Murad");
    }

    @Test
    void everyFigureOfAnEditionIsTheSumOfItsRowsAtItsCutOff() {
        var document = JsonMapper.builder().build().readTree(text("editions/2024-W18-1/figures.json"));
        assertThat(document.path("figures").size()).isEqualTo(FigureDefinition.values().length);
        for (var figure : document.path("figures")) {
            var definition =
                    FigureDefinition.find(figure.path("name").asString()).orElseThrow();
            var rows = application.store().read(transaction -> new SqlFigures(transaction)
                    .rows(definition, FigureScope.of(WEEK), first.asOf(), 0, 1_000));

            assertThat(figure.path("rows").asLong()).isEqualTo(rows.size());
            assertThat(figure.path("definition").path("az").asString()).isNotBlank();
            if (!figure.path("value").isNull()) {
                assertThat(figure.path("value").asLong())
                        .as(definition.published())
                        .isEqualTo(rows.stream().mapToLong(row -> row.value()).sum());
            }
        }
        assertThat(document.path("figures").path(0).path("value").asLong()).isEqualTo(3);
        for (var table : document.path("tables")) {
            long mines = 0;
            for (var line : table.path("lines")) {
                mines += line.path("figures").path(0).path("value").asLong();
            }
            assertThat(mines).as(table.path("by").asString()).isEqualTo(3);
        }
    }

    @Test
    void whatNobodyReportedIsAbsentNotZero() {
        var document = JsonMapper.builder().build().readTree(text("editions/2024-W18-1/figures.json"));
        var computed = document.path("figures").path(5);
        assertThat(computed.path("name").asString()).isEqualTo("area-cleared-computed");
        assertThat(computed.path("value").isNull()).isTrue();
        assertThat(text("editions/2024-W18-1/figures.csv")).contains("area-cleared-computed,SQUARE_METRES,,0,");
        assertThat(text("map.html"))
                .contains("No map here says that land is safe.")
                .contains("url(#absent)");
    }

    @Test
    void noNameCanPutAnElementOnAPage() {
        var pages = files(application).keySet().stream()
                .filter(path -> path.endsWith(".html") || path.endsWith(".xml"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(20);
        for (var page : pages) {
            assertThat(text(page)).as(page).doesNotContain("<img", "<svg/onload", BAD_PERSON, "<script");
        }
        assertThat(text("editions/2024-W18-1/index.html"))
                .contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;svg/onload=alert(2)&gt;");
        assertThat(text("map.html")).contains("&lt;svg/onload=alert(2)");
    }

    @Test
    void aPublishedDocumentHoldsNoRowNoPlaceAndNoPerson() {
        for (var document : first.documents()) {
            assertThat(text("editions/2024-W18-1/" + document.name()))
                    .as(document.name())
                    .doesNotContain("A-1", "T-A-1", "latitude", "rowsAt", "/reports/", "Leyla", "Murad");
        }
    }

    @Test
    void nobodySignsWhatTheyPrepared() {
        var period = new ReportingPeriod(WEEK.from(), WEEK.to().minusDays(1));
        var prepared = application.editions().prepare(period, Edition.Standing.PROVISIONAL, "Aysel Quliyeva");
        var before = files(application);
        for (var same : List.of("Aysel Quliyeva", " aysel  quliyeva ", "AYSEL QULIYEVA")) {
            assertThatThrownBy(() -> application.editions().sign(prepared.id(), null, same))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("another person must");
        }
        assertThatThrownBy(() -> application.editions().sign(prepared.id(), first.digest(), "Murad"))
                .hasMessageContaining("prepared anew meanwhile");
        assertThatThrownBy(() -> application.editions().sign("2024-W18-1", null, "Murad"))
                .hasMessageContaining("published already");
        assertThatThrownBy(() -> application.editions().sign("2024-W18-7", null, "Murad"))
                .hasMessageContaining("there is no edition");
        assertThatThrownBy(() -> application.editions().prepare(WEEK, Edition.Standing.PROVISIONAL, "Aysel\nMurad"))
                .hasMessageContaining("on one line");
        assertThatThrownBy(() -> application
                        .editions()
                        .prepare(ReportingPeriod.ofWeek("2020-W01"), Edition.Standing.PROVISIONAL, "Aysel"))
                .hasMessageContaining("no approved report speaks of");
        assertThatThrownBy(() -> application
                        .editions()
                        .prepare(ReportingPeriod.ofWeek("2099-W01"), Edition.Standing.PROVISIONAL, "Aysel"))
                .hasMessageContaining("is not over");

        assertThat(files(application)).isEqualTo(before);
        application.store().read(transaction -> {
            var queries = new EditionQueries(transaction);
            assertThat(queries.find(prepared.id()).orElseThrow().isPublished()).isFalse();
            assertThat(queries.find("2024-W18-1").orElseThrow()).isEqualTo(first);
            return true;
        });
    }

    @Test
    void everyLinkOfTheWrittenSiteAnswersAndNoneLeavesIt() throws IOException, InterruptedException {
        var folder = directory.resolve("site");
        int written = write(folder);
        assertThat(written).isEqualTo(files(application).size());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/deep/folder/", exchange -> {
            var file = folder.resolve(exchange.getRequestURI().getPath().substring("/deep/folder/".length()))
                    .normalize();
            var found = file.startsWith(folder) && Files.isRegularFile(file);
            var bytes = found ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(found ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/deep/folder/");
            var waiting = new ArrayDeque<URI>(List.of(root.resolve("index.html")));
            var seen = new HashSet<URI>(waiting);
            var client = HttpClient.newHttpClient();
            while (!waiting.isEmpty()) {
                var at = waiting.remove();
                var answer = client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as("%s", at).isEqualTo(200);
                if (!at.getPath().endsWith(".html") && !at.getPath().endsWith(".xml")) {
                    continue;
                }
                var links = LINK.matcher(answer.body());
                while (links.find()) {
                    var link = links.group(1);
                    if (link.startsWith("data:") || link.startsWith("#")) {
                        continue;
                    }
                    assertThat(link).as("a link of %s", at).doesNotContain(":").doesNotStartWith("/");
                    var target = at.resolve(link.replaceFirst("#.*", ""));
                    assertThat(target.toString()).as("a link of %s", at).startsWith(root.toString());
                    if (seen.add(target)) {
                        waiting.add(target);
                    }
                }
            }
            // All but the mark of the folder, to which no page leads.
            assertThat(seen).hasSize(written - 1);
        } finally {
            server.stop(0);
        }
    }

    private static int write(Path folder) {
        return application.store().<Integer>read(transaction -> new SiteFolder(folder)
                .write(new PublicSite(transaction, new CountryWords()::in)));
    }

    @Test
    void editionsOfEarlierYearsStandOnPagesOfTheirOwnAndTheNewestYearUnderTheName() throws IOException {
        try (var country = Application.create(directory.resolve("years"), "aze", "test")) {
            var row = ExampleSite.row("A-1", "1.5", "AV_MINE", 3, false);
            var file = Files.writeString(
                    directory.resolve("years.csv"),
                    ExampleSite.HEADING + row + row.replace("A-1", "A-2").replace("2024-04-30", "2023-05-02"));
            country.reportImport()
                    .run(
                            new ImportRequest(file, "progress", null, Mapping.NONE, false, true, "test"),
                            country.country(),
                            reports -> {});
            for (var week : List.of("2023-W18", "2024-W18")) {
                country.editions().prepare(ReportingPeriod.ofWeek(week), Edition.Standing.PROVISIONAL, "Leyla");
                country.editions().sign(week + "-1", null, "Murad");
            }

            country.store().<Boolean>read(transaction -> {
                var site = new PublicSite(transaction, new CountryWords()::in);
                for (var page : List.of("editions", "downloads")) {
                    var newest = text(site, page + ".html");
                    var earlier = text(site, page + "-2023.html");
                    assertThat(newest).contains("2024-W18-1", "href=\"" + page + "-2023.html\"");
                    assertThat(newest).doesNotContain("2023-W18-1");
                    assertThat(earlier).contains("2023-W18-1", "href=\"" + page + ".html\"");
                    assertThat(earlier).doesNotContain("2024-W18-1");
                    assertThat(site.paths()).contains(page + "-2023.html").doesNotContain(page + "-2024.html");
                    assertThat(site.file(page + "-2024.html")).isEmpty();
                }
                assertThat(text(site, "figures.html")).contains("2023-W18-1", "2024-W18-1");
                return true;
            });
        }
    }

    private static String text(PublicSite site, String path) {
        return new String(site.file(path).orElseThrow().content(), StandardCharsets.UTF_8);
    }

    @Test
    void aFolderOfSomebodyElseIsNotReplacedAndAnEarlierSiteIsWhole() throws IOException {
        var foreign = Files.createDirectory(directory.resolve("foreign"));
        Files.writeString(foreign.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> write(foreign)).hasMessageContaining("no earlier site");
        assertThat(foreign.resolve("mine.txt")).hasContent("mine");
        assertThatThrownBy(() -> write(foreign.resolve("mine.txt"))).hasMessageContaining("no folder of its own");

        var own = Files.createDirectories(directory.resolve("parent").resolve("own"));
        write(own);
        Files.writeString(own.resolve("stray.html"), "stray");
        write(own);
        assertThat(own.resolve("stray.html")).doesNotExist();
        assertThat(own.resolve("index.html")).exists();
        try (var beside = Files.list(own.getParent())) {
            assertThat(beside).containsExactly(own);
        }
    }

    @Test
    void theNewsFeedIsAtom() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        for (var name : List.of("feed.xml", "feed.az.xml", "feed.ru.xml")) {
            var feed = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(text(name).getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            var atom = "http://www.w3.org/2005/Atom";
            assertThat(feed.getNamespaceURI()).isEqualTo(atom);
            assertThat(feed.getLocalName()).isEqualTo("feed");
            var ids = new HashSet<String>();
            for (var each : List.of("id", "title", "updated", "author")) {
                assertThat(child(feed, each)).as(name + " " + each).isNotBlank();
            }
            ids.add(child(feed, "id"));
            var entries = feed.getElementsByTagNameNS(atom, "entry");
            assertThat(entries.getLength()).isPositive();
            for (int i = 0; i < entries.getLength(); i++) {
                var entry = (Element) entries.item(i);
                assertThat(ids.add(child(entry, "id"))).isTrue();
                assertThat(java.time.Instant.parse(child(entry, "updated"))).isNotNull();
                assertThat(child(entry, "title")).isNotBlank();
                assertThat(child(entry, "content")).startsWith("<article");
            }
        }
    }

    private static String child(Element of, String name) {
        for (var node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getLocalName())) {
                return node.getTextContent();
            }
        }
        return "";
    }
}
