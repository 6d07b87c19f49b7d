// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the SQLite driver unpacks its native library: the machine's temporary directory, or the data directory where
 * that one is full or missing.
 */
final class NativeLibrary {

    private static final String PLACE = "org.sqlite.tmpdir";
    private static final long NEEDED_BYTES = 8L << 20;

    private NativeLibrary() {}

    static void prepare(Path dataDirectory) {
        if (System.getProperty(PLACE) != null) {
            return;
        }
        var usual = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            if (Files.isWritable(usual) && Files.getFileStore(usual).getUsableSpace() > NEEDED_BYTES) {
                return;
            }
        } catch (IOException unknown) {
            // then the data directory serves
        }
        System.setProperty(PLACE, dataDirectory.toAbsolutePath().toString());
    }
}
