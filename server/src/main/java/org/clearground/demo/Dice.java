// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Chance that falls the same way every time, on every machine: only those methods of {@link Random} are used whose
 * algorithm its documentation fixes.
 */
final class Dice {

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** Dice of their own for every set of words, such as a week and a body. */
    static Dice of(long seed, String... words) {
        long mixed = seed;
        for (var word : words) {
            mixed = (mixed ^ word.hashCode()) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return new Dice(mixed);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** An index, each as likely as its weight. */
    int weighted(List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.size(); i++) {
            left -= weights.get(i);
            if (left < 0) {
                return i;
            }
        }
        return weights.size() - 1;
    }

    <T> List<T> shuffled(List<T> things) {
        var mixed = new ArrayList<>(things);
        for (int i = mixed.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            var moved = mixed.get(i);
            mixed.set(i, mixed.get(other));
            mixed.set(other, moved);
        }
        return mixed;
    }
}
