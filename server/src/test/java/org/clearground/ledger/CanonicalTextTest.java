// SPDX-License-Identifier: Apache-2.0
package org.clearground.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalTextTest {

    /** The writer for long documents and the library must agree on every text, or hashes would depend on who wrote. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void writesWhatTheCanonicalisationSchemeWants(long seed) {
        var random = new Random(seed);
        var object = new TreeMap<String, String>();
        for (int i = 0; i < 20; i++) {
            object.put(text(random), text(random));
        }
        var written = new StringBuilder();

        CanonicalText.append(written, object);

        assertThat(written.toString())
                .isEqualTo(CanonicalJson.of(object))
                .isEqualTo(CanonicalJson.canonical(written.toString()));
    }

    @Test
    void putsKeysInTheSchemesOrder() {
        assertThat(CanonicalJson.of(Map.of("b", 1, "a", Map.of("z", true, "ə", "x"))))
                .isEqualTo("{\"a\":{\"z\":true,\"ə\":\"x\"},\"b\":1}");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(5)) {
                        case 0 -> random.nextInt(0x20);
                        case 1 -> 0x1F600 + random.nextInt(40);
                        case 2 -> 0x400 + random.nextInt(0x100);
                        case 3 -> "\"\\/\u2028\u007f".charAt(random.nextInt(5));
                        default -> 0x20 + random.nextInt(0x5F);
                    });
        }
        return text.toString();
    }
}
