// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people give instead of the text of a release: each gets one sentence that says what to do, or a finding. */
class UnusableReleasesTest {

    @TempDir
    private Path directory = Path.of(".");

    private Clearground.Ended extract(String name, byte[] content, Object... more) throws IOException {
        var file = Files.write(directory.resolve(name), content);
        var call = new java.util.ArrayList<Object>(Arrays.asList("statements", "extract", file));
        call.addAll(Arrays.asList(more));
        return Clearground.run(call.toArray());
    }

    private Clearground.Ended extract(String name, String text, Object... more) throws IOException {
        return extract(name, text.getBytes(StandardCharsets.UTF_8), more);
    }

    @Test
    void aPageAPictureNothingAndTooMuch() throws IOException {
        extract("page.html", "<!doctype html><html><body><p>53 anti-tank mines</p></body></html>")
                .refusing(2, "page.html is the source of a web page; save the text of the page and give that");
        extract("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})
                .refusing(2, "picture.png is no text");
        extract("nothing.txt", "").refusing(2, "nothing.txt is empty");
        var much = new byte[50_000_000];
        Arrays.fill(much, (byte) 'a');
        extract("much.txt", much).refusing(2, "much.txt is larger than 5 MB; give the text of one release at a time");
        Clearground.run("statements", "extract", directory.resolve("missing.txt"))
                .refusing(2, "there is no file");
    }

    @Test
    void textThatIsWrittenInAnotherWay() throws IOException {
        extract("latin.txt", "53 anti-tank mines, 5 de março".getBytes(StandardCharsets.ISO_8859_1))
                .refusing(2, "latin.txt is not written in UTF-8; save the text as UTF-8 and give that");
        extract("utf16.txt", "53 anti-tank mines".getBytes(StandardCharsets.UTF_16))
                .refusing(2, "utf16.txt is no text");
    }

    @Test
    void aLanguageThatIsNotReadIsSaidAndNothingIsMadeUp() throws IOException {
        var georgian = "ნაღმების გაწმენდა: 5 მაისს 53 ტანკსაწინააღმდეგო ნაღმი აღმოჩნდა.";
        extract("georgian.txt", georgian)
                .with(1)
                .saying("0 figures")
                .saying("No figure was read")
                .saying("STATEMENT_NOTHING_READ");
        extract("named.txt", georgian, "--lang", "ka").refusing(2, "releases are not read in \"ka\"");
    }

    @Test
    void numbersThatContradictEachOtherAreKeptAndTold() throws IOException {
        extract(
                        "total.txt",
                        "From 29 April to 5 May 2024, 53 anti-tank mines and 26 anti-personnel mines, 90 mines in total,"
                                + " were found.",
                        "--published",
                        "2024-05-06")
                .with(1)
                .saying("add up to 79")
                .saying("STATEMENT_TOTAL_DIFFERS");
    }

    @Test
    void aFormulaIsText() throws IOException {
        extract(
                        "formula.txt",
                        "=cmd|' /C calc'!A0 From 29 April to 5 May 2024, 53 anti-tank mines were found.",
                        "--published",
                        "2024-05-06")
                .with(0)
                .saying("anti-tank mines     53");
        var table = Files.writeString(
                directory.resolve("table.csv"),
                "number,publisher,measured,value,from,to,kind\n"
                        + "X1,=cmd|' /C calc'!A0,anti_tank_mines,5,2031-03-03,2031-03-09,week\n"
                        + "X2,\"<script>alert(1)</script>'; drop table statement; --\",anti_tank_mines,6,2031-03-10,2031-03-16,week\n",
                StandardCharsets.UTF_8);
        var data = directory.resolve("store");
        Clearground.run("init", "--data", data, "--pack", "aze").with(0);
        Clearground.run("statements", "import", table, "--data", data).with(0);
        assertThat(Clearground.run("statements", "list", "--data", data).with(0).out())
                .contains("=cmd|' /C calc'!A0")
                .contains("drop table statement");
        Clearground.run("statements", "series", "--format", "csv", "--data", data)
                .with(0)
                .saying("X1")
                .saying("X2");
    }
}
