// SPDX-License-Identifier: Apache-2.0
package org.clearground.organisations;

import java.util.List;
import org.clearground.names.Names;

/**
 * A body that surveys, clears, checks or decides.
 *
 * @param code unique and never reused
 * @param kind from the pack's code list, because kinds differ by country
 * @param unnamed true where the pack knows that the body exists but not what it is called
 */
public record Organisation(String code, Names names, String kind, List<String> aliases, boolean unnamed) {

    public Organisation {
        aliases = List.copyOf(aliases);
    }
}
