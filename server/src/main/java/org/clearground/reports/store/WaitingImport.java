// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.util.List;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.Digest;
import org.clearground.reports.intake.Mapping;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Takes a waiting file in, and takes back what its sender left out or corrected. The file is always kept whole, as it
 * came; that something of it does not count stands in the ledger.
 */
public final class WaitingImport {

    private final Store store;
    private final WaitingUploads uploads;
    private final CorrectedRows corrections;
    private final Intake intake;

    public WaitingImport(Store store, WaitingUploads uploads, CorrectedRows corrections, Intake intake) {
        this.store = store;
        this.uploads = uploads;
        this.corrections = corrections;
        this.intake = intake;
    }

    /**
     * Why reports of the file do not wait for a decision, in the words that the ledger keeps.
     *
     * @param leftOut of those that a finding blocks
     * @param corrected of those whose rows were corrected and come in a file of their own
     */
    public record Reasons(String leftOut, String corrected) {}

    /** Which reports wait for a decision afterwards. */
    public enum Taken {
        ALL,
        /** Those that no finding blocks. */
        GOOD
    }

    /**
     * Takes it in. The waiting file is gone afterwards.
     *
     * @param headings under which the rows of its reports stand
     * @throws ProblemException if it cannot be read; then nothing of it is kept
     */
    public ImportResult take(WaitingUpload upload, List<String> headings, Taken taken, String person, Reasons reasons) {
        var file = upload.file();
        if (!file.digest().equals(upload.digest())) {
            throw new ProblemException(
                    ProblemCode.STORAGE_UNAVAILABLE, file.name() + " is not what arrived any more; send it again");
        }
        var result = take(upload, file, upload.mapping(), person, null);
        var corrected = corrections.file(upload, headings);
        if (result.importedBefore() == null) {
            var ordinals = corrections.of(upload).keySet();
            takeBack(upload, file.digest(), ordinal -> ordinals.contains((int) ordinal), reasons.corrected(), person);
            if (taken == Taken.GOOD) {
                takeBackBlocked(upload, file.digest(), reasons.leftOut(), person);
            }
        }
        if (corrected != null) {
            var second = take(upload, corrected, upload.mapping().ofRows(), person, file.digest());
            if (taken == Taken.GOOD && second.importedBefore() == null) {
                takeBackBlocked(upload, corrected.digest(), reasons.leftOut(), person);
            }
        }
        uploads.drop(upload);
        return result;
    }

    private ImportResult take(
            WaitingUpload upload, ReceivedFile file, Mapping mapping, String person, @Nullable Digest corrects) {
        return intake.imports()
                .run(
                        file,
                        new ImportRequest(
                                file.path(),
                                upload.form(),
                                upload.organisation(),
                                mapping,
                                false,
                                false,
                                person,
                                corrects),
                        intake.country().get(),
                        reports -> {});
    }

    private void takeBackBlocked(WaitingUpload upload, Digest submission, String reason, String person) {
        var blocked = new Ordinals();
        store.read(transaction -> {
            transaction
                    .sql()
                    .sql("select ordinal from report where reading = ? and blocking > 0 order by ordinal")
                    .param(reading(transaction, submission, upload.form()))
                    .query(row -> {
                        blocked.add(row.getLong(1));
                    });
            return blocked.count();
        });
        takeBack(upload, submission, blocked::contains, reason, person);
    }

    private void takeBack(WaitingUpload upload, Digest submission, LongPredicate chosen, String reason, String person) {
        store.<Long>write(transaction -> intake.decisions()
                .takeBack(transaction, reading(transaction, submission, upload.form()), chosen, reason, person));
    }

    private static long reading(Transaction transaction, Digest submission, String form) {
        return Objects.requireNonNull(transaction
                .sql()
                .sql("select max(id) from reading where submission = ? and form = ?")
                .params(submission.hex(), form)
                .query(Long.class)
                .single());
    }

    /**
     * Takes a file back: every report of it that waits and that nobody signed. What was decided stays as it is.
     *
     * @return how many were taken back
     */
    public long undo(Digest submission, String reason, String person) {
        if (reason.isBlank()) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, "say why the file is taken back; whoever reads the ledger will find it");
        }
        return store.<Long>write(transaction -> {
            long taken = 0;
            for (var reading : transaction
                    .sql()
                    .sql("select id from reading where submission = ? order by id")
                    .param(submission.hex())
                    .query(Long.class)
                    .list()) {
                taken += intake.decisions().takeBack(transaction, reading, any -> true, reason.strip(), person);
            }
            return taken;
        });
    }
}
