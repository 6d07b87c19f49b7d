// SPDX-License-Identifier: Apache-2.0
package org.clearground.reports.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.clearground.imports.FileArrival;
import org.clearground.imports.ReceivedFile;
import org.clearground.ledger.CanonicalJson;
import org.clearground.ledger.Digest;
import org.clearground.reports.intake.Mapping;
import org.clearground.storage.Store;
import org.clearground.storage.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Files that wait on pages to be taken in. They are no part of the ledger: nothing was acknowledged, and what is not taken
 * in within {@link #HELD} is deleted. Each belongs to the account that brought it and is for all others as if it did not
 * exist.
 */
public final class WaitingUploads {

    /** How long a file waits. */
    public static final Duration HELD = Duration.ofDays(7);

    /** Larger files are taken in by the command. */
    public static final long MOST_BYTES = 100L << 20;

    private static final int MOST_WAITING = 20;
    private static final String FOLDER = "uploads";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public WaitingUploads(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps a file that arrived.
     *
     * @param written name that the sender's machine gave it, perhaps with a path
     * @return its id
     * @throws ProblemException if it is of no kind that can be read, or too many wait already; then nothing is kept
     */
    public String keep(
            FileArrival arrival,
            @Nullable String written,
            @Nullable String account,
            @Nullable String organisation,
            String form) {
        deleteOld();
        if (list(account).size() >= MOST_WAITING) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL,
                    MOST_WAITING + " of your files wait already; take them in or throw them away first");
        }
        var name = ReceivedFile.sentName(written);
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        var path = path(id);
        try {
            Files.createDirectories(path.getParent());
            arrival.moveTo(path);
            var file = ReceivedFile.inspect(path, name);
            store.<Boolean>write(transaction -> {
                transaction
                        .sql()
                        .sql("insert into waiting_upload (id, account, organisation, form, file_name, sha256, mapping,"
                                + " looked, created_at_ms) values (?, ?, ?, ?, ?, ?, ?, null, ?)")
                        .params(Arrays.<@Nullable Object>asList(
                                id,
                                account,
                                organisation,
                                form,
                                name,
                                file.digest().hex(),
                                CanonicalJson.of(Mapping.NONE.asMap()),
                                clock.millis()))
                        .update();
                return true;
            });
            return id;
        } catch (IOException refused) {
            delete(path);
            throw new ProblemException(
                    ProblemCode.STORAGE_UNAVAILABLE,
                    "the file cannot be kept (" + refused.getMessage() + "); nothing was taken in",
                    refused);
        } catch (RuntimeException unusable) {
            delete(path);
            throw unusable;
        }
    }

    /** One that this account brought; empty for that of any other, and for one that never was. */
    public Optional<WaitingUpload> find(String id, @Nullable String account) {
        return ID.matcher(id).matches()
                ? store.read(transaction ->
                        select(transaction, "id = ? and account is not distinct from ?", id, account).stream()
                                .findFirst())
                : Optional.empty();
    }

    /** All that an account brought, the newest first. */
    public List<WaitingUpload> list(@Nullable String account) {
        return store.read(transaction -> select(transaction, "account is not distinct from ?", account));
    }

    private List<WaitingUpload> select(Transaction transaction, String condition, @Nullable Object... values) {
        return transaction
                .sql()
                .sql("select id, account, organisation, form, file_name, sha256, mapping, looked, created_at_ms"
                        + " from waiting_upload where " + condition + " order by created_at_ms desc, id")
                .params(Arrays.asList(values))
                .query((row, number) -> upload(row))
                .list();
    }

    private WaitingUpload upload(ResultSet row) throws SQLException {
        return new WaitingUpload(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new Digest(row.getString(6)),
                Mapping.of(CanonicalJson.read(row.getString(7))),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)),
                path(row.getString(1)));
    }

    /** Has it read with another mapping; what was found and corrected under the one before is forgotten. */
    public void setMapping(WaitingUpload upload, Mapping mapping) {
        store.<Boolean>write(transaction -> {
            transaction
                    .sql()
                    .sql("update waiting_upload set mapping = ?, looked = null where id = ?")
                    .params(CanonicalJson.of(mapping.asMap()), upload.id())
                    .update();
            transaction
                    .sql()
                    .sql("delete from waiting_correction where upload = ?")
                    .param(upload.id())
                    .update();
            return true;
        });
    }

    /** Keeps what was found when it was looked through. */
    void setLooked(WaitingUpload upload, String looked) {
        store.<Boolean>write(transaction -> {
            transaction
                    .sql()
                    .sql("update waiting_upload set looked = ? where id = ?")
                    .params(looked, upload.id())
                    .update();
            return true;
        });
    }

    /** Throws it away, with all that was corrected in it. */
    public void drop(WaitingUpload upload) {
        drop(upload.id());
    }

    private void drop(String id) {
        store.<Boolean>write(transaction -> {
            transaction
                    .sql()
                    .sql("delete from waiting_correction where upload = ?")
                    .param(id)
                    .update();
            transaction
                    .sql()
                    .sql("delete from waiting_upload where id = ?")
                    .param(id)
                    .update();
            return true;
        });
        delete(path(id));
        delete(look(id));
        delete(rows(id));
    }

    private void deleteOld() {
        long before = clock.instant().minus(HELD).toEpochMilli();
        store.read(transaction -> transaction
                        .sql()
                        .sql("select id from waiting_upload where created_at_ms < ?")
                        .param(before)
                        .query(String.class)
                        .list())
                .forEach(this::drop);
    }

    private Path path(String id) {
        return store.directory().resolve(FOLDER).resolve(id);
    }

    /** Where what was found in it is kept, a line for each report. */
    Path look(String id) {
        return store.directory().resolve(FOLDER).resolve(id + ".look");
    }

    /** Where its corrected rows are written. */
    Path rows(String id) {
        return store.directory().resolve(FOLDER).resolve(id + ".rows");
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
