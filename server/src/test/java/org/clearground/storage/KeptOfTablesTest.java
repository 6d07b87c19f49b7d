// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptOfTablesTest {

    private final Store store;
    private final AtomicInteger made = new AtomicInteger();
    private final KeptOfTables<Integer> kept = new KeptOfTables<>(10, "draft");

    KeptOfTablesTest(@TempDir Path directory) {
        this.store = Store.create(directory.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private int ask(Transaction transaction) {
        return kept.get(transaction, "what", made::incrementAndGet);
    }

    private void change(String table) {
        store.<Integer>write(transaction ->
                transaction.sql().sql("delete from " + table + " where false").update());
    }

    @Test
    void whatIsKeptIsMadeAgainWhenOneOfItsTablesChangesAndForNoOther() {
        assertThat(store.<Integer>read(this::ask)).isEqualTo(1);
        assertThat(store.<Integer>read(this::ask)).isEqualTo(1);

        change("account");
        assertThat(store.<Integer>read(this::ask)).isEqualTo(1);

        change("draft");
        assertThat(store.<Integer>read(this::ask)).isEqualTo(2);
    }

    @Test
    void whoeverHasChangedATableMakesItForItselfAndNobodyElseSeesIt() {
        assertThat(store.<Integer>read(this::ask)).isEqualTo(1);

        int own = store.<Integer>rehearse(transaction -> {
            transaction.sql().sql("delete from draft where false").update();
            return ask(transaction);
        });

        assertThat(own).isEqualTo(2);
        assertThat(store.<Integer>read(this::ask)).isEqualTo(1);
    }

    @Test
    void whatTheClockEndedIsMadeAgain() {
        int first =
                store.<Integer>read(transaction -> kept.get(transaction, "what", value -> true, made::incrementAndGet));
        int same =
                store.<Integer>read(transaction -> kept.get(transaction, "what", value -> true, made::incrementAndGet));
        int next = store.<Integer>read(
                transaction -> kept.get(transaction, "what", value -> value > 1, made::incrementAndGet));

        assertThat(first).isEqualTo(1);
        assertThat(same).isEqualTo(1);
        assertThat(next).isEqualTo(2);
        assertThat(store.<Integer>read(this::ask)).isEqualTo(2);
    }
}
