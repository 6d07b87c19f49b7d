// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class BulkIndexTest {

    @TempDir
    Path folder;

    /** Sizes around one node, one level and two. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 40, 51, 52, 80, 2_040, 2_041, 5_000})
    void anIndexFilledAtOnceIsWholeAndFindsEveryBox(int size) {
        var boxes = boxes(size, size);

        try (var store = Store.create(folder.resolve("store"))) {
            fill(store, boxes, 1);

            assertThat(check(store)).isEqualTo("ok");
            assertFinds(store, boxes);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 3_000})
    void moreIsPutIntoAnIndexThatHasSome(int size) {
        var all = boxes(size, 2 * size);

        try (var store = Store.create(folder.resolve("store"))) {
            fill(store, all.subList(0, size), 1);
            fill(store, all.subList(size, 2 * size), size + 1);

            assertThat(check(store)).isEqualTo("ok");
            assertFinds(store, all);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 3_000})
    void aFilledIndexTakesSingleBoxesInAndOut(int size) {
        var boxes = boxes(size, size);

        try (var store = Store.create(folder.resolve("store"))) {
            fill(store, boxes, 1);
            store.write(tx -> tx.sql()
                    .sql("delete from rtree_finds_geom where id % 3 = 0")
                    .update());
            for (int box = 2; box < size; box += 3) {
                var again = boxes.get(box);
                long fid = box + 1L;
                store.write(tx -> tx.sql()
                        .sql("insert into rtree_finds_geom values (?, ?, ?, ?, ?)")
                        .params(fid, again.getMinX(), again.getMaxX(), again.getMinY(), again.getMaxY())
                        .update());
            }

            assertThat(check(store)).isEqualTo("ok");
            assertFinds(store, boxes);
        }
    }

    private static List<Envelope> boxes(long seed, int size) {
        var random = new Random(seed);
        return LongStream.range(0, size)
                .mapToObj(any -> {
                    double x = random.nextDouble() * 40 - 20;
                    double y = random.nextDouble() * 40 - 20;
                    return random.nextBoolean()
                            ? new Envelope(x, x, y, y)
                            : new Envelope(x, x + random.nextDouble(), y, y + random.nextDouble());
                })
                .toList();
    }

    private static void fill(Store store, List<Envelope> boxes, long firstFid) {
        store.write(tx -> {
            var index = new BulkIndex(tx, "finds");
            try {
                long fid = firstFid;
                for (var box : boxes) {
                    index.add(fid++, box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            index.complete();
            return 0;
        });
    }

    private static String check(Store store) {
        return store.write(tx -> tx.sql()
                .sql("select rtreecheck('rtree_finds_geom')")
                .query(String.class)
                .single());
    }

    /** Every box that truly meets the window is found; others may be, by less than a millionth of a degree. */
    private static void assertFinds(Store store, List<Envelope> boxes) {
        for (var window :
                List.of(new Envelope(-30, 30, -30, 30), new Envelope(-3, 4, 1, 9), new Envelope(7.25, 7.5, -1, 0.5))) {
            var found = store.read(tx -> tx.sql()
                    .sql("select id from rtree_finds_geom where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?"
                            + " order by id")
                    .params(window.getMinX(), window.getMaxX(), window.getMinY(), window.getMaxY())
                    .query(Long.class)
                    .list());
            var wider = new Envelope(window);
            wider.expandBy(1e-5);

            assertThat(found)
                    .containsAll(meeting(boxes, window))
                    .isSubsetOf(meeting(boxes, wider))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Long> meeting(List<Envelope> boxes, Envelope window) {
        return LongStream.rangeClosed(1, boxes.size())
                .filter(fid -> boxes.get((int) fid - 1).intersects(window))
                .boxed()
                .toList();
    }
}
