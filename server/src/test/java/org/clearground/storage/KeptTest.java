// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {

    @Test
    void whatNobodyAskedForLongestGoesFirst() {
        var kept = new Kept<String>(10, String::length);
        kept.get("a", () -> "1234");
        kept.get("b", () -> "5678");
        kept.get("a", () -> "made again");

        kept.get("c", () -> "90ab");

        assertThat(kept.find("a")).isEqualTo("1234");
        assertThat(kept.find("b")).isNull();
        assertThat(kept.find("c")).isEqualTo("90ab");
    }

    @Test
    void whatIsLargerThanAllStaysUntilTheNext() {
        var kept = new Kept<String>(3, String::length);
        kept.get("a", () -> "1");
        kept.get("b", () -> "23456");

        assertThat(kept.find("a")).isNull();
        assertThat(kept.find("b")).isEqualTo("23456");
        kept.get("c", () -> "7");
        assertThat(kept.find("b")).isNull();
        assertThat(kept.find("c")).isEqualTo("7");
    }

    @Test
    void whatManyAskForAtOnceIsMadeOnce() throws Exception {
        var kept = new Kept<String>(100, String::length);
        var made = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = new Thread(() -> kept.get("a", () -> {
            begun.countDown();
            await(goOn);
            return "made " + made.incrementAndGet();
        }));
        first.start();
        await(begun);
        var second = CompletableFuture.supplyAsync(() -> kept.get("a", () -> "made " + made.incrementAndGet()));

        assertThat(kept.get("b", () -> "not held up")).isEqualTo("not held up");
        goOn.countDown();

        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo("made 1");
        first.join();
    }

    @Test
    void whoeverWaitedForWhatFailedMakesItThemselves() throws Exception {
        var kept = new Kept<String>(100, String::length);
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var failing = CompletableFuture.supplyAsync(() -> kept.get("a", () -> {
            begun.countDown();
            await(goOn);
            throw new IllegalStateException("lost");
        }));
        await(begun);
        var waiting = CompletableFuture.supplyAsync(() -> kept.get("a", () -> "made"));
        goOn.countDown();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("made");
        assertThatThrownBy(failing::join).hasRootCauseMessage("lost");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
