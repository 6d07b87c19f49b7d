// SPDX-License-Identifier: Apache-2.0
package org.clearground;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

@AnalyzeClasses(packages = "org.clearground", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground up: a module may use only modules named before it. */
    private static final List<String> MODULES = List.of(
            "units",
            "time",
            "geo",
            "errors",
            "names",
            "ledger",
            "organisations",
            "places",
            "access",
            "ordnance",
            "reports",
            "accreditation",
            "land",
            "quality",
            "statements",
            "bulletins",
            "reconciliation");

    @ArchTest
    static final ArchRule theDomainNeedsOnlyTheJdkAndGeometry = classes()
            .that()
            .resideInAPackage("org.clearground..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.clearground..",
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.math..",
                    "java.nio",
                    "java.nio.charset..",
                    "java.security..",
                    "java.text..",
                    "org.locationtech.jts..",
                    "net.sf.geographiclib..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule theDomainIsToldTheTime = noClasses()
            .should()
            .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
            .because("time is an input: take an Instant or a LocalDate as a parameter");

    @ArchTest
    static void everyPackageHasItsPlaceInTheOrder(JavaClasses domain) {
        assertThat(domain.stream()
                        .map(type -> type.getPackageName().replaceFirst("org\\.clearground\\.?", ""))
                        .filter(name -> !name.isEmpty())
                        .distinct())
                .isSubsetOf(MODULES);
    }

    @ArchTest
    static void modulesUseOnlyModulesBelowThem(JavaClasses domain) {
        for (int i = 0; i < MODULES.size() - 1; i++) {
            var above = MODULES.subList(i + 1, MODULES.size()).stream()
                    .map(name -> "org.clearground." + name + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.clearground." + MODULES.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .check(domain);
        }
    }
}
