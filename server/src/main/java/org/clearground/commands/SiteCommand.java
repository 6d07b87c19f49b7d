// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clearground.bulletins.site.PublicSite;
import org.clearground.bulletins.site.SiteFolder;
import org.clearground.reports.forms.CountryWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "site", description = "Writes the public site of all published editions as files for any web server.")
final class SiteCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "A new or empty folder, or one that holds an earlier site: all of it is replaced.")
    private Path to = Path.of("site");

    @Override
    public Integer call() {
        try (var application = data.open()) {
            int files = application.store().<Integer>read(transaction -> new SiteFolder(to)
                    .write(new PublicSite(transaction, new CountryWords()::in)));
            System.out.println(
                    "Wrote " + files + " files to " + to + "; the first page is " + to.resolve("index.html") + ".");
            return ExitCodes.DONE;
        }
    }
}
