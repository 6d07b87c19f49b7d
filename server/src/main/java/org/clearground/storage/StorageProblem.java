// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import java.sql.SQLException;
import java.util.Optional;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what the database says into one sentence for a person. */
public final class StorageProblem {

    private static final int FULL = 13;

    private StorageProblem() {}

    /** The sentence for a failure of the database, with what to do. */
    public static ProblemException of(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return new ProblemException(
                    ProblemCode.STORAGE_UNAVAILABLE, "the database failed: " + failure.getMessage(), failure);
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        // Where the shared-memory file beside the store cannot grow, that is what a full disk looks like on opening.
        int told = code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE ? FULL : code.code & 0xFF;
        return switch (told) {
            case 5, 6 ->
                new ProblemException(
                        ProblemCode.STORE_BUSY,
                        "another programme is writing to this store; try again when it is done",
                        failure);
            case 8 ->
                new ProblemException(
                        ProblemCode.STORE_UNUSABLE,
                        "the store cannot be written: its file or directory is read-only; give the right to write or use another --data",
                        failure);
            case 10 ->
                new ProblemException(
                        ProblemCode.STORAGE_UNAVAILABLE,
                        "the disk answered with an error (" + code
                                + "); nothing of this step was kept; check the disk and try again",
                        failure);
            case 11, 26 ->
                new ProblemException(
                        ProblemCode.STORE_UNUSABLE,
                        "the store's file is damaged or no database; restore it from a backup",
                        failure);
            case FULL ->
                new ProblemException(
                        ProblemCode.STORAGE_UNAVAILABLE,
                        "the disk is full; nothing of this step was kept; free some space and try again",
                        failure);
            case 14 ->
                new ProblemException(
                        ProblemCode.STORE_UNUSABLE,
                        "the store's file cannot be opened; check that the directory can be written",
                        failure);
            default -> new ProblemException(ProblemCode.BUG, "the database refused: " + failure.getMessage(), failure);
        };
    }

    /** The database's failure inside whatever wrapped it. */
    public static Optional<SQLException> within(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
