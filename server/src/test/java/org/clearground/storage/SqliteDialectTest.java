// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDialectTest implements DialectContract {

    @TempDir
    private Path directory = Path.of(".");

    private @Nullable Store store;

    @Override
    public Store emptyStore() {
        var fresh = Store.create(directory.resolve(UUID.randomUUID().toString()));
        store = fresh;
        return fresh;
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }
}
