// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A feature collection (RFC 7946): one feature a report, its ground as geometry, everything else as properties. */
final class SampleGeoJson {

    private SampleGeoJson() {}

    static byte[] write(List<SampleReport> reports) {
        return SampleJson.lines(
                "{\"type\":\"FeatureCollection\",\"sample\":true,\"features\":[\n",
                reports.stream().map(SampleGeoJson::feature).toList(),
                "\n]}\n");
    }

    private static Map<String, @Nullable Object> feature(SampleReport report) {
        var properties = SampleJson.object(report);
        var feature = new LinkedHashMap<String, @Nullable Object>();
        feature.put("type", "Feature");
        feature.put("geometry", properties.remove("worked_ground"));
        feature.put("properties", properties);
        return feature;
    }
}
