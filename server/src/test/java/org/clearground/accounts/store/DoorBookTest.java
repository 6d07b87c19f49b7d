// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clearground.access.Account;
import org.clearground.access.Role;
import org.clearground.commands.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes while a large import writes is let in at once, and written down as soon as the import has ended. */
class DoorBookTest {

    private static final String PASSWORD = "a sentence to sign in by";

    @TempDir
    private Path directory = Path.of(".");

    private static List<AccessEvent.Kind> events(Application application) {
        return application.store().read(transaction -> new Accounts(transaction, application.clock())
                .eventsOf("gate", 10).stream().map(AccessEvent::kind).toList());
    }

    @Test
    void nobodyWaitsAtTheDoorForWhoeverWrites() throws InterruptedException {
        var writes = new CountDownLatch(1);
        var ends = new CountDownLatch(1);
        try (var application = Application.create(directory.resolve("store"), "aze", "test")) {
            application.store().<Boolean>write(transaction -> {
                var accounts = new Accounts(transaction, application.clock());
                accounts.add(new Account("gate", Role.AUDITOR, null, new TreeSet<>(), false), "test");
                accounts.setPassword("gate", PASSWORD, "test");
                return true;
            });
            var writer = new Thread(() -> application.store().<Boolean>write(transaction -> {
                writes.countDown();
                try {
                    return ends.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }));
            writer.start();
            assertThat(writes.await(60, TimeUnit.SECONDS)).isTrue();

            try (var door = new SignIn(application.store(), application.clock())) {
                assertThat(door.attempt("gate", "wrong")).isInstanceOf(SignIn.Refused.class);
                assertThat(door.attempt("gate", PASSWORD)).isInstanceOf(SignIn.Admitted.class);
                assertThat(events(application))
                        .as("while the other writes")
                        .doesNotContain(AccessEvent.Kind.SIGNED_IN, AccessEvent.Kind.SIGN_IN_FAILED);
                ends.countDown();
                writer.join(Duration.ofSeconds(60).toMillis());
            }
            assertThat(events(application).subList(0, 2))
                    .containsExactly(AccessEvent.Kind.SIGNED_IN, AccessEvent.Kind.SIGN_IN_FAILED);
        }
    }
}
