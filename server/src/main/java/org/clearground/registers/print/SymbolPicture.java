// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers.print;

import org.clearground.registers.Symbol;

/** What stands beside the words of a legend, drawn from the same description as the map. */
public final class SymbolPicture {

    private static final int WIDTH = 28;

    private SymbolPicture() {}

    /**
     * A small picture.
     *
     * @param id of its hatching, different from every other on the page
     */
    public static String svg(Symbol.Look look, String id) {
        int width = look.sign().isEmpty() ? WIDTH : 2 * WIDTH - 4;
        var out = new StringBuilder("<svg class=\"swatch\" width=\"")
                .append(width)
                .append("\" height=\"20\" viewBox=\"0 0 ")
                .append(width)
                .append(" 20\" aria-hidden=\"true\">");
        if (!look.sign().isEmpty()) {
            sign(out, look.sign(), look.colour(), WIDTH + 4);
        }
        switch (look.form()) {
            case SIGN -> sign(out, look.drawing(), look.colour(), 6);
            case GROUND, BORDER -> {
                if (!look.drawing().isEmpty()) {
                    out.append("<pattern id=\"")
                            .append(id)
                            .append(
                                    "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path fill=\"none\" stroke=\"")
                            .append(look.colour())
                            .append("\" d=\"")
                            .append(look.drawing())
                            .append("\"/></pattern>");
                }
                out.append("<rect x=\"1.5\" y=\"1.5\" width=\"25\" height=\"17\" fill=\"")
                        .append(look.drawing().isEmpty() ? "none" : "url(#" + id + ")")
                        .append("\" stroke=\"")
                        .append(look.colour())
                        .append("\" stroke-width=\"1.8\"");
                if (!look.dashes().isEmpty()) {
                    out.append(" stroke-dasharray=\"").append(look.dashes()).append('"');
                }
                out.append("/>");
            }
        }
        return out.append("</svg>").toString();
    }

    private static void sign(StringBuilder out, String drawing, String colour, int left) {
        out.append("<path transform=\"translate(")
                .append(left)
                .append(" 2)\" stroke=\"#17252a\" stroke-width=\"1.2\" fill=\"")
                .append(colour)
                .append("\" d=\"")
                .append(drawing)
                .append("\"/>");
    }
}
