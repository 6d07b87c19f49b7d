// SPDX-License-Identifier: Apache-2.0
package org.clearground.units;

/** A number of items of explosive ordnance. */
public record ItemCount(long value) {

    public static final ItemCount ZERO = new ItemCount(0);

    public ItemCount {
        if (value < 0) {
            throw new IllegalArgumentException("a count cannot be negative: " + value);
        }
    }

    public ItemCount plus(ItemCount other) {
        return new ItemCount(Math.addExact(value, other.value));
    }
}
