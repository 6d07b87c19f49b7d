// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.Ledger;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;

/**
 * Takes a file of reports in, wholly or not at all: keeps its bytes, reads it by a form, checks it by the rules, and, if
 * asked, approves what no finding blocks.
 */
public final class ReportImport {

    private final Store store;
    private final Means means;

    /** What taking a file in needs beside the store. */
    record Means(
            Ledger ledger,
            ReportRegisters registers,
            Rulebook rulebook,
            Signatories signatories,
            Warrants warrants,
            Clock clock) {}

    public ReportImport(
            Store store,
            Ledger ledger,
            ReportRegisters registers,
            Rulebook rulebook,
            Signatories signatories,
            Warrants warrants,
            Clock clock) {
        this.store = store;
        this.means = new Means(ledger, registers, rulebook, signatories, warrants, clock);
    }

    /**
     * Takes a file in.
     *
     * @param progress told how many reports were written so far
     * @throws ProblemException if the file cannot be read at all, or the store not written; then nothing is kept
     */
    public ImportResult run(ImportRequest request, Country country, LongConsumer progress) {
        return run(ReceivedFile.inspect(request.file()), request, country, progress);
    }

    /**
     * Takes in a file that was looked at before, perhaps under a name of its own.
     *
     * @throws ProblemException as for one that was not
     */
    public ImportResult run(ReceivedFile file, ImportRequest request, Country country, LongConsumer progress) {
        var form = country.form(request.form());
        country.requireOrganisation(request.organisation());
        Function<Transaction, ImportResult> work = transaction -> {
            var before = EarlierImports.find(transaction, file, form.definition(), request.mapping());
            return before.isPresent()
                    ? unchanged(file, request, before.get())
                    : new ImportRun(means, transaction, request, country, file, progress).take();
        };
        return request.dryRun() ? store.rehearse(work) : store.write(work);
    }

    private static ImportResult unchanged(ReceivedFile file, ImportRequest request, Instant before) {
        return new ImportResult(
                file.name(), file.digest(), before, request.dryRun(), 0, 0, 0, List.of(), Map.of(), Map.of(), 0);
    }
}
