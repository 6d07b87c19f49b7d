// SPDX-License-Identifier: Apache-2.0
package org.clearground.registers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a register look on a map: told apart by their sign or hatching, never by colour alone. The map and its
 * legend follow from it.
 *
 * @param chosenBy an expression whose value chooses the look: over the register's source where the geometries are in its
 *     own table, else over the table of geometries under the name {@code s}
 * @param todayOnly whether the choice tells only how things stand; of another day all then have the last look
 * @param label the column that is written beside a row; null for none. Only where the geometries are in the register's
 *     own table
 * @param background whether it lies behind other registers without being asked for
 * @param fromZoom below this, as a background, it would only cover the map, and is not drawn
 * @param warns whether it lies over the ground of every other register, so that nothing hides it
 * @param looks in the order of the legend; what no other has the code of looks like the last
 */
public record Symbol(
        String chosenBy,
        boolean todayOnly,
        @Nullable String label,
        boolean background,
        int fromZoom,
        boolean warns,
        List<Look> looks) {

    /** What is drawn. */
    public enum Form {
        /** A sign at a place, with a light casing. */
        SIGN,
        /** Hatched and outlined. */
        GROUND,
        /** Only outlined. */
        BORDER
    }

    /**
     * How one kind looks.
     *
     * @param words key of the sentence that says what it is
     * @param codes values of {@code chosenBy} that look so
     * @param colour as in a style sheet
     * @param drawing path data of SVG: a sign in a box of 16 pixels, or a hatching on a tile of 8
     * @param dashes of its line, lengths in pixels with spaces between; empty for a whole line
     * @param sign for ground whose rows may also be points: the sign that these have, and ground too small for the scale;
     *     path data as of a drawing. Empty where rows are never points
     */
    public record Look(
            String words, Set<String> codes, Form form, String colour, String drawing, String dashes, String sign) {

        public Look {
            codes = Set.copyOf(codes);
        }

        /** Of rows that are all signs, or all ground. */
        public Look(String words, Set<String> codes, Form form, String colour, String drawing, String dashes) {
            this(words, codes, form, colour, drawing, dashes, "");
        }
    }

    public Symbol {
        looks = List.copyOf(looks);
        if (looks.isEmpty() || looks.size() > 255) {
            throw new IllegalArgumentException("a symbol has 1 to 255 looks, not " + looks.size());
        }
    }

    /** All rows look alike. */
    public static Symbol of(Look look) {
        return chosen("''", List.of(look));
    }

    /** Rows that look by the value of an expression, on whatever day. */
    public static Symbol chosen(String by, List<Look> looks) {
        return new Symbol(by, false, null, false, 0, false, looks);
    }

    /** Over everything else, its looks known only as things stand today. */
    public Symbol warning() {
        return new Symbol(chosenBy, true, label, background, fromZoom, true, looks);
    }

    /** Behind other registers, named by a column. */
    public Symbol behind(String labelColumn, int zoom) {
        return new Symbol(chosenBy, todayOnly, labelColumn, true, zoom, warns, looks);
    }

    /** Which of the looks a code has. */
    public int lookOf(@Nullable String code) {
        for (int i = 0; code != null && i < looks.size(); i++) {
            if (looks.get(i).codes().contains(code)) {
                return i;
            }
        }
        return looks.size() - 1;
    }
}
