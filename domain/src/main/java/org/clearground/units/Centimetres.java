// SPDX-License-Identifier: Apache-2.0
package org.clearground.units;

/** A length counted in whole centimetres: clearance depths, depths of finds. */
public record Centimetres(int value) {
    public Centimetres {
        if (value < 0) {
            throw new IllegalArgumentException("a depth cannot be negative: " + value + " cm");
        }
    }
}
