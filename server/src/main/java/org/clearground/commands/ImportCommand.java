// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.clearground.packs.Words;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.ImportRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Takes files of reports in: CSV, XLSX, GeoJSON, JSON, KML. Each file wholly or not at all.")
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files, in the order they shall be taken in.")
    private List<Path> files = List.of();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--as", required = true, paramLabel = "FORM", description = "The form to read them by: progress.")
    private String form = "";

    @Option(names = "--org", paramLabel = "CODE", description = "Who sent them; reports of others are blocked.")
    private @Nullable String organisation;

    @Option(names = "--mapping", paramLabel = "M.yaml", description = "What foreign headings and values mean.")
    private @Nullable Path mapping;

    @Option(names = "--dry-run", description = "Show everything that would happen; keep nothing.")
    private boolean dryRun;

    @Option(names = "--approve", description = "Approve every report that no finding blocks.")
    private boolean approve;

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private OutputFormat format = OutputFormat.text;

    @Option(names = "--lang", defaultValue = "en", description = "Language of the findings.")
    private String language = "en";

    @Override
    public Integer call() {
        var terminal = new Terminal();
        try (var application = data.open()) {
            application.store().onWaiting(terminal::line);
            var country = application.country();
            var rules = mapping == null ? Mapping.NONE : Mapping.read(mapping);
            var printer = new ImportPrinter(new Words(country.pack(), language, Map.of()), format);
            boolean needsAPerson = false;
            try {
                for (var file : files) {
                    var request =
                            new ImportRequest(file, form, organisation, rules, dryRun, approve, DataOption.actor());
                    var result = application
                            .reportImport()
                            .run(request, country, reports -> terminal.count("  reports:", reports));
                    terminal.clear();
                    printer.add(result);
                    needsAPerson |= result.needsAPerson();
                }
            } finally {
                terminal.clear();
                printer.finish();
            }
            return needsAPerson ? ExitCodes.NEEDS_A_PERSON : ExitCodes.DONE;
        }
    }
}
