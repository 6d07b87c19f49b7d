// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports;

/** What an activity may do to land: only clearance clears, only survey surveys (IMAS 07.11). */
public enum ActivityResult {
    NONE,
    SURVEYED,
    CLEARED
}
