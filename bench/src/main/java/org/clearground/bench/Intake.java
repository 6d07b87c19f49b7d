// SPDX-License-Identifier: Apache-2.0
package org.clearground.bench;

import java.nio.file.Path;
import org.clearground.commands.Application;
import org.clearground.reports.intake.Mapping;
import org.clearground.reports.store.Country;
import org.clearground.reports.store.ImportRequest;

/** Takes files in as the programme's own import does, inside this process. */
final class Intake implements AutoCloseable {

    private final Application application;
    private final Country country;

    Intake(Path store) {
        this.application = Application.create(store, "aze", "bench");
        this.country = application.country();
    }

    Application application() {
        return application;
    }

    /**
     * Takes a file in and approves its reports.
     *
     * @throws IllegalStateException if any of it was not approved; random ground may overlap, which is only told
     */
    void take(Path file) {
        var request = new ImportRequest(file, "progress", null, Mapping.NONE, false, true, "bench");
        var result = application.reportImport().run(request, country, reports -> {});
        if (result.blocked() > 0 || result.approved() == 0) {
            throw new IllegalStateException(file + " was not taken in as it should: " + result.findingCounts());
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
