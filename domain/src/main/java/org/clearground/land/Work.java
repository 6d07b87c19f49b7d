// SPDX-License-Identifier: Apache-2.0
package org.clearground.land;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * Ground that a report says was searched.
 *
 * @param act of the kind {@link LandActKind#WORKED}
 * @param outline on the grid, as the report draws it
 */
public record Work(LandAct act, MultiPolygon outline) {}
