// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.intake;

import java.util.function.Consumer;
import org.clearground.errors.Finding;
import org.clearground.imports.ReceivedFile;
import org.clearground.reports.FormDefinition;
import org.clearground.reports.WrittenReport;

/** The reports of one file, read one after the other; no more than one of them is held. */
public interface WrittenReports {

    /**
     * Reads them all.
     *
     * @param aboutTheFile takes what is found of the file rather than of a report: a column nobody asked for
     */
    void read(Consumer<WrittenReport> reports, Consumer<Finding> aboutTheFile);

    /** The reader for a file's kind. */
    static WrittenReports of(ReceivedFile file, FormDefinition form, Mapping mapping) {
        return switch (file.kind()) {
            case CSV, XLSX -> new TableReports(file, form, mapping);
            case GEOJSON, JSON, KML -> new ObjectReports(file, form, mapping);
        };
    }
}
