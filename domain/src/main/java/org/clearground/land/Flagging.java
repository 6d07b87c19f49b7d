// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of a flag.
 *
 * @param reason why it is raised or lifted
 * @param until the day up to which it was announced; null if none was. It stands until it is lifted, also beyond
 */
public record Flagging(GroundFlag flag, String reason, @Nullable LocalDate until) {}
