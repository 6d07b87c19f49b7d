// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearground.bench.Bench.Settings;
import org.clearground.geo.CountedGround;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Cleared ground counted once, whole and by district, beside PostGIS on the same polygons. */
final class CountingBench {

    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final int DISTRICTS = 20;
    private static final int WARM_UP = 10;
    private static final double SAME = 1e-6;

    /** What a person would write. */
    private static final String UNION = "select ST_Area(ST_Union(ground)::geography) from cleared";

    /** What one would write who knows that a union of what lies apart is wasted. */
    private static final String UNION_BY_CLUSTER =
            """
            select sum(ST_Area(ground::geography)) from (
                select ST_Union(ground) ground from (
                    select ground, ST_ClusterDBSCAN(ground, 0, 1) over () cluster from cleared) clustered
                group by cluster) apart""";

    private static final String BY_DISTRICT =
            """
            select district.id, ST_Area(ST_Union(
                case when ST_CoveredBy(cleared.ground, district.ground) then cleared.ground
                else ST_Intersection(cleared.ground, district.ground) end)::geography)
            from district join cleared on ST_Intersects(cleared.ground, district.ground)
            group by district.id order by district.id""";

    private CountingBench() {}

    /** Seconds of each run. */
    private record Runs(Samples ours, Samples decoded, Samples theirs, Samples theirsByCluster) {

        Runs() {
            this(new Samples(), new Samples(), new Samples(), new Samples());
        }
    }

    static Table measure(Settings settings) throws IOException, InterruptedException, ParseException {
        var server = PostGis.start();
        try {
            var table = new Table("Ground counted once", explanation(server));
            for (int size : SIZES) {
                lines(table, settings, size, server);
            }
            return table;
        } finally {
            if (server.isPresent()) {
                server.get().stop();
            }
        }
    }

    private static String explanation(Optional<PostGis> server) throws IOException, InterruptedException {
        var what =
                "Invented clearance polygons of 8 to 31 vertices and 0.2 to 4 ha with seven decimals, 20 in 100 of them in"
                        + " pairs that overlap, and " + DISTRICTS
                        + " districts with winding borders. Ours: every polygon checked, put on the grid, its newly counted"
                        + " ground kept as a shape, overlaps listed, areas on the ellipsoid; from geometries in memory, and with"
                        + " the reading of their WKB. Not counted: " + WARM_UP + " runs before, to warm up.";
        if (server.isEmpty()) {
            return what + " PostgreSQL with PostGIS is not installed here, so there is nothing beside it.";
        }
        return what + " In turn with PostGIS ("
                + server.get().ask("select postgis_lib_version()").rows().get(0)
                + ", GEOS "
                + server.get().ask("select postgis_geos_version()").rows().get(0)
                + ", PostgreSQL "
                + server.get().ask("show server_version").rows().get(0)
                + "), one run to warm up: `" + UNION + "`, the same by cluster `"
                + UNION_BY_CLUSTER.replaceAll("\\s+", " ") + "`, and by district `"
                + BY_DISTRICT.replaceAll("\\s+", " ")
                + "`, with GiST indexes, shared_buffers 512 MB, work_mem 256 MB, workers as PostgreSQL sets them. A run"
                + " in which any area differs by more than a millionth fails.";
    }

    private static void lines(Table table, Settings settings, int size, Optional<PostGis> server)
            throws IOException, InterruptedException, ParseException {
        Bench.progress("counting: making " + size + " polygons");
        var maker = new GroundMaker(size);
        var cleared = written(maker.cleared(size));
        var districts = written(maker.districts(DISTRICTS));
        if (server.isPresent()) {
            server.get().fill("cleared", hexadecimal(cleared));
            server.get().fill("district", hexadecimal(districts));
            server.get().ask(UNION);
            server.get().ask(UNION_BY_CLUSTER);
            server.get().ask(BY_DISTRICT);
        }
        for (int i = 0; i < WARM_UP; i++) {
            CountedGround.of(read(cleared)).byArea(read(districts));
        }
        var whole = new Runs();
        var byDistrict = new Runs();
        for (int run = 0; run < settings.runs(); run++) {
            double squareMetres = ours(cleared, whole);
            var parts = ours(cleared, districts, byDistrict);
            if (server.isPresent()) {
                var union = server.get().ask(UNION);
                whole.theirs().add(union.milliseconds() / 1000);
                requireSame(
                        "union", squareMetres, Double.parseDouble(union.rows().get(0)));
                var clustered = server.get().ask(UNION_BY_CLUSTER);
                whole.theirsByCluster().add(clustered.milliseconds() / 1000);
                requireSame(
                        "union by cluster",
                        squareMetres,
                        Double.parseDouble(clustered.rows().get(0)));
                var split = server.get().ask(BY_DISTRICT);
                byDistrict.theirs().add(split.milliseconds() / 1000);
                for (var row : split.rows()) {
                    int district = Integer.parseInt(row.substring(0, row.indexOf('|')));
                    requireSame(
                            "district " + district,
                            parts.inside().get(district),
                            Double.parseDouble(row.substring(row.indexOf('|') + 1)));
                }
            }
            Bench.progress("counting " + size + ", run " + (run + 1) + ": "
                    + whole.ours().all(2) + " s, PostGIS "
                    + whole.theirs().all(2) + " s, by cluster "
                    + whole.theirsByCluster().all(2) + " s; by district "
                    + byDistrict.ours().all(2) + " s, PostGIS "
                    + byDistrict.theirs().all(2) + " s");
        }
        var polygons = Samples.written(size, 0) + " polygons";
        lines(table, polygons + ", counted once", whole);
        lines(table, polygons + ", counted once and by district", byDistrict);
    }

    private static void lines(Table table, String what, Runs runs) {
        table.line(what, runs.ours(), 2, "s").line(what + ", reading included", runs.decoded(), 2, "s");
        if (!runs.theirs().isEmpty()) {
            table.line(what + ", PostGIS", runs.theirs(), 2, "s")
                    .atLeast(1.5, what + ", PostGIS against ours", runs.theirs().dividedBy(runs.ours()), 2, "");
            table.line(
                    what + ", PostGIS against ours, reading included",
                    runs.theirs().dividedBy(runs.decoded()),
                    2,
                    "");
        }
        if (!runs.theirsByCluster().isEmpty()) {
            table.line(what + ", PostGIS by cluster", runs.theirsByCluster(), 2, "s")
                    .atLeast(
                            1.5,
                            what + ", PostGIS by cluster against ours",
                            runs.theirsByCluster().dividedBy(runs.ours()),
                            2,
                            "");
        }
    }

    private static double ours(List<byte[]> cleared, Runs runs) throws ParseException {
        long begin = System.nanoTime();
        var polygons = read(cleared);
        long read = System.nanoTime();
        double squareMetres = CountedGround.of(polygons).squareMetres();
        add(runs, begin, read);
        return squareMetres;
    }

    private static CountedGround.ByArea ours(List<byte[]> cleared, List<byte[]> districts, Runs runs)
            throws ParseException {
        long begin = System.nanoTime();
        var polygons = read(cleared);
        var areas = read(districts);
        long read = System.nanoTime();
        var parts = CountedGround.of(polygons).byArea(areas);
        add(runs, begin, read);
        return parts;
    }

    private static void add(Runs runs, long begin, long read) {
        long end = System.nanoTime();
        runs.ours().add((end - read) / 1e9);
        runs.decoded().add((end - begin) / 1e9);
    }

    private static void requireSame(String what, double ours, double theirs) {
        if (!(Math.abs(ours - theirs) <= SAME * theirs)) {
            throw new IllegalStateException(what + ": " + ours + " m² here, " + theirs + " m² in PostGIS");
        }
    }

    private static List<byte[]> written(List<Polygon> polygons) {
        var writer = new WKBWriter(2, true);
        return polygons.stream().map(writer::write).toList();
    }

    private static List<String> hexadecimal(List<byte[]> written) {
        return written.stream().map(WKBWriter::toHex).toList();
    }

    private static List<Geometry> read(List<byte[]> written) throws ParseException {
        var reader = new WKBReader();
        var read = new ArrayList<Geometry>();
        for (var bytes : written) {
            read.add(reader.read(bytes));
        }
        return read;
    }
}
