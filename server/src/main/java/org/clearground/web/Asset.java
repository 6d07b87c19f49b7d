// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clearground.ledger.Digest;
import org.jspecify.annotations.Nullable;

/** A style sheet or script of the site. All of them are in the jar; no page asks another host for anything. */
final class Asset {

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String OPENLAYERS = "/META-INF/resources/webjars/ol/10.7.0/";

    /** Ours, and those of libraries by where their jars have them. A library's name says its version. */
    private static final Map<String, Asset> ALL = all();

    private final String name;
    private final byte[] content;
    private final String digest;

    private Asset(String name, byte[] content) {
        this.name = name;
        this.content = content;
        this.digest = Digest.of(content).abbreviated();
    }

    private static Map<String, Asset> all() {
        var all = new LinkedHashMap<String, Asset>();
        for (var own : new String[] {
            "administration.js",
            "clearground.css",
            "chart.js",
            "enter.js",
            "import.js",
            "map.css",
            "map.js",
            "map-draw.js",
            "map-layers.js",
            "map-looks.js",
            "map-measure.js",
            "map-position.js",
            "passkey.js"
        }) {
            all.put(own, read(own, "/static/" + own));
        }
        all.put("ol-10.7.0.js", read("ol-10.7.0.js", OPENLAYERS + "dist/ol.js"));
        all.put("ol-10.7.0.css", read("ol-10.7.0.css", OPENLAYERS + "ol.css"));
        all.put("uplot-1.6.30.js", read("uplot-1.6.30.js", UPLOT + "uPlot.iife.min.js"));
        all.put("uplot-1.6.30.css", read("uplot-1.6.30.css", UPLOT + "uPlot.min.css"));
        return all;
    }

    private static Asset read(String name, String resource) {
        try (@Nullable InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            return new Asset(name, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By its name; empty if there is none. */
    static Optional<Asset> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** One that is known to be there. */
    static Asset get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there is no asset " + name));
    }

    /** Where pages find it; the digest in it lets browsers keep it for ever. */
    String address() {
        return "/assets/" + name + "?" + digest;
    }

    /** Changes whenever the content does. */
    String digest() {
        return digest;
    }

    byte[] content() {
        return content.clone();
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** What browsers must be told it is. */
    String mediaType() {
        if (name.endsWith(".css")) {
            return "text/css;charset=UTF-8";
        }
        if (name.endsWith(".js")) {
            return "text/javascript;charset=UTF-8";
        }
        throw new IllegalStateException("no media type is known of " + name);
    }
}
