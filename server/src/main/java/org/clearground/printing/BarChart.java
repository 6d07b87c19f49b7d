// SPDX-License-Identifier: Apache-2.0
package org.clearground.printing;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Values over time as an SVG of bars that stands alone: every bar says its value, and a step without a value is a gap with a
 * dash, never a bar of nothing.
 */
public final class BarChart {

    private static final int STEP = 44;
    private static final int EDGE = 6;
    private static final int HIGHEST = 92;
    private static final int ABOVE = 16;
    private static final int BELOW = 18;
    private static final String DASH = "–";

    private BarChart() {}

    /**
     * One bar.
     *
     * @param step what stands below it
     * @param said its value as it is printed above it, short
     * @param marked whether it is the one that the page is about
     */
    public record Bar(String step, OptionalLong value, String said, boolean marked) {}

    /** The picture, as wide as there are bars. */
    public static String draw(String title, List<Bar> bars) {
        int width = bars.size() * STEP + 2 * EDGE;
        int height = ABOVE + HIGHEST + BELOW;
        int ground = ABOVE + HIGHEST;
        long most = bars.stream().mapToLong(bar -> bar.value().orElse(0)).max().orElse(0);
        var out =
                new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                        + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"Noto Sans\"><title>"
                        + DistrictOutlines.escaped(title) + "</title>");
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"M%d %d.5H%d\" stroke=\"#6b777b\" stroke-width=\"0.8\"/>",
                EDGE,
                ground,
                width - EDGE));
        for (int i = 0; i < bars.size(); i++) {
            var bar = bars.get(i);
            double middle = EDGE + (i + 0.5) * STEP;
            double high = most == 0 ? 0 : (double) HIGHEST * bar.value().orElse(0) / most;
            if (high > 0) {
                out.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.2f\" width=\"%d\" height=\"%.2f\" fill=\"%s\"/>",
                        middle - STEP / 2.0 + 6,
                        ground - high,
                        STEP - 12,
                        high,
                        bar.marked() ? "#12525c" : "#7fa6ab"));
            }
            text(out, middle, ground - high - 4, bar.value().isPresent() ? bar.said() : DASH, bar.marked());
            text(out, middle, ground + 13, bar.step(), bar.marked());
        }
        return out.append("</svg>").toString();
    }

    private static void text(StringBuilder out, double x, double y, String text, boolean marked) {
        out.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"9.5\" text-anchor=\"middle\" fill=\"#17252a\"%s>",
                        x,
                        y,
                        marked ? " font-weight=\"bold\"" : ""))
                .append(DistrictOutlines.escaped(text))
                .append("</text>");
    }
}
