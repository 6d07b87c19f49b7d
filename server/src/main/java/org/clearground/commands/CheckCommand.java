// SPDX-License-Identifier: Apache-2.0
package org.clearground.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.packs.Words;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.FileCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = "Checks a file as an import would and keeps nothing; without a file, looks over the whole store.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file to check; none for the reports that stand in the store.")
    private @Nullable Path file;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--as", paramLabel = "FORM", description = "The form to read the file by: progress.")
    private @Nullable String form;

    @Option(names = "--org", paramLabel = "CODE", description = "Who sent the file; reports of others are blocked.")
    private @Nullable String organisation;

    @Option(names = "--mapping", paramLabel = "M.yaml", description = "What foreign headings and values mean.")
    private @Nullable Path mapping;

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private OutputFormat format = OutputFormat.text;

    @Option(names = "--lang", defaultValue = "en", description = "Language of the findings.")
    private String language = "en";

    @Option(
            names = "--picture",
            paramLabel = "F.geojson",
            description = "Write what is wrong with geometry as GeoJSON.")
    private @Nullable Path picture;

    @Option(
            names = "--repair",
            paramLabel = "F",
            description = "Write a copy of a CSV or GeoJSON file with what is certainly a slip taken out.")
    private @Nullable Path repair;

    @Override
    public Integer call() {
        var checked = file;
        if (checked == null) {
            if (form != null || organisation != null || mapping != null || repair != null) {
                throw new ProblemException(
                        ProblemCode.WRONG_CALL, "--as, --org, --mapping and --repair are about a file; name it");
            }
            return checkStore();
        }
        if (form == null) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say with --as by which form to read the file: --as progress");
        }
        return checkFile(checked, form);
    }

    private int checkFile(Path checked, String readAs) {
        var terminal = new Terminal();
        try (var application = data.open()) {
            var country = application.country();
            var words = application.store().read(transaction -> Application.words(transaction, language));
            var rules = mapping == null ? Mapping.NONE : Mapping.read(mapping);
            var request = new FileCheck.Request(ReceivedFile.inspect(checked), readAs, organisation, rules);
            boolean pictured = picture != null || format == OutputFormat.json;
            var look = application.store().read(transaction -> {
                var looking = new FileLook(application.fileCheck(country), request);
                looking.run(transaction, pictured, repair, reports -> terminal.count("  reports:", reports));
                return looking;
            });
            terminal.clear();
            var printer = new CheckPrinter(words, format);
            printer.file(look, repair == null ? null : String.valueOf(repair.getFileName()));
            if (picture != null) {
                write(picture, CheckPrinter.picture(look.features()));
            }
            return look.findingCount() > 0 ? ExitCodes.NEEDS_A_PERSON : ExitCodes.DONE;
        }
    }

    private int checkStore() {
        var terminal = new Terminal();
        try (var application = data.open()) {
            var country = application.country();
            Words words = application.store().read(transaction -> Application.words(transaction, language));
            boolean pictured = picture != null || format == OutputFormat.json;
            var found = application.store().read(transaction -> application
                    .storeCheck(country, pictured)
                    .run(transaction, reports -> terminal.count("  reports:", reports)));
            terminal.clear();
            new CheckPrinter(words, format).store(found);
            if (picture != null) {
                write(picture, CheckPrinter.picture(CheckPrinter.features(found)));
            }
            return found.lines().isEmpty() ? ExitCodes.DONE : ExitCodes.NEEDS_A_PERSON;
        }
    }

    private static void write(Path target, String text) {
        try {
            Files.writeString(target, text, StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "cannot write " + target + " (" + refused.getMessage() + ")", refused);
        }
    }
}
