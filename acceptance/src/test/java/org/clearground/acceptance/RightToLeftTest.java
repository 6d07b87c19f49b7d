// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.acceptance.Clearground.DONE;
import static org.clearground.acceptance.WrittenReport.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A country that writes from the right: its pack is all that it takes. The Arabic texts are for tests only. */
class RightToLeftTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final int NARROW = 360;

    private static final List<String> PAGES = List.of(
            "/",
            "/enter",
            "/enter/progress",
            "/reports",
            "/import",
            "/registers",
            "/registers/finds",
            "/registers/reports",
            "/registers/finds/map",
            "/bulletins",
            "/land",
            "/land/hazards",
            "/organisations/accreditations");

    private static final Map<String, String> ARABIC = arabic();

    @TempDir
    private Path directory = Path.of(".");

    private static Map<String, String> arabic() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("language.ar", "العربية");
        texts.put("language.en", "English");
        texts.put("page.title", "أرض خالية");
        texts.put("page.skip", "إلى المحتوى");
        texts.put("page.language", "اللغة");
        texts.put("page.report", "تقرير");
        texts.put("page.next", "التالي");
        texts.put("enter.title", "إدخال التقارير");
        texts.put("register.title", "السجلات");
        texts.put("register.finds", "الذخائر التي عُثر عليها");
        texts.put("register.reports", "التقارير");
        texts.put("register.filter", "تصفية");
        texts.put("map.title", "خريطة");
        texts.put("map.list", "قائمة");
        texts.put("bulletin.caution", "الجدول الفارغ أو الخريطة الفارغة لا يقولان شيئا عن سلامة الأرض.");
        return texts;
    }

    /** The first country's pack, spoken in Arabic: real words in the frame of the pages, text of like length elsewhere. */
    private Path pack() throws IOException {
        var pack = directory.resolve("pack");
        TestPack.copy(SharedData.project().resolve("packs").resolve("aze"), pack);
        var settings = Files.readString(pack.resolve("pack.yaml"))
                .replaceFirst("(?m)^name: .*$", "name: rtl")
                .replaceFirst("(?m)^languages: .*$", "languages: [ar, en, az, ru]")
                .replaceFirst("(?m)^title:$", "title:\n  ar: بلد التجربة")
                .replaceFirst("(?m)^numbers:$", "numbers:\n  ar: { grouping: \",\", decimal: \".\" }")
                .replaceFirst("(?m)^dates:$", "dates:\n  ar: d MMMM uuuu");
        Files.writeString(pack.resolve("pack.yaml"), settings);
        var file = pack.resolve("sentences.csv");
        var lines = Csv.read(Files.readString(file));
        var told = new StringBuilder(Csv.line(with(lines.get(0), "ar")));
        for (var line : lines.subList(1, lines.size())) {
            told.append(Csv.line(with(line, ARABIC.getOrDefault(line.get(0), filler(line.get(1))))));
        }
        told.append(Csv.line(List.of("language.ar", "العربية", "العربية", "العربية", "العربية")));
        Files.writeString(file, told);
        return pack;
    }

    private static List<String> with(List<String> line, String more) {
        return java.util.stream.Stream.concat(line.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    /** Arabic letters for Latin ones, word by word; what is put in stays. */
    private static String filler(String english) {
        var text = new StringBuilder();
        int at = 0;
        var placeholders = PLACEHOLDER.matcher(english);
        while (placeholders.find()) {
            text.append(letters(english.substring(at, placeholders.start()))).append(placeholders.group());
            at = placeholders.end();
        }
        return text.append(letters(english.substring(at))).toString();
    }

    private static String letters(String words) {
        var letters = "ابتجحدرسشصعفقكلمنهوي";
        return words.codePoints()
                .map(each -> Character.isLetter(each) ? letters.charAt(each % letters.length()) : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void everyPageRunsFromTheRightAndNumbersFromTheLeft() throws IOException {
        var data = directory.resolve("data");
        Clearground.run("init", "--data", data, "--pack", pack()).with(DONE);
        var file = directory.resolve("finds.csv");
        WrittenReport.csv(
                file,
                List.of(
                        report("R-1")
                                .with("quantity", "12345")
                                .with("latitude", "39.95")
                                .with("longitude", "46.93"),
                        report("R-2").with("team", "فريق 7 (A)")));
        Clearground.run("import", file, "--as", "progress", "--approve", "--data", data)
                .with(DONE);
        try (var chromium = Chromium.start();
                var site = ServedSite.of(data, "http://localhost");
                var desk = chromium.desk(site)) {
            var page = desk.page();
            for (var address : PAGES) {
                var response = desk.go(address + "?lang=ar");
                assertThat(response == null ? 0 : response.status()).as(address).isEqualTo(200);
                assertThat(page.evaluate("() => document.documentElement.dir"))
                        .as(address)
                        .isEqualTo("rtl");
                assertThat(desk.overflowAt(NARROW))
                        .as("pixels too wide: %s", address)
                        .isZero();
                assertThat(desk.barriers()).as(address).isEmpty();
                assertThat((Boolean)
                                page.evaluate("() => document.querySelector('.top .mark').getBoundingClientRect().right"
                                        + " > innerWidth * 0.9"))
                        .as("the way begins at the right: %s", address)
                        .isTrue();
                page.setViewportSize(NARROW, 740);
                desk.picture("rtl-narrow" + address);
                page.setViewportSize(1280, 900);
                desk.picture("rtl" + address);
            }

            desk.go("/registers/finds?lang=ar&sort=found_on");
            var numbers = page.locator("td.number:has-text('12,345')");
            assertThat(numbers.count()).isPositive();
            assertThat(numbers.first().evaluate("cell => getComputedStyle(cell).unicodeBidi"))
                    .isEqualTo("isolate");
            desk.go("/enter/progress?lang=ar");
            assertThat(page.locator(".path .arrow").first().evaluate("arrow => getComputedStyle(arrow).transform"))
                    .isEqualTo("matrix(-1, 0, 0, 1, 0, 0)");
            assertThat(page.locator("[name='a.worked_ground']").evaluate("field => getComputedStyle(field).direction"))
                    .isEqualTo("ltr");

            desk.go("/registers/finds?lang=en");
            assertThat(page.evaluate("() => document.documentElement.dir")).isEqualTo("ltr");
            assertThat(desk.wrong()).isEmpty();
        }
    }

    /** As little of CSV as the sentences of a pack need. */
    private static final class Csv {

        static List<List<String>> read(String text) {
            var lines = new java.util.ArrayList<List<String>>();
            var line = new java.util.ArrayList<String>();
            var cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char each = text.charAt(i);
                if (each == '"') {
                    if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        cell.append('"');
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (!quoted && (each == ',' || each == '\n')) {
                    line.add(cell.toString());
                    cell.setLength(0);
                    if (each == '\n') {
                        lines.add(List.copyOf(line));
                        line.clear();
                    }
                } else {
                    cell.append(each);
                }
            }
            return lines;
        }

        static String line(List<String> cells) {
            return String.join(
                            ",",
                            cells.stream()
                                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                    .toList())
                    + "\n";
        }
    }
}
