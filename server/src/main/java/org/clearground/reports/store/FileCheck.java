// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.clearground.errors.Finding;
import org.clearground.imports.ReceivedFile;
import org.clearground.places.District;
import org.clearground.reports.CheckLimits;
import org.clearground.reports.FormReader;
import org.clearground.reports.ReadReport;
import org.clearground.reports.WrittenReport;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.intake.WrittenReports;
import org.jspecify.annotations.Nullable;

/** Reads and checks a file as an import would, with all that only the file can show; the store is not asked. */
public final class FileCheck {

    private final ReportImport.Country country;
    private final Rulebook rulebook;
    private final LocalDate today;

    public FileCheck(ReportImport.Country country, Rulebook rulebook, LocalDate today) {
        this.country = country;
        this.rulebook = rulebook;
        this.today = today;
    }

    /**
     * A report of the file.
     *
     * @param district that it names; null if none that is known
     */
    public record Checked(WrittenReport written, ReadReport read, @Nullable District district) {}

    /** What the country's checks take as limits. */
    public CheckLimits limits(String form) {
        return country.form(form).parameters().limits();
    }

    /** Reads every report; no more than one of them is held. */
    public void read(
            ReceivedFile file,
            String form,
            Mapping mapping,
            @Nullable String organisation,
            Consumer<Checked> reports,
            Consumer<Finding> aboutTheFile) {
        var known = country.form(form);
        var reader = new FormReader(known.definition(), known.lists(), mapping.decimalMark());
        var rules = rulebook.of(country.pack(), form, country.places(), known.parameters(), today);
        var ordinal = new int[1];
        WrittenReports.of(file, known.definition(), mapping)
                .read(
                        written -> {
                            var read = rules.check(
                                    reader.read(file.digest(), ++ordinal[0], written), written, organisation);
                            var code = read.report().answers().code("district");
                            var district = code == null
                                    ? null
                                    : country.places().findDistrict(code).orElse(null);
                            reports.accept(new Checked(written, read, district));
                        },
                        aboutTheFile);
    }
}
