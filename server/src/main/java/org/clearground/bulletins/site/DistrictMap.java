// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.site;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.clearground.packs.Packs;
import org.clearground.printing.DistrictOutlines;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Draws the districts of the country as SVG, each with a circle as large as its number. */
public final class DistrictMap {

    private static final int WIDTH = 640;
    private static final int MOST_HEIGHT = 1280;
    private static final double LARGEST_CIRCLE = 26;
    private static final double SMALLEST_CIRCLE = 2.5;

    private final String files;
    private final DistrictOutlines outlines;

    private static volatile @Nullable DistrictMap last;

    private DistrictMap(String files, DistrictOutlines outlines) {
        this.files = files;
        this.outlines = outlines;
    }

    /** The districts of the pack in force; thinned once for as long as it stays so. */
    public static DistrictMap of(Transaction transaction) {
        var files = Packs.filesInForce(transaction);
        var known = last;
        if (known == null || !known.files.equals(files)) {
            known = new DistrictMap(files, new DistrictOutlines(districts(transaction), WIDTH, MOST_HEIGHT));
            last = known;
        }
        return known;
    }

    private static Map<String, Geometry> districts(Transaction transaction) {
        var districts = new LinkedHashMap<String, Geometry>();
        transaction
                .sql()
                .sql("select code, geom from districts where known_to_ms is null order by fid")
                .query(row -> {
                    districts.put(row.getString(1), transaction.dialect().decode(row.getBytes(2)));
                });
        return districts;
    }

    /** The outlines and hatchings, once for all drawings of a page; nothing of it is seen by itself. */
    public String shared() {
        var out = new StringBuilder("<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>"
                + "<pattern id=\"absent\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">"
                + "<rect width=\"7\" height=\"7\" fill=\"#eef1f1\"/>"
                + "<path d=\"M-2 2L2-2M0 7L7 0M5 9L9 5\" stroke=\"#8a979b\" stroke-width=\"0.8\"/></pattern>");
        outlines.codes().forEach(code -> out.append("<path id=\"d-")
                .append(DistrictOutlines.escaped(code))
                .append("\" fill-rule=\"evenodd\" d=\"")
                .append(outlines.outline(code).path())
                .append("\"/>"));
        return out.append("</defs></svg>").toString();
    }

    /**
     * One drawing.
     *
     * @param title what it shows
     * @param numbers by code of the district; empty or missing where nobody reported
     * @param said each number as it is printed, by code
     * @param labels the same, short enough to stand on the map
     * @param names of districts, by code
     */
    public String draw(
            String title,
            Map<String, OptionalLong> numbers,
            Map<String, String> said,
            Map<String, String> labels,
            Map<String, String> names) {
        long most = numbers.values().stream()
                .mapToLong(number -> number.orElse(0))
                .max()
                .orElse(0);
        var out = new StringBuilder(outlines.opening(title));
        outlines.codes().forEach(code -> out.append("<use href=\"#d-")
                .append(DistrictOutlines.escaped(code))
                .append("\" stroke=\"#6b777b\" stroke-width=\"0.7\" fill=\"")
                .append(number(numbers, code).isPresent() ? "#ffffff" : "url(#absent)")
                .append("\"/>"));
        outlines.codes().stream()
                .filter(code -> number(numbers, code).orElse(0) > 0)
                .sorted(Comparator.comparingLong(
                        (String code) -> -number(numbers, code).orElse(0)))
                .forEach(code -> circle(
                        out,
                        outlines.outline(code),
                        Math.max(
                                SMALLEST_CIRCLE,
                                LARGEST_CIRCLE
                                        * Math.sqrt(
                                                (double) number(numbers, code).orElse(0) / most)),
                        names.getOrDefault(code, code) + ": " + said.getOrDefault(code, "")));
        outlines.codes().stream()
                .filter(code -> number(numbers, code).isPresent())
                .forEach(code -> out.append(outlines.label(code, labels.getOrDefault(code, ""))));
        return out.append("</svg>").toString();
    }

    private static void circle(StringBuilder out, DistrictOutlines.Outline at, double radius, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#b3541e\" fill-opacity=\"0.45\""
                        + " stroke=\"#7a3208\"><title>",
                at.x(),
                at.y(),
                radius));
        out.append(DistrictOutlines.escaped(title)).append("</title></circle>");
    }

    private static OptionalLong number(Map<String, OptionalLong> numbers, String code) {
        return numbers.getOrDefault(code, OptionalLong.empty());
    }
}
