// SPDX-License-Identifier: Apache-2.0
package org.clearground;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

    /** The one class that may ask another host: the issuer at which people sign in, where one was named. */
    private static final String CHANNEL = "org[.]clearground[.]accounts[.]web[.]IssuerChannel([$].*)?";

    /** Nothing that a visitor sends can make the server ask another host: all but one class have no means to ask one. */
    @Test
    void theServerAsksNoOtherHostButTheIssuer() {
        noClasses()
                .that()
                .haveNameNotMatching(CHANNEL)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java[.]nio[.]channels[.].*(Socket|Datagram).*")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(ours());
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.clearground.accounts.web.Issuer")
                .and()
                .haveNameNotMatching(CHANNEL)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(CHANNEL)
                .check(ours());
    }

    private static JavaClasses ours() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.clearground");
    }
}
