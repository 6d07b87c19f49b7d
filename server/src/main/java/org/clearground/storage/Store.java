// SPDX-License-Identifier: Apache-2.0
package org.clearground.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clearground.errors.ProblemCode;
import org.clearground.errors.ProblemException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The embedded store of a data directory: the file {@value #FILE}, a GeoPackage that is also the whole database.
 *
 * <p>One writer at a time, in this process and between processes; readers see the last committed state and never wait.
 * A commit has reached the disk when it returns (WAL, synchronous=FULL).
 */
public final class Store implements AutoCloseable {

    public static final String FILE = "clearground.gpkg";

    /** The newest schema this programme knows: the number of its last migration. */
    private static final String SCHEMA = "31";

    /** So many look something up at once; who comes then waits. */
    private static final int READERS = 16;

    private static final Duration PATIENCE_WITH_OTHER_WRITERS = Duration.ofMinutes(10);

    /** Of whoever only wants to know what would become of the store: their page is shown without it then. */
    private static final Duration PATIENCE_OF_READERS = Duration.ofMillis(250);

    /** How long one attempt to write lasts; who has more patience tries again. */
    private static final Duration ATTEMPT = Duration.ofSeconds(1);

    /** 16 MiB: reports that come one by one touch the same pages, which are then copied once for many of them. */
    private static final String PAGES_BETWEEN_CHECKPOINTS = "4000";

    /** In one step, under one read lock: nobody who writes meanwhile makes it begin again. */
    private static final int ALL_PAGES = -1;

    private static final int GEOPACKAGE = 0x47504B47;
    private static final int GEOPACKAGE_1_3 = 10300;

    private final Path directory;
    private final Dialect dialect = new SqliteDialect();
    private final Connection writerConnection;
    private final Transaction writer;
    private final HikariDataSource readers;
    private final Commits commits;
    private final ReentrantLock writing = new ReentrantLock();
    private Consumer<String> onWaiting = message -> {};

    private Store(Path directory) throws SQLException {
        this.directory = directory;
        var file = directory.resolve(FILE);
        // Deferred, because the driver begins the next transaction with every commit, and an immediate one would keep
        // all other programmes from writing until this one ends. begin() takes the lock.
        this.writerConnection = dataSource(file, "DEFERRED").getConnection();
        Rtree.register(writerConnection, dialect);
        this.writer = new Transaction(writerConnection, dialect);
        var pool = new HikariConfig();
        pool.setDataSource(source(file, readersConfig()));
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        pool.setAutoCommit(false);
        pool.setPoolName("readers");
        this.readers = new HikariDataSource(pool);
        this.commits = new Commits(source(file, readersConfig()).getConnection());
    }

    private static SQLiteDataSource dataSource(Path file, String transactionMode) {
        var config = config(transactionMode);
        config.setCacheSize(-64_000);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "268435456");
        return source(file, config);
    }

    /** Many at once: none of them maps the file or keeps much of it, because the system's own cache is theirs together. */
    private static SQLiteConfig readersConfig() {
        var config = config("DEFERRED");
        config.setCacheSize(-8_000);
        return config;
    }

    private static SQLiteConfig config(String transactionMode) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.valueOf(transactionMode));
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout((int) ATTEMPT.toMillis());
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, PAGES_BETWEEN_CHECKPOINTS);
        // We number rows ourselves; else the driver asks for the last number after every insert.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    public static boolean exists(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /**
     * Makes a new, empty store.
     *
     * @throws ProblemException if there is one already, or the directory cannot be made or written
     */
    public static Store create(Path directory) {
        return create(directory, transaction -> {});
    }

    /**
     * Makes a new store that holds what it begins with, or nothing.
     *
     * @throws ProblemException if there is one already, or the directory cannot be made or written
     */
    public static Store create(Path directory, Consumer<Transaction> beginning) {
        if (exists(directory)) {
            throw new ProblemException(
                    ProblemCode.WRONG_CALL, directory + " holds a store already; choose another --data");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException refused) {
            throw new ProblemException(
                    ProblemCode.STORE_UNUSABLE,
                    "cannot make the directory " + directory + " (" + refused.getMessage() + "); choose another --data",
                    refused);
        }
        requireWritable(directory);
        NativeLibrary.prepare(directory);
        var draft = directory.resolve(FILE + ".new");
        try {
            Files.deleteIfExists(draft);
            makeNew(draft, beginning);
            Files.move(draft, directory.resolve(FILE));
            return new Store(directory);
        } catch (IOException | SQLException | RuntimeException failed) {
            for (var end : new String[] {"", "-wal", "-shm", "-journal"}) {
                deleteQuietly(directory.resolve(FILE + ".new" + end));
            }
            throw asProblem(failed);
        }
    }

    /** A store is whole or absent: it is built under another name and takes its own when complete. */
    private static void makeNew(Path file, Consumer<Transaction> beginning) throws SQLException {
        migrate(file);
        var dialect = new SqliteDialect();
        var source = dataSource(file, "IMMEDIATE");
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            Rtree.register(connection, dialect);
            Rtree.createMissingTriggers(connection);
            statement.execute("pragma application_id = " + GEOPACKAGE);
            statement.execute("pragma user_version = " + GEOPACKAGE_1_3);
            connection.setAutoCommit(false);
            var transaction = new Transaction(connection, dialect);
            beginning.accept(transaction);
            transaction.changes().stamp(transaction);
            transaction.closeStatements();
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("pragma wal_checkpoint(truncate)");
        }
    }

    /** Brings a file to the newest schema. */
    private static void migrate(Path file) {
        var dialect = new SqliteDialect();
        Flyway.configure()
                .dataSource(dataSource(file, "IMMEDIATE"))
                .locations("classpath:db/common", "classpath:" + dialect.migrations())
                .placeholders(java.util.Map.of(
                        "serial",
                        dialect.serialColumn(),
                        "bytes",
                        dialect.bytesColumn(),
                        "whole",
                        dialect.wholeColumn()))
                .load()
                .migrate();
    }

    /**
     * Opens the store of a directory.
     *
     * @throws ProblemException if there is none, it is of a newer programme, or the directory cannot be written
     */
    public static Store open(Path directory) {
        if (!exists(directory)) {
            throw new ProblemException(
                    ProblemCode.STORE_UNUSABLE,
                    "there is no store in " + directory + "; make one with: clearground init --data " + directory
                            + " --pack aze");
        }
        requireWritable(directory);
        NativeLibrary.prepare(directory);
        try {
            var store = new Store(directory);
            try {
                store.bringToKnownSchema();
                return store;
            } catch (RuntimeException unusable) {
                store.close();
                throw unusable;
            }
        } catch (SQLException | RuntimeException failed) {
            throw asProblem(failed);
        }
    }

    private void bringToKnownSchema() {
        long known = this.<Long>read(tx -> tx.sql()
                .sql("select count(*) from sqlite_master where name = 'flyway_schema_history'")
                .query(Long.class)
                .single());
        if (known == 0) {
            throw new ProblemException(
                    ProblemCode.STORE_UNUSABLE,
                    "the file " + FILE + " in " + directory + " is damaged or no store; restore it from a backup");
        }
        var version = read(tx -> tx.sql()
                .sql("select version from flyway_schema_history where success = 1 order by installed_rank desc limit 1")
                .query(String.class)
                .single());
        if (Integer.parseInt(version) > Integer.parseInt(SCHEMA)) {
            throw new ProblemException(
                    ProblemCode.STORE_UNUSABLE,
                    "the store in " + directory + " was written by a newer Clearground (schema " + version
                            + ", this one knows " + SCHEMA + "); use that version");
        }
        if (Integer.parseInt(version) < Integer.parseInt(SCHEMA)) {
            migrate(directory.resolve(FILE));
            try (var connection =
                    dataSource(directory.resolve(FILE), "IMMEDIATE").getConnection()) {
                Rtree.createMissingTriggers(connection);
            } catch (SQLException failed) {
                throw asProblem(failed);
            }
        }
    }

    /** WAL needs its two companion files beside the database, so even readers need a directory they can write. */
    private static void requireWritable(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ProblemException(
                    ProblemCode.STORE_UNUSABLE, directory + " is not a directory; choose another --data");
        }
        if (!Files.isWritable(directory)) {
            throw new ProblemException(
                    ProblemCode.STORE_UNUSABLE,
                    "the directory " + directory + " is read-only; give the right to write or use another --data");
        }
    }

    private static RuntimeException asProblem(Exception failed) {
        if (failed instanceof ProblemException problem) {
            return problem;
        }
        return StorageProblem.within(failed)
                .<RuntimeException>map(StorageProblem::of)
                .orElseGet(() -> new ProblemException(
                        ProblemCode.STORAGE_UNAVAILABLE, "the store cannot be used: " + failed.getMessage(), failed));
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // the failure that led here is told; the draft is overwritten next time
        }
    }

    /** Told when another programme is writing and this one waits. */
    public void onWaiting(Consumer<String> listener) {
        this.onWaiting = listener;
    }

    public Path directory() {
        return directory;
    }

    public Dialect dialect() {
        return dialect;
    }

    /**
     * Does something wholly or not at all. When this returns, it is on the disk.
     *
     * @throws ProblemException when the store cannot be written, in one sentence
     */
    public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
        writing.lock();
        try {
            return write(work, PATIENCE_WITH_OTHER_WRITERS, true);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Does something and takes all of it back: what would become of the store. Nobody else ever sees it; who reads
     * meanwhile sees what was before.
     *
     * @throws ProblemException what doing it would throw
     */
    public <T extends @Nullable Object> T rehearse(Function<Transaction, T> work) {
        writing.lock();
        try {
            return write(work, PATIENCE_WITH_OTHER_WRITERS, false);
        } finally {
            writing.unlock();
        }
    }

    /**
     * The same for a page that somebody waits for.
     *
     * @throws ProblemException {@link ProblemCode#STORE_BUSY} if somebody else writes for longer than a blink
     */
    public <T extends @Nullable Object> T rehearseSoon(Function<Transaction, T> work) {
        return soon(work, false);
    }

    /**
     * {@link #write} for who can do it later as well.
     *
     * @throws ProblemException {@link ProblemCode#STORE_BUSY} if somebody else writes for longer than a blink
     */
    public <T extends @Nullable Object> T writeSoon(Function<Transaction, T> work) {
        return soon(work, true);
    }

    private <T extends @Nullable Object> T soon(Function<Transaction, T> work, boolean keep) {
        boolean mine = false;
        try {
            mine = writing.tryLock(PATIENCE_OF_READERS.toNanos(), TimeUnit.NANOSECONDS);
            if (!mine) {
                throw new ProblemException(
                        ProblemCode.STORE_BUSY, "somebody is writing to the store; try again when they have finished");
            }
            return write(work, PATIENCE_OF_READERS, keep);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.STORE_BUSY, "the programme is ending; nothing was changed", stopped);
        } finally {
            if (mine) {
                writing.unlock();
            }
        }
    }

    private <T extends @Nullable Object> T write(Function<Transaction, T> work, Duration patience, boolean keep) {
        try {
            begin(patience);
            T result = work.apply(writer);
            if (keep) {
                writer.changes().stamp(writer);
                writerConnection.commit();
            } else {
                writer.changes().forget();
                writer.closeStatements();
                writerConnection.rollback();
            }
            return result;
        } catch (SQLException | RuntimeException | Error failed) {
            rollback(failed);
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed instanceof RuntimeException other
                    && StorageProblem.within(failed).isEmpty()) {
                throw other;
            }
            throw asProblem((Exception) failed);
        }
    }

    private void begin(Duration patience) throws SQLException {
        writerConnection.setAutoCommit(false);
        writerConnection.unwrap(SQLiteConnection.class).setBusyTimeout((int)
                Math.min(patience.toMillis(), ATTEMPT.toMillis()));
        long giveUpAt = System.nanoTime() + patience.toNanos();
        for (boolean told = false; ; told = true) {
            try (var statement = writerConnection.createStatement()) {
                statement.executeUpdate("update ledger_head set seq = seq where false");
                return;
            } catch (SQLException busy) {
                if ((busy.getErrorCode() & 0xFF) != 5 || System.nanoTime() > giveUpAt) {
                    throw busy;
                }
                writerConnection.rollback();
                if (!told) {
                    onWaiting.accept("Another programme is writing to this store; waiting for it to finish.");
                }
            }
        }
    }

    private void rollback(Throwable failed) {
        writer.changes().forget();
        try {
            writer.closeStatements();
            writerConnection.rollback();
        } catch (SQLException | RuntimeException rollingBack) {
            failed.addSuppressed(rollingBack);
        }
    }

    /**
     * Another number whenever anybody has committed anything, in this process or another. Who asks for it first and reads
     * then may keep what was read for as long as the number stays the same.
     */
    public long version() {
        try {
            return commits.version();
        } catch (SQLException failed) {
            throw asProblem(failed);
        }
    }

    /** Reads one consistent state of the store. */
    public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
        try (var connection = readers.getConnection()) {
            var transaction = new Transaction(connection, dialect);
            try {
                return work.apply(transaction);
            } finally {
                transaction.closeStatements();
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw asProblem(failed);
        } catch (org.springframework.dao.DataAccessException failed) {
            throw asProblem(failed);
        }
    }

    /** The schema of this store: the number of its last migration. */
    public static String schema() {
        return SCHEMA;
    }

    /** Bytes that the store takes on the disk, with the log that stands beside its file while it is open. */
    public long bytes() {
        return bytes(FILE) + bytes(FILE + "-wal");
    }

    private long bytes(String name) {
        try {
            return Files.size(directory.resolve(name));
        } catch (IOException absent) {
            return 0; // a log that was emptied
        }
    }

    /**
     * Copies one consistent state of the store into a file, while others read and write. The copy is one file, with nothing
     * beside it.
     *
     * @param copy must be absent or empty
     * @throws ProblemException if it cannot be written; what was begun of it is left
     */
    public void copyTo(Path copy) {
        try (var connection = readers.getConnection()) {
            int result = connection
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", copy.toString(), (left, pages) -> {}, 100, 100, ALL_PAGES);
            connection.rollback();
            if (result != SQLiteErrorCode.SQLITE_OK.code) {
                var code = SQLiteErrorCode.getErrorCode(result);
                throw new SQLiteException("the copy was not finished: " + code, code);
            }
            try (var own = fileConnection(copy);
                    var statement = own.createStatement()) {
                statement.execute("pragma journal_mode = delete");
            }
        } catch (SQLException failed) {
            throw asProblem(failed);
        }
    }

    /** Reads a copy that {@link #copyTo} made, without making it a store. */
    public static <T extends @Nullable Object> T readCopy(Path copy, Function<Transaction, T> work) {
        try (var connection = fileConnection(copy)) {
            connection.setAutoCommit(false);
            var transaction = new Transaction(connection, new SqliteDialect());
            try {
                return work.apply(transaction);
            } finally {
                transaction.closeStatements();
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw asProblem(failed);
        } catch (org.springframework.dao.DataAccessException failed) {
            throw asProblem(failed);
        }
    }

    private static Connection fileConnection(Path file) throws SQLException {
        var source = new SQLiteDataSource(new SQLiteConfig());
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }

    @Override
    public void close() {
        readers.close();
        try {
            commits.close();
            writer.closeStatements();
            writerConnection.close();
        } catch (SQLException closing) {
            throw asProblem(closing);
        }
    }
}
