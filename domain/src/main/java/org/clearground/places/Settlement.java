// SPDX-License-Identifier: Apache-2.0
package org.clearground.places;

import java.util.List;
import org.clearground.geo.Position;
import org.clearground.names.Names;
import org.jspecify.annotations.Nullable;

/**
 * A town or village.
 *
 * @param districtCode the district that holds the point; null for the few that lie outside every polygon
 */
public record Settlement(
        String code, Names names, List<String> aliases, @Nullable String districtCode, Position position) {

    public Settlement {
        aliases = List.copyOf(aliases);
    }
}
