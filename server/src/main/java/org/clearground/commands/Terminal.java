// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What a person at a terminal is told while something runs: on standard error, a bar only where the launcher has seen a
 * terminal there.
 */
final class Terminal {

    private static final int BAR = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out = System.err;
    private final boolean moving = Boolean.getBoolean("clearground.terminal");
    private long lastDrawn;
    private boolean drawn;

    void line(String text) {
        clear();
        out.println(text);
    }

    /** Shows how far something is; the end is drawn for sure. */
    void bar(String what, long done, long of) {
        long now = System.nanoTime();
        if (!moving || done < of && now - lastDrawn < REDRAW_NANOS) {
            return;
        }
        lastDrawn = now;
        drawn = true;
        int filled = of == 0 ? BAR : (int) (BAR * done / of);
        out.printf(Locale.ROOT, "\r%s [%s%s] %d/%d", what, "#".repeat(filled), " ".repeat(BAR - filled), done, of);
        out.flush();
    }

    /** Shows how many of something are done, where nobody knows of how many. */
    void count(String what, long done) {
        long now = System.nanoTime();
        if (moving && now - lastDrawn >= REDRAW_NANOS) {
            lastDrawn = now;
            drawn = true;
            out.printf(Locale.ROOT, "\r%s %,d", what, done);
            out.flush();
        }
    }

    void clear() {
        if (drawn) {
            out.print("\r" + " ".repeat(78) + "\r");
            drawn = false;
        }
    }
}
