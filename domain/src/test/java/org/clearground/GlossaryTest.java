// SPDX-License-Identifier: Apache-2.0
package org.clearground;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    @Test
    void everyWordOfTheDomainIsInTheGlossary() throws IOException {
        var glossary = Files.readString(Path.of("../docs/glossary.md"));
        var words = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.clearground").stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.endsWith("Id") && !name.endsWith("Exception"))
                        .toList();

        assertThat(words).isNotEmpty().allSatisfy(word -> assertThat(glossary).contains("`" + word + "`"));
    }
}
