// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clearground.commands.Application;
import org.clearground.errors.ProblemException;
import org.clearground.ledger.Digest;
import org.clearground.ledger.Verification;
import org.clearground.storage.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    @TempDir
    private Path directory = Path.of(".");

    @SuppressWarnings("NullAway.Init")
    private Application application;

    @BeforeEach
    void make() {
        application = Application.create(directory.resolve("store"), "aze", "test");
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void aCopyIsOneFileThatOpensAsAStoreAndHolds() throws IOException {
        var file = directory.resolve("copy.gpkg");

        var made = application.backups().make(file, "test");

        assertThat(Files.size(file)).isEqualTo(made.bytes());
        assertThat(Digest.of(Files.readAllBytes(file))).isEqualTo(made.digest());
        assertThat(Files.readString(directory.resolve("copy.gpkg.sha256")))
                .isEqualTo(made.digest().hex() + "  copy.gpkg\n");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var names = Files.list(directory)) {
            assertThat(names.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrder("store", "copy.gpkg", "copy.gpkg.sha256");
        }
        var restored = Files.createDirectory(directory.resolve("restored"));
        Files.copy(file, restored.resolve(Store.FILE));
        try (var again = Application.open(restored)) {
            var verified = again.verification().run(true, "test", (done, of) -> {});
            assertThat(verified.fault()).isEmpty();
            assertThat(verified.verification().entries())
                    .isEqualTo(made.verification().entries());
        }
    }

    @Test
    void aCopyIsMadeWhileOthersWrite() throws InterruptedException {
        var stop = new AtomicBoolean();
        var writer = new Thread(() -> {
            for (int i = 0; !stop.get(); i++) {
                int number = i;
                application.store().write(transaction -> transaction
                        .sql()
                        .sql(
                                "insert into draft (id, owner, form, title, answers, changed_at_ms) values (?, '', '', '', '', 0)")
                        .param("d" + number)
                        .update());
            }
        });
        writer.start();
        try {
            for (int i = 0; i < 5; i++) {
                var made = application.backups().make(directory.resolve("copy" + i), "test");
                assertThat(made.verification().broken()).isNull();
            }
        } finally {
            stop.set(true);
            writer.join();
        }
    }

    @Test
    void aFileThatIsThereIsNeverReplaced() throws IOException {
        var file = Files.writeString(directory.resolve("precious.gpkg"), "precious");

        assertThatThrownBy(() -> application.backups().make(file, "test"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("never replaces a file");
        assertThatThrownBy(() -> application.backups().make(directory, "test"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is a directory");
        assertThatThrownBy(() -> application.backups().make(directory.resolve("nowhere/copy"), "test"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("make it first");
        assertThat(Files.readString(file)).isEqualTo("precious");
    }

    @Test
    void aStoreThatDoesNotHoldGivesNoBackup() {
        application.store().write(transaction -> transaction
                .sql()
                .sql("update ledger set actor = 'somebody else' where seq = 1")
                .update());
        var file = directory.resolve("copy.gpkg");

        assertThatThrownBy(() -> application.backups().make(file, "test"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("does not hold");
        assertThat(directory.resolve("copy.gpkg")).doesNotExist();
        assertThat(directory.resolve("copy.gpkg.part")).doesNotExist();
        assertThat(directory.resolve("copy.gpkg.sha256")).doesNotExist();
        assertThat(application.store().read(Verification::of).broken()).isNotNull();
    }
}
