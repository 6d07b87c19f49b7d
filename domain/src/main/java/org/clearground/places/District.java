// SPDX-License-Identifier: Apache-2.0
package org.clearground.places;

import java.util.List;
import org.clearground.geo.GroundShape;
import org.clearground.names.Names;

/** An administrative area of the level that reports and figures are broken down by. */
public record District(String code, Names names, List<String> aliases, GroundShape shape) {

    public District {
        aliases = List.copyOf(aliases);
    }
}
