// SPDX-License-Identifier: Apache-2.0
package org.clearground.demo;

import static org.clearground.ordnance.OrdnanceCategory.AP_BLAST;
import static org.clearground.ordnance.OrdnanceCategory.AP_BOUNDING;
import static org.clearground.ordnance.OrdnanceCategory.AP_FRAGMENTATION;
import static org.clearground.ordnance.OrdnanceCategory.AP_UNSPECIFIED;
import static org.clearground.ordnance.OrdnanceCategory.AV_MINE;
import static org.clearground.ordnance.OrdnanceCategory.AXO;
import static org.clearground.ordnance.OrdnanceCategory.FRAGMENT;
import static org.clearground.ordnance.OrdnanceCategory.FUZE;
import static org.clearground.ordnance.OrdnanceCategory.SMALL_ARMS_AMMUNITION;
import static org.clearground.ordnance.OrdnanceCategory.SUBMUNITION;
import static org.clearground.ordnance.OrdnanceCategory.UXO_AERIAL_BOMB;
import static org.clearground.ordnance.OrdnanceCategory.UXO_GRENADE;
import static org.clearground.ordnance.OrdnanceCategory.UXO_MORTAR;
import static org.clearground.ordnance.OrdnanceCategory.UXO_OTHER;
import static org.clearground.ordnance.OrdnanceCategory.UXO_PROJECTILE;
import static org.clearground.ordnance.OrdnanceCategory.UXO_ROCKET;

import java.util.List;
import org.clearground.ordnance.OrdnanceCategory;
import org.jspecify.annotations.Nullable;

/** Invents single finds: which category, which model, how deep, and what was done with it. */
final class SampleOrdnance {

    private SampleOrdnance() {}

    static SampleFind antiTankMine(SampleWork work, SamplePlace place, Dice dice) {
        return find(AV_MINE, 1, dice.between(3, 22), work, place, dice);
    }

    static SampleFind antiPersonnelMine(SampleWork work, SamplePlace place, Dice dice) {
        var category = dice.oneOf(
                List.of(AP_BLAST, AP_BLAST, AP_BLAST, AP_FRAGMENTATION, AP_FRAGMENTATION, AP_BOUNDING, AP_UNSPECIFIED));
        int deepest = category == AP_FRAGMENTATION ? 0 : 10;
        return find(category, 1, dice.between(0, deepest), work, place, dice);
    }

    /**
     * @param quantity more than one for a cache or a strike
     */
    static SampleFind unexplodedOrdnance(int quantity, SampleWork work, SamplePlace place, Dice dice) {
        var category = quantity > 1
                ? dice.oneOf(List.of(UXO_PROJECTILE, UXO_MORTAR, UXO_GRENADE, SUBMUNITION))
                : dice.oneOf(List.of(
                        UXO_PROJECTILE,
                        UXO_PROJECTILE,
                        UXO_PROJECTILE,
                        UXO_MORTAR,
                        UXO_MORTAR,
                        UXO_ROCKET,
                        UXO_GRENADE,
                        UXO_GRENADE,
                        UXO_OTHER,
                        UXO_OTHER,
                        SUBMUNITION,
                        SUBMUNITION,
                        dice.oneIn(4) ? UXO_AERIAL_BOMB : UXO_PROJECTILE));
        return find(category, quantity, dice.between(0, 30), work, place, dice);
    }

    /** What is found, kept and never counted among the three published figures. */
    static SampleFind besideTheCount(SampleWork work, SamplePlace place, Dice dice) {
        return switch (dice.between(0, 9)) {
            case 0, 1, 2, 3 -> find(SMALL_ARMS_AMMUNITION, dice.between(5, 300), 0, work, place, dice);
            case 4, 5, 6 -> find(FRAGMENT, dice.between(1, 40), dice.between(0, 10), work, place, dice);
            case 7, 8 -> find(FUZE, dice.between(1, 4), dice.between(0, 10), work, place, dice);
            default -> find(AXO, dice.between(1, 12), 0, work, place, dice);
        };
    }

    private static SampleFind find(
            OrdnanceCategory category, int quantity, int depthCm, SampleWork work, SamplePlace place, Dice dice) {
        int searched = work.depthCm == null ? depthCm : work.depthCm;
        return new SampleFind(
                category,
                model(category, dice),
                quantity,
                place.pointInside(dice),
                Math.min(depthCm, searched),
                condition(category, dice),
                disposal(category, dice));
    }

    private static @Nullable String model(OrdnanceCategory category, Dice dice) {
        var models =
                switch (category) {
                    case AV_MINE -> List.of("TM-57", "TM-62M", "TM-62M", "TM-46");
                    case AP_BLAST -> List.of("PMN", "PMN-2", "PMN-2");
                    case AP_FRAGMENTATION -> List.of("POMZ-2", "POMZ-2M");
                    case AP_BOUNDING -> List.of("OZM-72", "OZM-4");
                    case SUBMUNITION -> List.of("9N235", "9N210");
                    case UXO_PROJECTILE -> List.of("122 mm OF-462", "152 mm OF-540", "125 mm", "30 mm");
                    case UXO_MORTAR -> List.of("82 mm O-832", "120 mm OF-843");
                    case UXO_ROCKET -> List.of("PG-7V", "9M22U", "PG-9");
                    case UXO_GRENADE -> List.of("F-1", "RGD-5", "VOG-17M", "VOG-25");
                    case UXO_AERIAL_BOMB -> List.of("FAB-250", "OFAB-100-120");
                    case FUZE -> List.of("UZRGM", "RGM-2");
                    case SMALL_ARMS_AMMUNITION -> List.of("5.45x39", "7.62x39", "7.62x54R");
                    case AXO -> List.of("PG-7V", "82 mm O-832");
                    default -> List.<String>of();
                };
        return models.isEmpty() ? null : dice.oneOf(models);
    }

    private static String condition(OrdnanceCategory category, Dice dice) {
        return switch (category.bulletinGroup()) {
            case ANTI_TANK_MINE, ANTI_PERSONNEL_MINE -> dice.oneOf(List.of("armed", "armed", "armed", "deteriorated"));
            case UNEXPLODED_ORDNANCE -> dice.oneOf(List.of("armed", "damaged", "deteriorated", "no_fuze", "unknown"));
            case OTHER_EXPLOSIVE -> dice.oneOf(List.of("unarmed", "deteriorated"));
            case NOT_COUNTED -> dice.oneOf(List.of("unarmed", "damaged", "unknown"));
        };
    }

    private static String disposal(OrdnanceCategory category, Dice dice) {
        return switch (category.bulletinGroup()) {
            case ANTI_TANK_MINE, ANTI_PERSONNEL_MINE -> dice.oneOf(List.of("in_situ", "in_situ", "neutralised"));
            case UNEXPLODED_ORDNANCE -> dice.oneOf(List.of("in_situ", "in_situ", "removed"));
            case OTHER_EXPLOSIVE, NOT_COUNTED -> dice.oneOf(List.of("removed", "transferred"));
        };
    }
}
