// SPDX-License-Identifier: Apache-2.0
package org.clearground.accounts.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens at the door. Where somebody else writes for longer than a blink, such as a large import, it is
 * remembered and written as soon as they have finished, with the moment at which it happened: nobody waits at the door for
 * an import. What is remembered when the machine fails is lost; nothing else is.
 */
final class DoorBook implements AutoCloseable {

    /** So many may be remembered; who comes then waits. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Store store;
    private final Clock clock;
    private final List<Line> remembered = new ArrayList<>();
    private @Nullable Thread scribe;

    DoorBook(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Line(Instant at, AccessEvent.Kind kind, String name, String detail) {

        void write(Transaction transaction) {
            new Accounts(transaction, Clock.fixed(at, ZoneOffset.UTC))
                    .log(kind, name, name.isEmpty() ? "–" : name, detail);
        }
    }

    void add(AccessEvent.Kind kind, String name, String detail) {
        var line = new Line(clock.instant(), kind, name, detail);
        boolean full;
        synchronized (remembered) {
            full = remembered.size() >= MOST_REMEMBERED;
            if (!remembered.isEmpty() && !full) {
                remember(line);
                return;
            }
        }
        try {
            if (full) {
                store.<Boolean>write(transaction -> written(transaction, List.of(line)));
            } else {
                store.<Boolean>writeSoon(transaction -> written(transaction, List.of(line)));
            }
        } catch (ProblemException problem) {
            if (full || problem.code() != ProblemCode.STORE_BUSY) {
                throw problem;
            }
            remember(line);
        }
    }

    private void remember(Line line) {
        synchronized (remembered) {
            remembered.add(line);
            if (scribe == null) {
                scribe = new Thread(this::writeRemembered, "door-book");
                scribe.setDaemon(true);
                scribe.start();
            }
        }
    }

    private void writeRemembered() {
        while (true) {
            List<Line> lines;
            synchronized (remembered) {
                lines = List.copyOf(remembered);
                if (lines.isEmpty()) {
                    scribe = null;
                    return;
                }
            }
            try {
                store.<Boolean>write(transaction -> written(transaction, lines));
            } catch (ProblemException stillBusy) {
                if (stillBusy.code() == ProblemCode.STORE_BUSY) {
                    continue;
                }
                synchronized (remembered) {
                    scribe = null; // the next who comes has it tried again
                }
                throw stillBusy;
            }
            synchronized (remembered) {
                remembered.subList(0, lines.size()).clear();
            }
        }
    }

    private static boolean written(Transaction transaction, List<Line> lines) {
        lines.forEach(line -> line.write(transaction));
        return true;
    }

    /** Waits some seconds for what is remembered. */
    @Override
    public void close() {
        Thread writing;
        synchronized (remembered) {
            writing = scribe;
        }
        if (writing != null) {
            try {
                writing.join(FAREWELL.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
