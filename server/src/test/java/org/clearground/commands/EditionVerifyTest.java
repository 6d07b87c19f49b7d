// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clearground.bulletins.Edition;
import org.clearground.bulletins.print.EditionFolder;
import org.clearground.bulletins.site.PublicSite;
import org.clearground.bulletins.site.SiteFolder;
import org.clearground.errors.ProblemException;
import org.clearground.reports.forms.CountryWords;
import org.clearground.time.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever downloaded an edition can tell whether it is as it was made. */
class EditionVerifyTest {

    @TempDir
    private Path directory = Path.of(".");

    private Edition publish(Exampleland land) {
        land.importFile(land.file("week.csv", Exampleland.randomRows(new java.util.Random(5), "A", 12)), true);
        var editions = land.application().editions();
        var prepared = editions.prepare(ReportingPeriod.named("2024"), Edition.Standing.PROVISIONAL, "Leyla");
        return editions.sign(prepared.id(), null, "Murad");
    }

    private Path downloaded(Exampleland land, Edition edition) {
        var site = directory.resolve("site");
        land.application().store().<Integer>read(transaction -> new SiteFolder(site)
                .write(new PublicSite(transaction, new CountryWords()::in)));
        return site.resolve("editions").resolve(edition.id());
    }

    @Test
    void aFolderIsAsItWasMadeUntilADocumentIsChangedOrGone() throws IOException {
        try (var land = new Exampleland(directory)) {
            var edition = publish(land);
            var folder = downloaded(land, edition);

            assertThat(EditionFolder.read(folder).wrong()).isEmpty();
            assertThat(EditionFolder.read(folder).edition().digest()).isEqualTo(edition.digest());
            assertThat(CommandLineFace.run("edition", "verify", folder.toString()))
                    .isZero();

            var figures = folder.resolve("figures.csv");
            var bytes = Files.readAllBytes(figures);
            bytes[bytes.length - 3] ^= 1;
            Files.write(figures, bytes);
            Files.delete(folder.resolve("bulletin.en.txt"));

            assertThat(EditionFolder.read(folder).wrong())
                    .isEqualTo(List.of(
                            "bulletin.en.txt is missing", "figures.csv is not what the edition lists under this name"));
            assertThat(CommandLineFace.run("edition", "verify", folder.toString()))
                    .isEqualTo(ExitCodes.NEEDS_A_PERSON);
        }
    }

    @Test
    void aListThatIsNoneIsRefused() throws IOException {
        for (var list : new String[] {"", "{}", "[1]", "{\"documents\":[{\"name\":\"../x.txt\"}]}"}) {
            Files.writeString(directory.resolve("edition.json"), list);

            assertThatThrownBy(() -> EditionFolder.read(directory))
                    .as(list)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("no list of an edition");
        }
    }

    @Test
    void aStoreKnowsItsPublicEditionsByAnyOfTheirDigests() throws IOException {
        var land = new Exampleland(directory);
        var edition = publish(land);
        var folder = downloaded(land, edition);
        var waiting = land.application()
                .editions()
                .prepare(ReportingPeriod.named("2024"), Edition.Standing.PROVISIONAL, "Leyla");
        var data = directory.resolve("store").toString();
        land.close();

        var figures = folder.resolve("figures.json").toString();
        assertThat(run(data, edition.digest().hex())).isZero();
        assertThat(run(data, figures)).isZero();
        assertThat(run(data, folder.toString())).isZero();
        assertThat(run(data, waiting.digest().hex())).isEqualTo(ExitCodes.NEEDS_A_PERSON);
        assertThat(run(data, "0".repeat(64))).isEqualTo(ExitCodes.NEEDS_A_PERSON);
        assertThat(run(data, "nothing")).isEqualTo(ExitCodes.WRONG_CALL);
        assertThat(CommandLineFace.run("edition", "verify", figures)).isEqualTo(ExitCodes.WRONG_CALL);
    }

    private static int run(String data, String what) {
        return CommandLineFace.run("edition", "verify", what, "--data", data);
    }
}
