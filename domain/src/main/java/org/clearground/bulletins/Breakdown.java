// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.util.List;

/**
 * Figures split by one dimension. The lines of a column add up to the figure of the whole.
 *
 * @param lines in order of their key
 */
public record Breakdown(Dimension dimension, List<FigureDefinition> columns, List<Line> lines) {

    public Breakdown {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param key code of the organisation, district or category; the day as ISO date
     * @param figures one for each column
     */
    public record Line(String key, List<Figure> figures) {
        public Line {
            figures = List.copyOf(figures);
        }
    }
}
