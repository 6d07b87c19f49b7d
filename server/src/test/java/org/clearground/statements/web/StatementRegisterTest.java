// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.EntryKind;
import org.clearground.ledger.Ledger;
import org.clearground.packs.PackSource;
import org.clearground.statements.ClaimScope;
import org.clearground.statements.Measured;
import org.clearground.statements.StatedFigure;
import org.clearground.statements.Statement;
import org.clearground.statements.store.StatementImport;
import org.clearground.statements.store.StatementImport.Result;
import org.clearground.statements.store.StatementQueries;
import org.clearground.web.ExampleSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements from a file to the register and its pages, in a real store behind a real server. */
class StatementRegisterTest {

    private static final String BY_STATEMENT =
            "id,source_url,publisher,published_on,kind,period_from,period_to,at_mines,"
                    + "ap_mines,uxo,other_items,hectares,operators,districts,language,notes\n";

    private static final String BY_FIGURE =
            "number,publisher,published,language,address,measured,value,hedge,from,to,kind,scope,part,text,start,end\n";

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private ExampleSite site;

    private final AtomicInteger files = new AtomicInteger();

    @BeforeEach
    void serve() {
        site = new ExampleSite(directory);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private Result send(String text) {
        return send(text, false, false);
    }

    private Result send(String text, boolean corrections, boolean dryRun) {
        return site.publish("statements-" + files.incrementAndGet() + ".csv", text, corrections, dryRun);
    }

    private List<Statement> recorded() {
        return site.application().store().read(transaction -> new StatementQueries(transaction).all());
    }

    private long entries() {
        return site.application()
                .store()
                .read(transaction -> Ledger.all(transaction, EntryKind.STATEMENTS_RECEIVED))
                .size();
    }

    private static String row(String number, String cells) {
        return number + ",https://news.example/1,Example News,2031-03-11,weekly,2031-03-03,2031-03-09," + cells + "\n";
    }

    @Test
    void thePublishedStatementsOfTheCountryAreTakenInWhole() {
        var table = PackSource.find("aze").file("examples/statements/statements.csv");

        var result = send(new String(table, java.nio.charset.StandardCharsets.UTF_8));

        assertThat(result.findings()).isEmpty();
        assertThat(result.added()).isEqualTo(204);
        var statements = recorded();
        assertThat(statements).hasSize(204);
        assertThat(statements.stream().mapToInt(each -> each.figures().size()).sum())
                .isEqualTo(result.figures());
        assertThat(sum(statements, Measured.ANTI_TANK_MINES)).isEqualTo(204 - 27);
        assertThat(sum(statements, Measured.ANTI_PERSONNEL_MINES)).isEqualTo(204 - 33);
        assertThat(sum(statements, Measured.UNEXPLODED_ORDNANCE)).isEqualTo(204 - 24);
        assertThat(sum(statements, Measured.AREA_CLEARED)).isEqualTo(204 - 14);
        assertThat(scopes(statements))
                .containsExactlyInAnyOrder(ClaimScope.AGENCY, ClaimScope.ALL, ClaimScope.ARMY, ClaimScope.UNSTATED);
    }

    private static long sum(List<Statement> statements, Measured measured) {
        return statements.stream()
                .flatMap(each -> each.figures().stream())
                .filter(figure -> figure.measured() == measured)
                .count();
    }

    private static List<ClaimScope> scopes(List<Statement> statements) {
        return statements.stream()
                .flatMap(each -> each.figures().stream())
                .map(StatedFigure::scope)
                .distinct()
                .toList();
    }

    @Test
    void registersMadeAgainFromTheLedgerAreTheSame() {
        send(BY_STATEMENT + row("X1", "3,,7,,51.80,ANAMA,Aghdam;Fuzuli,en,a note"));
        send(BY_STATEMENT + row("X1", "4,,7,,51.80,ANAMA,Aghdam;Fuzuli,en,a note"), true, false);
        var before = recorded();

        assertThat(site.application().rebuild().firstDifference()).isEmpty();
        site.application().rebuild().run();

        assertThat(recorded()).isEqualTo(before);
        assertThat(site.application()
                        .verification()
                        .run(true, "test", (done, of) -> {})
                        .fault())
                .isEmpty();
    }

    @Test
    void whatIsNotStatedIsAbsentAndWhatIsWrittenKeepsItsDigits() {
        send(BY_STATEMENT + row("X1", "0,,7,,51.80,,,,"));

        var figures = recorded().get(0).figures();

        assertThat(figures)
                .extracting(figure -> figure.measured() + " " + figure.value().toPlainString())
                .containsExactly("ANTI_TANK_MINES 0", "UNEXPLODED_ORDNANCE 7", "AREA_CLEARED 51.80");
        assertThat(figures).extracting(StatedFigure::scope).containsOnly(ClaimScope.UNSTATED);
        assertThat(recorded().get(0).language()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ANAMA, AGENCY",
        "Mine Action Agency, AGENCY",
        "Ministry of Defence, ARMY",
        "State Border Service, OTHER_BODY",
        "Unheard of, OTHER_BODY",
        "ANAMA;4 private companies, ALL",
        "'', UNSTATED"
    })
    void whoseWorkItIsFollowsFromTheBodiesNamed(String bodies, ClaimScope scope) {
        send(BY_STATEMENT + row("X1", "1,,,,," + bodies + ",,en,"));

        assertThat(scopes(recorded())).containsExactly(scope);
    }

    @Test
    void theSameFileAgainAddsNothing() {
        var text = BY_STATEMENT + row("X1", "1,,,,,,,en,");
        send(text);

        var again = send(text);

        assertThat(again.importedBefore()).isNotNull();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void aDryRunKeepsNothing() {
        var result = send(BY_STATEMENT + row("X1", "1,,,,,,,en,"), false, true);

        assertThat(result.added()).isEqualTo(1);
        assertThat(recorded()).isEmpty();
        assertThat(entries()).isZero();
    }

    @Test
    void aNumberWithOtherContentIsAFindingUntilACorrectionIsSaid() {
        send(BY_STATEMENT + row("X1", "1,,,,,,,en,"));
        var other = BY_STATEMENT + row("X1", "2,,,,,,,en,") + row("X2", "5,,,,,,,en,");

        var refused = send(other);
        assertThat(refused.findings()).extracting(Finding::code).containsExactly(FindingCode.STATEMENT_DIFFERS);
        assertThat(refused.added()).isEqualTo(1);
        assertThat(values("X1")).containsExactly("1");

        var corrected = send(other, true, false);
        assertThat(corrected.corrected()).isEqualTo(1);
        assertThat(corrected.unchanged()).isEqualTo(1);
        assertThat(values("X1")).containsExactly("2");
        assertThat(entries()).isEqualTo(3);
        assertThat(site.get("/registers/statements/X1").body()).contains("2031");
    }

    @Test
    void aCorrectionThatWasTakenBackCanBeSaidAgain() {
        var first = BY_STATEMENT + row("X1", "1,,,,,,,en,");
        var other = BY_STATEMENT + row("X1", "2,,,,,,,en,");
        send(first);
        send(other, true, false);
        assertThat(send(other, true, false).importedBefore()).isNotNull();
        send(first, true, false);
        assertThat(values("X1")).containsExactly("1");

        assertThat(send(other, true, false).corrected()).isEqualTo(1);
        assertThat(values("X1")).containsExactly("2");
        assertThat(entries()).isEqualTo(4);
    }

    private List<String> values(String number) {
        return recorded().stream()
                .filter(each -> each.number().equals(number))
                .flatMap(each -> each.figures().stream())
                .map(figure -> figure.value().toPlainString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=cmd,,,,,,,en,|UNREADABLE_NUMBER|at_mines",
                "1,304,,,,,,,en,|ROW_LONGER_THAN_HEADING|",
                "1.5,,,,,,,en,|UNREADABLE_NUMBER|at_mines",
                "-3,,,,,,,en,|NUMBER_OUT_OF_RANGE|at_mines",
                "1,,,,51,3 thousand,,en,,x|ROW_LONGER_THAN_HEADING|",
                ",,,,about 50,,,en,|UNREADABLE_NUMBER|hectares",
                ",,,,1,,,English,|UNKNOWN_CODE|language",
            })
    void aBadCellIsFoundWithItsPlaceAndOnlyItsStatementIsLeftOut(String cells, FindingCode code, String column) {
        var result = send(BY_STATEMENT + row("X1", cells) + row("X2", "1,,,,,,,en,"));

        assertThat(result.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.place().row()).isEqualTo(2);
            assertThat(finding.place().column()).isEqualTo(column);
        });
        assertThat(result.leftOut()).isEqualTo(1);
        assertThat(recorded()).extracting(Statement::number).containsExactly("X2");
    }

    @Test
    void wrongDaysKindsAndNumbersAreFound() {
        var result = send(BY_STATEMENT
                + "X1,,Example News,31.12.2030,weekly,,,1,,,,,,,en,\n"
                + "X2,,Example News,,fortnightly,,,1,,,,,,,en,\n"
                + "../x,,Example News,,weekly,,,1,,,,,,,en,\n"
                + ",,Example News,,weekly,,,1,,,,,,,en,\n"
                + "X3,,,,weekly,,,1,,,,,,,en,\n"
                + "X4,,Example News,,weekly,,,1,,,,,,,en,\n"
                + "X4,,Example News,,weekly,,,2,,,,,,,en,\n"
                + "X5,,Example News,,weekly,2031-03-09,2031-03-03,1,,,,,,,en,\n");

        assertThat(result.findings())
                .extracting(finding -> finding.place().row() + " " + finding.code())
                .containsExactly(
                        "2 UNREADABLE_DATE",
                        "3 UNKNOWN_CODE",
                        "4 STATEMENT_NUMBER_UNUSABLE",
                        "5 MISSING_ANSWER",
                        "6 MISSING_ANSWER",
                        "8 STATEMENT_ROWS_DISAGREE",
                        "9 PERIOD_ENDS_BEFORE_START");
        assertThat(recorded()).extracting(Statement::number).containsExactly("X5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html><body>Not found</body></html>",
                "report_no,organisation\n1,ANAMA\n",
                BY_STATEMENT,
                "id,publisher,kind,kind\n1,a,weekly,weekly\n",
                "\u0000\u0001\u0002",
                ""
            })
    void whatIsNoTableOfStatementsIsRefusedInOneSentence(String text) {
        assertThatThrownBy(() -> send(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining("\n");

        assertThat(entries()).isZero();
    }

    @Test
    void aHugeFileIsRefused() throws IOException {
        var file = directory.resolve("huge.csv");
        Files.writeString(file, BY_STATEMENT + row("X1", "1,,,,,,,en,").repeat(400_000));

        assertThatThrownBy(() -> site.application()
                        .statementImport()
                        .run(new StatementImport.Request(ReceivedFile.inspect(file), false, false, "test")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("MiB");
    }

    @Test
    void aTableOfFiguresShowsItsTextWithTheFiguresMarked() {
        var result = send(BY_FIGURE
                + "R1,Example News,2031-03-11,en,,anti_tank_mines,41,exact,2031-03-03,2031-03-09,week,agency,,"
                + "\"Found <b>41</b> mines, over 51.8 ha.\",9,11\n"
                + "R1,,,,,area_cleared,51.8,at_least,2031-03-03,2031-03-09,week,district,Aghdam,,28,32\n"
                + "R2,Example News,,,,,,,,,,,,,,\n");

        assertThat(result.findings()).isEmpty();
        assertThat(result.added()).isEqualTo(2);
        assertThat(result.figures()).isEqualTo(2);
        assertThat(site.get("/statements/R1").body())
                .contains("Found &lt;b&gt;<mark title=\"anti-tank mines\">41</mark>&lt;/b&gt; mines, over <mark")
                .contains(">51.8</mark> ha.")
                .contains("at least 51.8")
                .doesNotContain("<b>41");
        assertThat(site.get("/statements/R2").body()).contains("states no figure");
        assertThat(site.get("/api/statements/R1").body()).contains("\"start\" : 9", "\"value\" : \"51.8\"");
    }

    @Test
    void whatOthersWroteIsShownAsTextAndLeadsNowhere() {
        var image = "<img src=x onerror=alert(1)>";
        var svg = "\"\"><svg/onload=alert(1)>";
        send("id,source_url,publisher,kind,operators,districts,notes\n"
                + "X1,javascript:alert(1)," + image + ",weekly,\"" + svg + "\",\"" + svg + "\",\"" + svg + "\"\n"
                + "X2,,=cmd|' /C calc'!A0,weekly,,,\n");

        for (var address : List.of(
                "/statements/X1", "/registers/statements", "/registers/statements/X1", "/registers/stated-figures")) {
            assertThat(site.get(address).statusCode()).as(address).isEqualTo(200);
            assertThat(site.get(address).body()).as(address).doesNotContain("<img", "<svg", "href=\"javascript");
        }
        assertThat(site.get("/statements/X1").body()).contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(site.get("/api/registers/statements.csv").body()).contains("'=cmd");
        assertThat(site.get("/api/registers/statements.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void listsAreFilteredAndTheFileComesBackAsItWasSent() {
        var text = BY_STATEMENT + row("X1", "3,1,7,,51.80,ANAMA,Aghdam,en,") + row("X2", "2,,,,,,,az,");
        var result = send(text);

        assertThat(site.get("/api/registers/statements?language=az").body())
                .contains("\"X2\"")
                .doesNotContain("\"X1\"");
        assertThat(site.get("/api/registers/stated-figures?measured=area_cleared")
                        .body())
                .contains("518000")
                .doesNotContain("anti_tank_mines\"");
        assertThat(site.get("/api/registers/stated-figures?from=2031-03-10").body())
                .contains("\"rows\" : [ ]");
        assertThat(site.get("/registers/stated-figures?measured=nonsense").statusCode())
                .isEqualTo(400);
        assertThat(site.get("/statements/files/" + result.digest().hex()).body())
                .isEqualTo(text);
        assertThat(site.get("/statements/files/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(site.get("/statements/files/x").statusCode()).isEqualTo(400);
        assertThat(site.get("/statements/none").statusCode()).isEqualTo(404);
        assertThat(site.get("/statements/X1?lang=ru").body()).contains("опубликовано другими");
    }
}
