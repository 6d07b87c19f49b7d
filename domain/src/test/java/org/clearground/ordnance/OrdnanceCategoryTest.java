// SPDX-License-Identifier: Apache-2.0
package org.clearground.ordnance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearground.ordnance.BulletinGroup.UNEXPLODED_ORDNANCE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrdnanceCategoryTest {

    @ParameterizedTest
    @EnumSource(names = {"SMALL_ARMS_AMMUNITION", "FRAGMENT", "FUZE", "MINE_COMPONENT", "OTHER"})
    void smallArmsAmmunitionPartsAndFragmentsNeverCount(OrdnanceCategory category) {
        assertThat(category.bulletinGroup()).isEqualTo(BulletinGroup.NOT_COUNTED);
        assertThat(category.treatyGroup()).isEqualTo(TreatyGroup.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "AP_BLAST, ANTI_PERSONNEL_MINE, MINE",
        "AV_MINE, ANTI_TANK_MINE, MINE",
        "IMPROVISED_MINE, OTHER_EXPLOSIVE, MINE",
        "SUBMUNITION, UNEXPLODED_ORDNANCE, CLUSTER_MUNITION_REMNANT",
        "UXO_MORTAR, UNEXPLODED_ORDNANCE, EXPLOSIVE_REMNANT_OF_WAR",
        "AXO, OTHER_EXPLOSIVE, EXPLOSIVE_REMNANT_OF_WAR",
        "IED, OTHER_EXPLOSIVE, IMPROVISED_EXPLOSIVE_DEVICE"
    })
    void rollsUpForTheReleaseAndForTheTreaties(OrdnanceCategory category, BulletinGroup bulletin, TreatyGroup treaty) {
        assertThat(category.bulletinGroup()).isEqualTo(bulletin);
        assertThat(category.treatyGroup()).isEqualTo(treaty);
    }

    @Test
    void everyUnexplodedItemIsARemnantOfWarOrOfClusterMunitions() {
        assertThat(Arrays.stream(OrdnanceCategory.values())
                        .filter(category -> category.bulletinGroup() == UNEXPLODED_ORDNANCE)
                        .map(OrdnanceCategory::treatyGroup))
                .containsOnly(TreatyGroup.EXPLOSIVE_REMNANT_OF_WAR, TreatyGroup.CLUSTER_MUNITION_REMNANT);
    }
}
