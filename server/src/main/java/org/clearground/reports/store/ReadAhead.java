// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a producer on a thread of its own, a few batches ahead of whoever takes. What the producer throws, the taker
 * gets. Closing it early stops the producer.
 */
final class ReadAhead<T> implements AutoCloseable {

    private static final int BATCH = 64;
    private static final int BATCHES_AHEAD = 16;

    /** A batch, or the end with what ended it. */
    private record Batch<T>(List<T> items, boolean last, @Nullable Throwable failure) {}

    /** Ends a producer whose taker has gone. */
    private static final class TakerGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final BlockingQueue<Batch<T>> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Thread thread;
    private List<T> current = List.of();
    private int position;
    private boolean ended;

    ReadAhead(Consumer<Consumer<T>> producer) {
        this.thread = new Thread(() -> produce(producer), "reading");
        thread.setDaemon(true);
        thread.start();
    }

    private void produce(Consumer<Consumer<T>> producer) {
        var filling = new ArrayList<List<T>>(1);
        filling.add(new ArrayList<>(BATCH));
        Throwable failure = null;
        try {
            producer.accept(item -> {
                filling.get(0).add(item);
                if (filling.get(0).size() == BATCH) {
                    put(new Batch<>(filling.set(0, new ArrayList<>(BATCH)), false, null));
                }
            });
        } catch (TakerGone gone) {
            return;
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        }
        try {
            put(new Batch<>(filling.get(0), true, failure));
        } catch (TakerGone gone) {
            // nobody is left to tell
        }
    }

    private void put(Batch<T> batch) {
        try {
            queue.put(batch);
        } catch (InterruptedException closed) {
            throw new TakerGone();
        }
    }

    /** The next item; empty after the last. */
    Optional<T> next() {
        while (position == current.size()) {
            if (ended) {
                return Optional.empty();
            }
            var batch = take();
            current = batch.items();
            position = 0;
            if (batch.last()) {
                ended = true;
                if (batch.failure() instanceof RuntimeException thrown) {
                    throw thrown;
                }
                if (batch.failure() instanceof Error thrown) {
                    throw thrown;
                }
            }
        }
        return Optional.of(current.get(position++));
    }

    private Batch<T> take() {
        try {
            return queue.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading", stopped);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
