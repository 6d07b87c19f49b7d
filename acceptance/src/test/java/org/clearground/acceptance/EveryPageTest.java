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
 * Each role follows every link that it is shown, page by page. No link leads to a refusal or a failure; nothing is asked
 * of another host; no script fails; no page has a grave barrier; all can be read on a narrow telephone.
 */
class EveryPageTest extends DemoInBrowser {

    /** Pages of one shape differ by what they are about only. */
    private static final Pattern SUBJECTS = Pattern.compile(
            "[0-9a-f]{64}|[0-9a-f-]{36}|\\d{4}-W\\d{2}|(?<=/)[A-Z0-9][^/]*\\d[^/]*|(?<=/)\\d+"
                    + "|(?<=/registers/[a-z-]{1,30}/)(?!map$)[^/]+|(?<=/figures/)[^/]+|(?<=/accounts/)(?!events$)[^/]+");

    /** Of pages that differ only in what they are about: whoever sees everything looks at two, a role at the door of one. */
    private static final int OF_A_SHAPE = 2;

    private static final int OF_A_SHAPE_FOR_A_ROLE = 1;

    /** What is published has a file for each language and no parameters. */
    private static final String PUBLISHED = "/public/";

    private static final int NARROW = 360;

    private static final Map<String, String> ROLES = roles();

    private static final List<String> WEIGHTS = new ArrayList<>();

    private static Map<String, String> roles() {
        var roles = new LinkedHashMap<String, String>();
        roles.put("operator-officer", "MES");
        for (var role : List.of(
                "reviewer",
                "operations-planner",
                "quality-inspector",
                "release-committee",
                "land-recipient",
                "publisher",
                "auditor",
                "administrator")) {
            roles.put(role, "");
        }
        return roles;
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
            walk("nobody", desk, met, OF_A_SHAPE);
        }
        ROLES.forEach((role, body) -> {
            var more = body.isEmpty() ? new String[0] : new String[] {"--org", body};
            try (var desk = desk(role + "-x", role, more)) {
                walk(role, desk, met, OF_A_SHAPE_FOR_A_ROLE);
            }
        });
        try (var desk = stranger()) {
            walk("public", desk, met, OF_A_SHAPE_FOR_A_ROLE);
        }
    }

    private static void walk(String role, Desk desk, Set<String> met, int mostOfAShape) {
        var waiting = new ArrayDeque<String>(List.of("/?lang=en"));
        var seen = new TreeSet<String>(waiting);
        var shapes = new LinkedHashMap<String, Integer>();
        var wrong = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var address = waiting.remove();
            var shape = shape(address);
            if (shapes.merge(shape, 1, Integer::sum) > mostOfAShape) {
                continue;
            }
            var response = desk.go(address);
            if (response == null || response.status() != 200) {
                wrong.add(address + " answers " + (response == null ? "nothing" : response.status()));
                continue;
            }
            WEIGHTS.add(role + "," + shape + "," + desk.bytes());
            if (met.add(shape)) {
                for (var language : List.of("az", "ru")) {
                    var other = desk.go(address.replace("lang=en", "lang=" + language));
                    if (other == null || other.status() != 200) {
                        wrong.add(address + " does not answer in " + language);
                    }
                }
                desk.go(address);
                wrong.addAll(desk.barriers());
                int over = desk.overflowAt(NARROW);
                if (over > 0) {
                    wrong.add(address + " is " + over + " pixels wider than " + NARROW);
                }
                desk.picture(role + shape);
            }
            for (var link : desk.links()) {
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
                .hasSizeGreaterThan(2);
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
