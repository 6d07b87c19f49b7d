// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;

/** What people ask a country's registers for, drawn by lot: the same for the same seed. */
final class Addresses {

    private static final Pattern ROW = Pattern.compile("href=\"(/registers/[a-z-]+/(?!map[\"?])[^\"?]+)[\"?]");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*[?&;]after=[^\"]*)\"");
    private static final List<String> BODIES = List.of("ANAMA", "MOD", "MES", "SBS");
    private static final List<String> CATEGORIES =
            List.of("AP_BLAST", "AP_FRAGMENTATION", "AP_BOUNDING", "AV_MINE", "UXO_PROJECTILE");

    /** Those of the demo's ground that have many and those that have few. */
    private static final List<String> TEXTS = List.of("PMN", "TM-62", "OZM", "R-1000", "R-1004999", "of-4", "heron");

    private static final Envelope REGION = GroundMaker.REGION;
    private final Random random;
    private final List<String> districts;

    Addresses(long seed, List<String> districts) {
        this.random = new Random(seed);
        this.districts = List.copyOf(districts);
    }

    /** A list with whatever filter. */
    String list() {
        return switch (random.nextInt(12)) {
            case 0 -> "/registers/finds";
            case 1 -> "/registers/finds?category=" + one(CATEGORIES);
            case 2 -> "/registers/finds?organisation=" + one(BODIES);
            case 3 -> "/registers/finds?district=" + one(districts) + "&category=" + one(CATEGORIES);
            case 4 -> "/registers/finds?" + period();
            case 5 -> "/registers/finds?organisation=" + one(BODIES) + "&" + period() + "&sort=found_on";
            case 6 -> "/registers/finds?q=" + URLEncoder.encode(one(TEXTS), StandardCharsets.UTF_8);
            case 7 -> "/registers/finds?bbox=" + box(0.2);
            case 8 -> "/registers/hazards" + (random.nextBoolean() ? "" : "?district=" + one(districts));
            case 9 -> "/registers/released-pieces" + (random.nextBoolean() ? "" : "?organisation=" + one(BODIES));
            case 10 -> "/registers/worked-ground" + (random.nextBoolean() ? "" : "?" + period());
            default -> "/registers/reports" + (random.nextBoolean() ? "" : "?organisation=" + one(BODIES));
        };
    }

    private String period() {
        var from = LocalDate.of(2005, 1, 3).plusDays(random.nextInt(19 * 365));
        return "from=" + from + "&to=" + from.plusDays(1 + random.nextInt(90));
    }

    private String box(double side) {
        double west = REGION.getMinX() + random.nextDouble() * (REGION.getWidth() - side);
        double south = REGION.getMinY() + random.nextDouble() * (REGION.getHeight() - side);
        return degrees(west) + "," + degrees(south) + "," + degrees(west + side) + "," + degrees(south + side);
    }

    private static String degrees(double value) {
        return String.valueOf(Math.round(value * 10_000) / 10_000.0);
    }

    /** A map's page. */
    String map() {
        return one(List.of("/registers/finds/map", "/registers/hazards/map", "/registers/worked-ground/map"));
    }

    /** The tiles of a screen somewhere: four across and three down, of one register and as one filter has them. */
    List<String> screen() {
        int zoom = 7 + random.nextInt(8);
        var where =
                switch (random.nextInt(6)) {
                    case 0 -> "?category=" + one(CATEGORIES);
                    case 1 -> "?organisation=" + one(BODIES);
                    default -> "";
                };
        var register =
                where.startsWith("?c") ? "finds" : one(List.of("finds", "hazards", "released-pieces", "worked-ground"));
        double units = 1 << zoom;
        double longitude = REGION.getMinX() + random.nextDouble() * REGION.getWidth();
        double latitude = Math.toRadians(REGION.getMinY() + random.nextDouble() * REGION.getHeight());
        int column = (int) ((longitude + 180) / 360 * units);
        int row = (int) ((1 - Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI) / 2 * units);
        var tiles = new ArrayList<String>();
        for (int x = column - 1; x <= column + 2; x++) {
            for (int y = row - 1; y <= row + 1; y++) {
                tiles.add("/tiles/" + register + "/" + zoom + "/" + x + "/" + y + ".mvt" + where);
            }
        }
        return tiles;
    }

    /** The rows that a list leads to. */
    static List<String> rows(String page) {
        return ROW.matcher(page).results().map(row -> row.group(1)).distinct().toList();
    }

    /** The page that follows a list's; empty if none does. */
    static String next(String page) {
        var next = NEXT.matcher(page);
        return next.find() ? next.group(1).replace("&amp;", "&") : "";
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
