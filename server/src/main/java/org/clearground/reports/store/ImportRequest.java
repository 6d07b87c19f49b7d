// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.nio.file.Path;
import org.clearground.ledger.Digest;
import org.clearground.reports.intake.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * A file to take in.
 *
 * @param form by which it is read
 * @param organisation that sent it; reports of another are then blocked; null to take each report's word
 * @param dryRun do everything and keep nothing
 * @param approve accept every report that no finding blocks
 * @param actor who does it
 * @param corrects digest of the submission whose rows these are, corrected; null if they are nobody's before
 */
public record ImportRequest(
        Path file,
        String form,
        @Nullable String organisation,
        Mapping mapping,
        boolean dryRun,
        boolean approve,
        String actor,
        @Nullable Digest corrects) {

    /** Of a file that stands for itself. */
    public ImportRequest(
            Path file,
            String form,
            @Nullable String organisation,
            Mapping mapping,
            boolean dryRun,
            boolean approve,
            String actor) {
        this(file, form, organisation, mapping, dryRun, approve, actor, null);
    }
}
