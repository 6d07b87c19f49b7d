// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.io.IOException;
import org.clearground.bench.Reader.Answer;

/** One address, asked for again and again: the first answer by itself, because it may have to make what is then kept. */
record Asked(String address, double first, int characters, Samples again) {

    /**
     * Asks.
     *
     * @throws IllegalStateException if anything else than a page comes
     */
    static Asked of(Reader reader, String address, int times) throws IOException, InterruptedException {
        var first = fine(reader.get(address));
        var again = new Samples();
        for (int i = 0; i < times; i++) {
            again.add(fine(reader.get(address)).milliseconds());
        }
        return new Asked(address, first.milliseconds(), first.body().length(), again);
    }

    private static Answer fine(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " from " + answer.address() + "\n" + answer.body());
        }
        return answer;
    }

    /** The middle of the answers after the first. */
    void line(Table table, double target, String by) {
        table.atMost(
                target,
                "`" + address + "`" + by,
                again.median(),
                "first " + Samples.written(first, 1) + ", then most " + Samples.written(again.most(), 1) + ", "
                        + Samples.written(characters / 1_000.0, 0) + " thousand characters",
                1,
                "ms");
    }
}
