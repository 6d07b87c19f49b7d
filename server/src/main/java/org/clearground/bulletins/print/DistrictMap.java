// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins.print;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.clearground.bulletins.FigureDefinition;
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

    /** Of districts of which nobody reported. */
    private static final String HATCHING =
            "<pattern id=\"absent\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\">"
                    + "<rect width=\"7\" height=\"7\" fill=\"#eef1f1\"/>"
                    + "<path d=\"M-2 2L2-2M0 7L7 0M5 9L9 5\" stroke=\"#8a979b\" stroke-width=\"0.8\"/></pattern>";

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
        var out = new StringBuilder(
                "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>" + HATCHING);
        outlines.codes().forEach(code -> out.append("<path id=\"d-")
                .append(DistrictOutlines.escaped(code))
                .append("\" fill-rule=\"evenodd\" d=\"")
                .append(outlines.outline(code).path())
                .append("\"/>"));
        return out.append("</defs></svg>").toString();
    }

    /** How a map is drawn. */
    private enum Form {
        /** With outlines that {@link #shared} brought along, as pages with many maps have it. */
        ON_A_PAGE,
        /** With everything that it needs, for paper. */
        ALONE
    }

    /** On a page that holds {@link #shared}: a figure of each district, absent where nobody reported. */
    public String draw(String title, FigureDefinition definition, List<EditionFigures.Line> lines, Wording wording) {
        return draw(Form.ON_A_PAGE, title, definition, lines, wording);
    }

    /** The same as a picture that needs no page. */
    public String drawAlone(
            String title, FigureDefinition definition, List<EditionFigures.Line> lines, Wording wording) {
        return draw(Form.ALONE, title, definition, lines, wording);
    }

    private String draw(
            Form form, String title, FigureDefinition definition, List<EditionFigures.Line> lines, Wording wording) {
        var values = new LinkedHashMap<String, OptionalLong>();
        lines.forEach(line -> values.put(line.key(), line.value(definition).value()));
        long most = values.values().stream()
                .mapToLong(value -> value.orElse(0))
                .max()
                .orElse(0);
        var out = new StringBuilder(
                switch (form) {
                    case ON_A_PAGE -> outlines.opening(title);
                    case ALONE -> outlines.openingAlone(title) + "<defs>" + HATCHING + "</defs>";
                });
        for (var code : outlines.codes()) {
            boolean reported = value(values, code).isPresent();
            out.append(
                            switch (form) {
                                case ON_A_PAGE -> "<use href=\"#d-" + DistrictOutlines.escaped(code) + "\"";
                                case ALONE ->
                                    "<path fill-rule=\"evenodd\" d=\""
                                            + outlines.outline(code).path() + "\"";
                            })
                    .append(" stroke=\"#6b777b\" stroke-width=\"0.7\" fill=\"")
                    .append(reported ? "#ffffff" : "url(#absent)")
                    .append("\"/>");
        }
        lines.stream()
                .filter(line -> outlines.codes().contains(line.key())
                        && value(values, line.key()).orElse(0) > 0)
                .sorted(Comparator.comparingLong(
                        (EditionFigures.Line line) -> -value(values, line.key()).orElse(0)))
                .forEach(line -> circle(
                        out,
                        outlines.outline(line.key()),
                        Math.max(
                                SMALLEST_CIRCLE,
                                LARGEST_CIRCLE
                                        * Math.sqrt((double) value(values, line.key())
                                                        .orElse(0)
                                                / most)),
                        line.names().getOrDefault(wording.language(), line.key()) + ": "
                                + wording.value(definition, value(values, line.key()))));
        for (var code : outlines.codes()) {
            var value = value(values, code);
            if (value.isPresent()) {
                var label = wording.shortly(definition, value);
                out.append(
                        switch (form) {
                            case ON_A_PAGE -> outlines.label(code, label);
                            case ALONE -> outlines.labelAlone(code, label);
                        });
            }
        }
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

    private static OptionalLong value(Map<String, OptionalLong> values, String code) {
        return values.getOrDefault(code, OptionalLong.empty());
    }
}
