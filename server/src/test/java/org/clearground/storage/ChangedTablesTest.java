// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedTablesTest {

    @TempDir
    Path folder = Path.of(".");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "insert into node (id) values (?); node",
                "INSERT OR REPLACE INTO node values (?); node",
                "replace into node values (?); node",
                "update node set id = ?; node",
                "update or ignore node set id = ?; node",
                "delete from node where id = ?; node",
                "with gone as (select id from pack) delete from node where id in (select * from gone); node",
                "insert into node (id) values (?) on conflict (id) do update set id = excluded.id; node",
                "insert into \"node\" select id from pack; node"
            })
    void aStatementSaysWhatItChanges(String statement, String table) {
        assertThat(ChangedTables.tables(statement)).containsExactly(table);
    }

    @Test
    void aQuestionChangesNothing() {
        assertThat(ChangedTables.tables("select updated, inserted_into from node where deleted = 1"))
                .isEmpty();
    }

    private static String stamp(Store store, String table) {
        return store.read(transaction -> transaction.stamps(new TreeSet<>(List.of(table))));
    }

    private static void add(Transaction transaction, String name) {
        transaction.sql().sql("insert into node (id) values (?)").param(name).update();
    }

    @Test
    void onlyWhatWasWrittenIsStampedAndNothingThatWasTakenBack() {
        try (var store = Store.create(folder.resolve("store"))) {
            var node = stamp(store, "node");
            var pack = stamp(store, "pack");
            long version = store.version();

            store.<Boolean>rehearse(transaction -> {
                add(transaction, "never");
                return true;
            });
            assertThat(stamp(store, "node")).isEqualTo(node);
            assertThat(store.version()).isEqualTo(version);

            store.<Boolean>write(transaction -> {
                add(transaction, "one");
                return true;
            });
            assertThat(stamp(store, "node")).isNotEqualTo(node);
            assertThat(stamp(store, "pack")).isEqualTo(pack);
            assertThat(store.version()).isNotEqualTo(version);
        }
    }

    /** Two stores over one file see each other as two processes do. */
    @Test
    void whatAnotherProgrammeWritesIsSeen() {
        try (var server = Store.create(folder.resolve("store"));
                var command = Store.open(folder.resolve("store"))) {
            var node = stamp(server, "node");
            long version = server.version();

            command.<Boolean>write(transaction -> {
                add(transaction, "one");
                return true;
            });

            assertThat(server.version()).isNotEqualTo(version);
            assertThat(stamp(server, "node")).isNotEqualTo(node);
        }
    }

    @Test
    void aQuestionReadsTheTablesThatItsAnswerDependsOn() {
        try (var store = Store.create(folder.resolve("store"))) {
            store.<Boolean>read(transaction -> {
                assertThat(transaction.tablesOf(
                                "select category from finds where district = :here", Map.of("here", "")))
                        .containsExactly("finds");
                assertThat(transaction.tablesOf(
                                "select f.fid from finds f where f.report in (select id from report where report_no = 'x')",
                                Map.of()))
                        .containsExactly("finds", "report");
                assertThat(transaction.tablesOf("select count(*) from counted_ground", Map.of()))
                        .as("behind a view")
                        .containsExactly("land_posting");
                assertThat(transaction.tablesOf(
                                "select f.geom from finds f left join report r on r.id = f.report", Map.of()))
                        .as("joined to no use")
                        .containsExactly("finds");
                return true;
            });
        }
    }
}
