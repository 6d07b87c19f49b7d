// SPDX-License-Identifier: Apache-2.0
package org.clearground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of("org.clearground");

    @Test
    void modulesHoldTheirBoundaries() {
        modules.verify();

        assertThat(modules.getModuleByName("bulletins")).isPresent();
        assertThat(modules.getModuleByName("ledger")).isPresent();
    }

    @Test
    void sharedMachineryKnowsNoFeature() {
        for (var machinery : new String[] {"storage", "ledger", "imports", "packs", "printing", "web", "registers"}) {
            var module = modules.getModuleByName(machinery).orElseThrow();

            assertThat(module.getDirectDependencies(modules).stream()
                            .map(dependency ->
                                    dependency.getTargetModule().getIdentifier().toString()))
                    .as("what %s needs", machinery)
                    .doesNotContain(
                            "reports",
                            "bulletins",
                            "land",
                            "operations",
                            "places",
                            "organisations",
                            "demo",
                            "commands");
        }
    }
}
