// SPDX-License-Identifier: Apache-2.0
package org.clearground.imports;

/** What kinds of file can be taken in. */
public enum FileKind {
    CSV("text/csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    GEOJSON("application/geo+json"),
    JSON("application/json"),
    KML("application/vnd.google-earth.kml+xml");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
