// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.nio.file.Path;
import java.time.Instant;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.Digest;
import org.clearground.reports.intake.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody brought to a page and that is not taken in yet.
 *
 * @param id that nobody can guess
 * @param account that brought it; null where nobody has one
 * @param organisation that sent it; null to take each report's word
 * @param path where its bytes are kept, as they came
 * @param looked what was found when it was looked through with this mapping; null before
 */
public record WaitingUpload(
        String id,
        @Nullable String account,
        @Nullable String organisation,
        String form,
        String fileName,
        Digest digest,
        Mapping mapping,
        @Nullable String looked,
        Instant createdAt,
        Path path) {

    /**
     * The file under the name that it was sent by.
     *
     * @throws org.clearground.errors.ProblemException if it is gone or cannot be read
     */
    public ReceivedFile file() {
        return ReceivedFile.inspect(path, fileName);
    }
}
