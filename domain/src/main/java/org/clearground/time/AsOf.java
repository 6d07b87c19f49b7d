// SPDX-License-Identifier: Apache-2.0
package org.clearground.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One point on both clocks. Every read of a register takes one.
 *
 * @param validOn the day on the ground
 * @param knownAt the moment of the register; what was recorded later is not seen
 */
public record AsOf(LocalDate validOn, Instant knownAt) {}
