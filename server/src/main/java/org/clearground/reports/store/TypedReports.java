// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clearground.errors.Finding;
import org.clearground.imports.ReceivedFile;
import org.clearground.reports.ReadReport;
import org.clearground.reports.ReportId;
import org.clearground.reports.intake.Mapping;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/** Reports that come without a file, on their way in: written to one, they are checked and taken in like every other. */
public final class TypedReports {

    private final Store store;
    private final Intake intake;

    public TypedReports(Store store, Intake intake) {
        this.store = store;
        this.intake = intake;
    }

    /**
     * One report as a file.
     *
     * @param fileName with its ending, by which it is read
     * @param organisation that sends it; null to take its word
     */
    public record Sent(String fileName, String content, String form, @Nullable String organisation) {}

    /** The country by which reports are read now. To be asked for outside a transaction. */
    public Country country() {
        return intake.country().get();
    }

    /** What an import would say of a report; nothing is kept. */
    public ReadReport check(Transaction transaction, Country country, Sent sent) {
        return inFile(sent, file -> {
            var reports = new ArrayList<ReadReport>();
            var findings = new ArrayList<Finding>();
            intake.checks()
                    .apply(country)
                    .read(
                            transaction,
                            new FileCheck.Request(
                                    ReceivedFile.inspect(file), sent.form(), sent.organisation(), Mapping.NONE),
                            checked -> reports.add(checked.read()),
                            findings::add);
            findings.addAll(0, reports.get(0).findings());
            return new ReadReport(reports.get(0).report(), List.copyOf(findings));
        });
    }

    /** Takes a report in. Sent a second time, it is the same report. */
    public ReportId take(Sent sent, String person) {
        return inFile(sent, file -> {
            var result = intake.imports()
                    .run(
                            new ImportRequest(
                                    file, sent.form(), sent.organisation(), Mapping.NONE, false, false, person),
                            country(),
                            count -> {});
            return ReportId.of(result.submission(), sent.form(), 1);
        });
    }

    private <T> T inFile(Sent sent, Function<Path, T> use) {
        try {
            var folder = Files.createTempDirectory(
                    Files.createDirectories(store.directory().resolve("web")), "entry");
            var file = folder.resolve(sent.fileName());
            try {
                return use.apply(Files.writeString(file, sent.content()));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
