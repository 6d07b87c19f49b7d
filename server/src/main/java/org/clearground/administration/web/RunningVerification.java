// SPDX-License-Identifier: Apache-2.0
package org.clearground.administration.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.clearground.administration.store.StoreVerification;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The verification that a page began, on a thread of its own: one at a time, ended when the site is. */
@Component
final class RunningVerification implements DisposableBean {

    private static final long PATIENCE_SECONDS = 10;

    private final StoreVerification verification;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var worker = new Thread(work, "verification");
        worker.setDaemon(true);
        return worker;
    });

    private volatile boolean ending;
    private volatile @Nullable State state;

    RunningVerification(StoreVerification verification, Clock clock) {
        this.verification = verification;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param done entries and contents that hold so far, of so many
     * @param registers whether registers are compared after that, which nobody can count
     * @param failed why it ended without an answer; null while it runs
     */
    record State(Instant since, String actor, long done, long of, boolean registers, @Nullable String failed) {

        boolean running() {
            return failed == null;
        }

        State at(long reached, long size) {
            return new State(since, actor, reached, size, registers, failed);
        }

        State failed(String why) {
            return new State(since, actor, done, of, registers, why);
        }
    }

    /** What runs, or ended without an answer; empty where the store says how the last one ended. */
    Optional<State> state() {
        return Optional.ofNullable(state);
    }

    /**
     * Begins one.
     *
     * @throws ProblemException if one is running
     */
    synchronized void begin(boolean registers, String actor) {
        var known = state;
        if (known != null && known.running()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "a verification is running already; wait until it has ended");
        }
        var begun = new State(clock.instant(), actor, 0, 0, registers, null);
        state = begun;
        thread.execute(() -> run(begun));
    }

    private void run(State begun) {
        try {
            verification.run(begun.registers(), begun.actor(), (done, of) -> {
                if (ending) {
                    throw new CancellationException("the site is ending");
                }
                state = begun.at(done, of);
            });
            state = null;
        } catch (CancellationException ended) {
            state = null;
        } catch (RuntimeException failed) {
            state = begun.failed(
                    failed instanceof ProblemException problem
                            ? String.valueOf(problem.getMessage())
                            : "something went wrong inside; nothing was changed");
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        thread.shutdown();
        thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
