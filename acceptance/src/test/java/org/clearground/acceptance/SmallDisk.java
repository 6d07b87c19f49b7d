// SPDX-License-Identifier: Apache-2.0
package org.clearground.acceptance;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a few megabytes in memory. Tests that need one are skipped where nobody may mount. */
final class SmallDisk implements AutoCloseable {

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    static SmallDisk of(Path directory, String size) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (Programmes.run("mount", "-t", "tmpfs", "-o", "size=" + size, "clearground-test", directory.toString())
                        .code()
                != 0) {
            abort("needs the right to mount a small disk: run it as root on Linux");
        }
        return new SmallDisk(directory);
    }

    Path directory() {
        return directory;
    }

    void grow(String size) {
        remount("size=" + size);
    }

    void readOnly() {
        remount("ro");
    }

    private void remount(String how) {
        Programmes.run("mount", "-o", "remount," + how, directory.toString()).with(0);
    }

    /** Writes until nothing more fits. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(directory.resolve("filling"))) {
            var block = new byte[512];
            for (long written = 0; written < 1L << 30; written += block.length) {
                out.write(block);
            }
        } catch (IOException full) {
            return;
        }
        throw new IOException("the disk never filled up");
    }

    void free() throws IOException {
        Files.delete(directory.resolve("filling"));
    }

    @Override
    public void close() {
        Programmes.run("umount", directory.toString()).with(0);
    }
}
