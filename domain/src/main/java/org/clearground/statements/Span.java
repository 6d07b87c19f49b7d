// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

/**
 * A run of characters of the text as it was given.
 *
 * @param start of the first character, from 0, in UTF-16 units as Java and JavaScript count
 * @param end behind the last
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span of a text: " + start + " to " + end);
        }
    }

    /** What stands there. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
