// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearground.reports.ReportPicture.Pictured;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.databind.json.JsonMapper;

/** Pictures of faults as GeoJSON (RFC 7946), which any map opens. */
public final class PictureJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DECIMALS = 9;

    private PictureJson() {}

    /** A collection of what {@link #feature} gives. */
    public static Map<String, @Nullable Object> collection(List<Map<String, @Nullable Object>> features) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("type", "FeatureCollection");
        map.put("features", features);
        return map;
    }

    /**
     * One thing of a picture.
     *
     * @param about properties that say whose it is
     */
    public static Map<String, @Nullable Object> feature(
            Pictured pictured, Map<String, ? extends @Nullable Object> about) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("code", pictured.code().name());
        properties.put("role", pictured.drawn().role().name());
        properties.put("question", pictured.question());
        properties.putAll(about);
        var finding = pictured.finding();
        if (finding != null) {
            properties.put("row", finding.place().row());
        }
        return featureOf(geometry(pictured.drawn().geometry(), DECIMALS), properties);
    }

    /**
     * A feature of a geometry and its properties.
     *
     * @param geometry as {@link #geometry} gives it; null for none
     */
    public static Map<String, @Nullable Object> featureOf(
            @Nullable Object geometry, Map<String, @Nullable Object> properties) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("type", "Feature");
        map.put("geometry", geometry);
        map.put("properties", properties);
        return map;
    }

    /** A geometry as objects and lists. */
    public static Object geometry(Geometry geometry, int decimals) {
        var writer = new GeoJsonWriter(decimals);
        writer.setEncodeCRS(false);
        return JSON.readTree(writer.write(geometry));
    }

    /** All properties in one list, for callers that gather them. */
    public static List<Map<String, @Nullable Object>> features(
            List<Pictured> things, Map<String, ? extends @Nullable Object> about) {
        var features = new ArrayList<Map<String, @Nullable Object>>();
        things.forEach(thing -> features.add(feature(thing, about)));
        return features;
    }
}
