// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final String ADD = "insert into node (id) values (?)";

    @TempDir
    Path folder;

    @Test
    void aProgrammeThatHasWrittenLetsOthersWrite() {
        try (var server = Store.create(folder.resolve("store"));
                var operator = Store.open(folder.resolve("store"))) {
            var told = new ArrayList<String>();
            operator.onWaiting(told::add);

            for (var name : new String[] {"one", "two", "three"}) {
                server.write(tx -> tx.sql().sql(ADD).param("server " + name).update());
                operator.write(tx -> tx.sql().sql(ADD).param("operator " + name).update());
            }

            assertThat(told).isEmpty();
            assertThat(server.<Long>read(tx -> tx.sql()
                            .sql("select count(*) from node")
                            .query(Long.class)
                            .single()))
                    .isEqualTo(6);
        }
    }
}
