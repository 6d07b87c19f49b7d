// SPDX-License-Identifier: Apache-2.0
package org.clearground.bulletins;

import java.util.Arrays;
import java.util.Optional;
import org.clearground.ordnance.BulletinGroup;
import org.clearground.statements.Measured;
import org.jspecify.annotations.Nullable;

/**
 * Every figure that may be published: one named query each. Names are published: added, never renamed.
 *
 * <p>What each counts, in words, is {@code figure.<name>.definition} of the pack's sentences and
 * {@code docs/users/figures.md}.
 */
public enum FigureDefinition {
    ANTI_TANK_MINES_FOUND("anti-tank-mines-found", Unit.ITEMS, BulletinGroup.ANTI_TANK_MINE),
    ANTI_PERSONNEL_MINES_FOUND("anti-personnel-mines-found", Unit.ITEMS, BulletinGroup.ANTI_PERSONNEL_MINE),
    UNEXPLODED_ORDNANCE_FOUND("unexploded-ordnance-found", Unit.ITEMS, BulletinGroup.UNEXPLODED_ORDNANCE),
    OTHER_EXPLOSIVE_FOUND("other-explosive-ordnance-found", Unit.ITEMS, BulletinGroup.OTHER_EXPLOSIVE),
    AREA_CLEARED_DECLARED("area-cleared-declared", Unit.SQUARE_METRES, null),
    AREA_CLEARED_COMPUTED("area-cleared-computed", Unit.SQUARE_METRES, null);

    private final String published;
    private final Unit unit;
    private final @Nullable BulletinGroup group;

    FigureDefinition(String published, Unit unit, @Nullable BulletinGroup group) {
        this.published = published;
        this.unit = unit;
        this.group = group;
    }

    /** The name in addresses, JSON and documents. */
    public String published() {
        return published;
    }

    public Unit unit() {
        return unit;
    }

    /** The group of finds that it counts; empty for areas. */
    public Optional<BulletinGroup> group() {
        return Optional.ofNullable(group);
    }

    /** What a published statement says of the same; empty where statements do not tell it apart. */
    public Optional<Measured> measured() {
        return switch (this) {
            case ANTI_TANK_MINES_FOUND -> Optional.of(Measured.ANTI_TANK_MINES);
            case ANTI_PERSONNEL_MINES_FOUND -> Optional.of(Measured.ANTI_PERSONNEL_MINES);
            case UNEXPLODED_ORDNANCE_FOUND -> Optional.of(Measured.UNEXPLODED_ORDNANCE);
            case AREA_CLEARED_DECLARED -> Optional.of(Measured.AREA_CLEARED);
            case OTHER_EXPLOSIVE_FOUND, AREA_CLEARED_COMPUTED -> Optional.empty();
        };
    }

    public static Optional<FigureDefinition> find(String published) {
        return Arrays.stream(values())
                .filter(figure -> figure.published.equals(published))
                .findFirst();
    }

    /** What the value counts. */
    public enum Unit {
        ITEMS,
        SQUARE_METRES
    }
}
