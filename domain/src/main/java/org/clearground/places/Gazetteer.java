// SPDX-License-Identifier: Apache-2.0
package org.clearground.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearground.geo.Position;
import org.clearground.names.NameIndex;
import org.jspecify.annotations.Nullable;

/** The places of a country: found by any name they go by, and by position. */
public final class Gazetteer {

    private final List<District> districts;
    private final NameIndex<District> districtNames = new NameIndex<>();
    private final Map<@Nullable String, NameIndex<Settlement>> settlementNames = new HashMap<>();

    public Gazetteer(List<District> districts, List<Settlement> settlements) {
        this.districts = List.copyOf(districts);
        for (var district : this.districts) {
            var names = new ArrayList<>(district.names().byLanguage().values());
            names.addAll(district.aliases());
            districtNames.add(district.code(), district, names);
        }
        for (var settlement : settlements) {
            var names = new ArrayList<>(settlement.names().byLanguage().values());
            names.addAll(settlement.aliases());
            settlementNames
                    .computeIfAbsent(settlement.districtCode(), any -> new NameIndex<>())
                    .add(settlement.code(), settlement, names);
        }
    }

    public List<District> listDistricts() {
        return districts;
    }

    public Optional<District> findDistrict(String codeOrName) {
        return districtNames.find(codeOrName);
    }

    public List<District> nearestDistricts(String name, int most) {
        return districtNames.nearestNames(name, most);
    }

    /** Whether a district has a settlement of this name; two of the same name are known too. */
    public boolean knowsSettlement(District district, String codeOrName) {
        var index = settlementNames.get(district.code());
        return index != null && index.knows(codeOrName);
    }

    public List<Settlement> nearestSettlements(District district, String name, int most) {
        var index = settlementNames.get(district.code());
        return index == null ? List.of() : index.nearestNames(name, most);
    }

    /** Settlements of a district of which a name begins so, in the order of their spelling. */
    public List<Settlement> settlementsBeginning(District district, String name, int most) {
        var index = settlementNames.get(district.code());
        return index == null ? List.of() : index.beginningWith(name, most);
    }

    /** The district that covers a position; on a shared border, the first in the pack's order. Empty outside the country. */
    public Optional<District> districtAt(Position position) {
        return districts.stream()
                .filter(district -> district.shape().covers(position))
                .findFirst();
    }
}
