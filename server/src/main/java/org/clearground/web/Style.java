// SPDX-License-Identifier: Apache-2.0
package org.clearground.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.clearground.ledger.Digest;

/** The one style sheet. Its digest stands in its address, so browsers may keep it for ever. */
final class Style {

    static final String TEXT = read();
    static final String ADDRESS = "/clearground.css?"
            + Digest.of(TEXT.getBytes(StandardCharsets.UTF_8)).abbreviated();

    private Style() {}

    private static String read() {
        try (var in = Style.class.getResourceAsStream("/static/clearground.css")) {
            if (in == null) {
                throw new IllegalStateException("the style sheet is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
