// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Each role follows every link that it is shown, page by page. No link leads to a refusal or a failure. Whoever meets the
 * first page of a shape paints it: nothing is asked of another host; no script fails; no page has a grave barrier; all can
 * be read on a narrow telephone. The others only ask.
 */
class EveryPageTest extends DemoInBrowser {

    /** Pages of one shape differ by what they are about only. */
    private static final Pattern SUBJECTS = Pattern.compile(
            "[0-9a-f]{64}|[0-9a-f-]{36}|\\d{4}-W\\d{2}|(?<=/)[A-Z0-9][^/]*\\d[^/]*|(?<=/)\\d+"
                    + "|(?<=/registers/[a-z-]{1,30}/)(?!map$)[^/]+|(?<=/figures/)[^/]+|(?<=/accounts/)(?!events$)[^/]+");

    /** Of pages that differ only in what they are about, so many are looked at by each role. */
    private static final int OF_A_SHAPE = 3;

    /** Pages that a role must meet by links, so that none is left out because nothing leads there. */
    private static final Map<String, List<String>> OWN = Map.of(
            "operator-officer",
            List.of("/account/keys", "/import", "/enter"),
            "officer-on-ground",
            List.of("/land/hazards/_", "/registers/hazards/_"),
            "planner-of-a-district",
            List.of("/land/hazards/_", "/land/history", "/reports/_"),
            "administrator",
            List.of(
                    "/administration/pack",
                    "/administration/pack/codes",
                    "/administration/pack/forms",
                    "/administration/pack/organisations",
                    "/administration/pack/change",
                    "/accounts/_"));

    /** What is published has a file for each language and no parameters. */
    private static final String PUBLISHED = "/public/";

    private static final int NARROW = 360;

    /** Who walks: the role, and what it is kept to. */
    private static final Map<String, List<String>> WALKERS = walkers();

    private static final List<String> WEIGHTS = new ArrayList<>();

    private static Map<String, List<String>> walkers() {
        var walkers = new LinkedHashMap<String, List<String>>();
        walkers.put("operator-officer", List.of("operator-officer", "--org", "MES"));
        for (var role : List.of(
                "reviewer",
                "operations-planner",
                "quality-inspector",
                "release-committee",
                "land-recipient",
                "publisher",
                "auditor",
                "administrator")) {
            walkers.put(role, List.of(role));
        }
        walkers.put("officer-on-ground", List.of("operator-officer", "--org", "COMPANY-1"));
        walkers.put("planner-of-a-district", List.of("operations-planner", "--district", "AZ-AGM"));
        walkers.put("reviewer-of-districts", List.of("reviewer", "--district", "AZ-FUZ", "--district", "AZ-XVD"));
        walkers.put("recipient-of-a-district", List.of("land-recipient", "--district", "AZ-AGM"));
        return walkers;
    }

    @AfterAll
    static void keepWeights() throws IOException {
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "page-weights.csv"), WEIGHTS);
    }

    /** One after the other: before there are accounts, then each role. */
    @Test
    void whoeverReadsMeetsNoClosedDoorAndNoBarrier() {
        var met = new TreeSet<String>();
        try (var desk = stranger()) {
            walk("nobody", desk, met);
        }
        WALKERS.forEach((walker, account) -> {
            var more = account.subList(1, account.size()).toArray(String[]::new);
            try (var desk = desk(walker + "-x", account.get(0), more)) {
                walk(walker, desk, met);
            }
        });
        try (var desk = stranger()) {
            walk("public", desk, met);
        }
    }

    private void walk(String role, Desk desk, Set<String> met) {
        var waiting = new ArrayDeque<String>(List.of("/?lang=en"));
        var seen = new TreeSet<String>(waiting);
        var shapes = new LinkedHashMap<String, Integer>();
        var wrong = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var address = waiting.remove();
            var shape = shape(address);
            if (shapes.merge(shape, 1, Integer::sum) > OF_A_SHAPE) {
                continue;
            }
            var answer = met.add(shape) ? painted(role, desk, address, wrong) : desk.ask(address);
            if (answer.status() != 200 || leadsAway(address, answer)) {
                wrong.add(address + " answers " + answer.status() + " at " + answer.address());
                continue;
            }
            for (var link : answer.links()) {
                if (!isFile(link) && (link.contains("lang=en") || link.startsWith(PUBLISHED)) && seen.add(link)) {
                    waiting.add(link);
                }
            }
        }
        wrong.addAll(desk.wrong());
        assertThat(wrong).as("what %s met on %s pages", role, shapes.size()).isEmpty();
        assertThat(shapes.keySet())
                .as("pages met by %s", role)
                .contains(PUBLISHED)
                .containsAll(OWN.getOrDefault(role, List.of(PUBLISHED)))
                .hasSizeGreaterThan(2);
    }

    /** The first page of a shape, whoever meets it, in a browser with all that only a browser can tell. */
    private Desk.Answer painted(String role, Desk desk, String address, List<String> wrong) {
        var response = desk.go(address);
        if (response == null || response.status() != 200) {
            return new Desk.Answer(response == null ? 0 : response.status(), address, List.of());
        }
        var shape = shape(address);
        WEIGHTS.add(role + "," + shape + "," + desk.bytes());
        for (var language : List.of("az", "ru")) {
            if (desk.ask(address.replace("lang=en", "lang=" + language)).status() != 200) {
                wrong.add(address + " does not answer in " + language);
            }
        }
        wrong.addAll(desk.barriers());
        int over = desk.overflowAt(NARROW);
        if (over > 0) {
            wrong.add(address + " is " + over + " pixels wider than " + NARROW);
        }
        desk.picture(role + shape);
        desk.pictureAt(NARROW, role + shape + "-narrow");
        return new Desk.Answer(
                response.status(), desk.page().url().substring(site().origin().length()), desk.links());
    }

    /** A door that asks to sign in is closed too. */
    private static boolean leadsAway(String address, Desk.Answer answer) {
        return shape(answer.address()).equals("/sign-in") && !shape(address).equals("/sign-in");
    }

    /** The address without what it is about and without what is asked of it. */
    private static String shape(String address) {
        int query = address.indexOf('?');
        return SUBJECTS.matcher(query < 0 ? address : address.substring(0, query))
                .replaceAll("_");
    }

    /** Documents of editions are bare texts without style; people read them in the page around. */
    private static boolean isFile(String link) {
        return link.startsWith("/api/")
                || link.contains("/content")
                || link.contains(".geojson")
                || link.startsWith(PUBLISHED)
                        && (link.contains("/bulletin.") || !link.endsWith("/") && !link.endsWith(".html"));
    }
}
