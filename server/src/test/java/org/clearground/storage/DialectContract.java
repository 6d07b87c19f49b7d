// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** What every store must do alike, whatever its database. */
interface DialectContract {

    GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

    Store emptyStore();

    @Test
    default void keepsAGeometryToTheLastBit() throws ParseException {
        var dialect = emptyStore().dialect();
        for (var text : List.of(
                "POINT(46.123456789012345 39.987654321098765)",
                "MULTIPOLYGON(((46 39, 46.1 39, 46.1 39.1, 46 39)),((47 39, 47.1 39, 47.1 39.1, 47 39)))",
                "POLYGON((46 39, 46.1 39, 46.1 39.1, 46 39.1, 46 39),(46.04 39.04, 46.06 39.04, 46.06 39.06, 46.04 39.04))")) {
            var geometry = new WKTReader(WGS84).read(text);

            Geometry back = dialect.decode(dialect.encode(geometry));

            assertThat(back.equalsExact(geometry)).as(text).isTrue();
            assertThat(back.getSRID()).isEqualTo(4326);
        }
    }

    /** The index may offer too much, never too little: what touches a box is among what it offers. */
    @Test
    default void offersEveryFeatureThatTouchesABox() {
        var store = emptyStore();
        var random = new Random(7);
        var points = new ArrayList<Coordinate>();
        for (int i = 0; i < 500; i++) {
            points.add(new Coordinate(46 + random.nextDouble(), 39 + random.nextDouble()));
        }
        insertSettlements(store, points, false);

        assertOffersAllWithin(store, points, new Envelope(46.2, 46.4, 39.2, 39.5));
    }

    @Test
    default void keepsTheIndexInStepWhenMuchIsLoadedAtOnce() {
        var store = emptyStore();
        var random = new Random(8);
        var points = new ArrayList<Coordinate>();
        for (int i = 0; i < 500; i++) {
            points.add(new Coordinate(46 + random.nextDouble(), 39 + random.nextDouble()));
        }
        insertSettlements(store, points, true);
        var later = List.of(new Coordinate(46.3, 39.3));
        insertSettlements(store, later, false);
        points.addAll(later);

        assertOffersAllWithin(store, points, new Envelope(46.2, 46.4, 39.2, 39.5));
    }

    private static void insertSettlements(Store store, List<Coordinate> points, boolean much) {
        store.write(transaction -> {
            try {
                var rows = new FeatureRows(transaction, "settlements", much);
                for (var point : points) {
                    var insert = transaction.prepared("insert into settlements (fid, geom, code, names, aliases,"
                            + " valid_from, known_from_ms) values (?, ?, 'x', '{}', '[]', '1900-01-01', 0)");
                    insert.setLong(1, rows.nextFid());
                    insert.setBytes(2, rows.encode(WGS84.createPoint(point)));
                    rows.insert(insert, new Envelope(point));
                }
                rows.complete();
                return points.size();
            } catch (java.sql.SQLException failed) {
                throw StorageProblem.of(failed);
            }
        });
    }

    private static void assertOffersAllWithin(Store store, List<Coordinate> points, Envelope box) {
        var within = new TreeSet<Long>();
        for (int i = 0; i < points.size(); i++) {
            if (box.covers(points.get(i))) {
                within.add(i + 1L);
            }
        }

        var offered = store.read(transaction -> transaction
                .sql()
                .sql("select fid from settlements where "
                        + transaction.dialect().touchesBox("settlements") + " order by fid")
                .params(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY())
                .query(Long.class)
                .list());

        var oneByOne = store.read(transaction -> transaction
                .sql()
                .sql("select t.fid from settlements t where "
                        + transaction.dialect().touchesBox("settlements", "t.fid") + " order by t.fid")
                .params(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY())
                .query(Long.class)
                .list());

        var alone = store.read(transaction -> transaction
                .sql()
                .sql("select fid from (" + transaction.dialect().inBox("settlements") + ") order by fid")
                .params(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY())
                .query((row, number) -> row.getLong(1))
                .list());

        assertThat(within).isNotEmpty();
        assertThat(alone).isEqualTo(offered);
        assertThat(oneByOne).isEqualTo(offered);
        assertThat(offered).containsAll(within);
        assertThat(offered).hasSizeLessThan(within.size() + 5);
    }

    @Test
    default void theBoxOfWhatIsKeptIsThatOfTheGeometry() throws ParseException {
        var dialect = emptyStore().dialect();
        for (var text : List.of(
                "POINT (46.5 39.25)",
                "LINESTRING (46 39, 47 40)",
                "POLYGON ((46 39, 47 39, 47 40, 46 39))",
                "MULTIPOLYGON (((46 39, 47 39, 47 40, 46 39)), ((48 41, 49 41, 49 42, 48 41)))")) {
            var geometry = new WKTReader(WGS84).read(text);

            var box = dialect.box(dialect.encode(geometry));

            assertThat(box.toString()).isEqualTo(geometry.getEnvelopeInternal().toString());
        }
    }

    @Test
    default void aFailedStepLeavesNothing() {
        var store = emptyStore();
        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> store.write(transaction -> {
                    transaction
                            .sql()
                            .sql("insert into node (id) values ('half done')")
                            .update();
                    throw new IllegalStateException("stop here");
                }));

        assertThat(store.<Long>read(transaction -> transaction
                        .sql()
                        .sql("select count(*) from node")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    default void readersSeeOneStateWhileAWriterGoesOn() {
        var store = emptyStore();

        var counts = store.read(reader -> {
            long before = reader.sql()
                    .sql("select count(*) from node")
                    .query(Long.class)
                    .single();
            store.write(transaction -> transaction
                    .sql()
                    .sql("insert into node (id) values ('new')")
                    .update());
            long after = reader.sql()
                    .sql("select count(*) from node")
                    .query(Long.class)
                    .single();
            return List.of(before, after);
        });

        assertThat(counts).containsExactly(0L, 0L);
    }
}
