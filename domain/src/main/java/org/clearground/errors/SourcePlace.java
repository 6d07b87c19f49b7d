// SPDX-License-Identifier: Apache-2.0
package org.clearground.errors;

import org.jspecify.annotations.Nullable;

/**
 * Where in a received file something stands.
 *
 * @param file its name as sent
 * @param sheet of a workbook; null elsewhere
 * @param row as a spreadsheet counts, the heading being row 1; for GeoJSON, JSON and KML the feature, report or placemark, from 1; null
 *     when the whole file is meant
 * @param column its heading, or the property's name; null when the whole row is meant
 */
public record SourcePlace(String file, @Nullable String sheet, @Nullable Integer row, @Nullable String column) {

    public static SourcePlace wholeFile(String file) {
        return new SourcePlace(file, null, null, null);
    }
}
