// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.util.OptionalLong;
import org.clearground.time.AsOf;

/**
 * One number with everything needed to trace it.
 *
 * @param value in the unit of its definition; empty when no approved report speaks of the scope, because absent is not
 *     zero
 * @param rows how many register rows are behind it
 */
public record Figure(FigureDefinition definition, FigureScope scope, AsOf asOf, OptionalLong value, long rows) {}
