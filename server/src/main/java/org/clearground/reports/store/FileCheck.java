// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.clearground.errors.Finding;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.Digest;
import org.clearground.places.District;
import org.clearground.reports.CheckLimits;
import org.clearground.reports.FormReader;
import org.clearground.reports.ReadReport;
import org.clearground.reports.WrittenReport;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.intake.WrittenReports;
import org.clearground.storage.StorageProblem;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks a file as an import would, also beside the reports of the store. It only reads: nobody who writes to
 * the store waits for it, and it waits for nobody.
 */
public final class FileCheck {

    private final Country country;
    private final Rulebook rulebook;
    private final ReportRegisters registers;
    private final Instant now;

    /** @param now from which the country's calendar has its day */
    public FileCheck(Country country, Rulebook rulebook, ReportRegisters registers, Instant now) {
        this.country = country;
        this.rulebook = rulebook;
        this.registers = registers;
        this.now = now;
    }

    /**
     * What to check, and by what.
     *
     * @param organisation that sent it; null to take each report's word
     */
    public record Request(ReceivedFile file, String form, @Nullable String organisation, Mapping mapping) {}

    /**
     * A report of the file.
     *
     * @param district that it names; null if none that is known
     */
    public record Checked(WrittenReport written, ReadReport read, @Nullable District district) {}

    /**
     * What is known of the file as a whole when every report was told.
     *
     * @param importedBefore when it was taken in already, in the same way: then it was not laid beside the reports of the
     *     store, which are its own; null if it is new
     */
    public record Whole(Digest submission, @Nullable Instant importedBefore, FileGround ground) {}

    /** What the country's checks take as limits. */
    public CheckLimits limits(String form) {
        return country.form(form).parameters().limits();
    }

    /**
     * Reads every report; of each no more than what others are compared by is held, and the outlines of all.
     *
     * @param aboutTheFile told of what is found of no single report
     * @throws org.clearground.errors.ProblemException if the file cannot be read at all
     */
    public Whole read(
            Transaction transaction, Request request, Consumer<Checked> reports, Consumer<Finding> aboutTheFile) {
        country.requireOrganisation(request.organisation());
        var form = request.form();
        var known = country.form(form);
        var file = request.file();
        var before = EarlierImports.find(transaction, file, known.definition(), request.mapping());
        var reader = new FormReader(
                known.definition(), known.lists(), request.mapping().decimalMark());
        var today = now.atZone(country.pack().zone()).toLocalDate();
        var rules = rulebook.of(country.pack(), form, country.places(), known.parameters(), today);
        var ground = new FileGround(known.definition());
        var comparison =
                new Comparison(transaction, form, known, registers.open(transaction, false), now, file.digest());
        long next = ReportRows.nextId(transaction, "report");
        var about = new ArrayList<Finding>();
        // One thread reads and checks each report for itself, this one lays it beside the store, as an import does.
        try (var ahead = new ReadAhead<CheckedReport>(sink -> {
            var ordinal = new int[1];
            WrittenReports.of(file, known.definition(), request.mapping())
                    .read(
                            written -> sink.accept(CheckedReport.of(
                                    written, reader, rules, form, file.digest(), ++ordinal[0], request.organisation())),
                            about::add);
        })) {
            for (var each = ahead.next(); each.isPresent(); each = ahead.next()) {
                var checked = each.get();
                var read = before.isPresent()
                        ? checked.read()
                        : compare(
                                comparison,
                                checked,
                                next + checked.read().report().ordinal());
                ground.add(read.report());
                var code = read.report().answers().code("district");
                var district = code == null
                        ? null
                        : country.places().findDistrict(code).orElse(null);
                reports.accept(new Checked(checked.written(), read, district));
            }
        }
        about.forEach(aboutTheFile);
        return new Whole(file.digest(), before.orElse(null), ground);
    }

    private static ReadReport compare(Comparison comparison, CheckedReport checked, long id) {
        try {
            var read = comparison.compare(checked, id);
            comparison.note(checked, id);
            return read;
        } catch (SQLException failed) {
            throw StorageProblem.of(failed);
        }
    }
}
