// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

/** What a figure can be broken down by. */
public enum Dimension {
    BODY,
    DISTRICT,
    CATEGORY,
    DAY
}
