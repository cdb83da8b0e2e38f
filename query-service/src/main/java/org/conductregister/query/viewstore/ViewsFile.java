package org.conductregister.query.viewstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.eventstore.database.ThrowsAwayBroken;
import org.conductregister.eventstore.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The file of SQLite that holds views. A commit is complete or absent after a kill or a power cut; the last ones may be
 * absent ({@code synchronous=NORMAL}), and are then made again from the log. Thread-safe.
 *
 * <p>A file that is damaged, of another version or not the register's is replaced with an empty one: at opening by itself,
 * later by who is told so through {@link #onDamage}.
 */
public final class ViewsFile implements AutoCloseable {

    /** Names the file; where it is not set, views are stored in MongoDB. */
    public static final String PROPERTY = "register.views.file";

    private static final Logger log = LoggerFactory.getLogger(ViewsFile.class);

    /** Tells this from other files of SQLite: "CRVW" in ASCII. */
    private static final int APPLICATION_ID = 0x43525657;

    /** Raised whenever the same entries would be stored in another way than before. */
    private static final int VERSION = 3;

    private static final String SETTINGS =
            "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=30000&transaction_mode=IMMEDIATE&cache_size=-8000";

    private static final int CONNECTIONS = 6;

    private final Path file;
    private final AtomicBoolean damaged = new AtomicBoolean();

    /** Read by who uses the connections, written by who replaces the file that they lead to. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private HikariDataSource connections;
    private volatile Runnable whenDamaged = () -> {};

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<R> {

        R on(Connection connection) throws SQLException;
    }

    /** Opens the file, which is made where there is none that can be used. */
    public ViewsFile(Path file) {
        this.file = file;
        this.connections = Files.exists(file) ? openOrReplace() : newFile();
    }

    private HikariDataSource openOrReplace() {
        String fault = fault();
        if (fault.isEmpty()) {
            return connect(file);
        }
        log.warn("{} {}; the views in it are rebuilt from the log", file, fault);
        delete();
        return newFile();
    }

    /** Looks at the file over a connection of its own: a pool would try for half a minute what cannot be opened. */
    private String fault() {
        try (var connection = DriverManager.getConnection(url(file))) {
            return fault(connection);
        } catch (SQLException e) {
            if (isDamage(e)) {
                return "is damaged (" + e.getMessage() + ")";
            }
            throw unreadable(e);
        }
    }

    private static String fault(Connection connection) throws SQLException {
        if (pragma(connection, "application_id") != APPLICATION_ID) {
            return "is not a file of views";
        } else if (pragma(connection, "user_version") != VERSION) {
            return "was written by another version of the register";
        }
        return "";
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA " + name)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static HikariDataSource connect(Path file) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(file));
        config.setPoolName("views");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new ThrowsAwayBroken());
        return new HikariDataSource(config);
    }

    private static String url(Path file) {
        return Sqlite.url(file) + SETTINGS;
    }

    private HikariDataSource newFile() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the views cannot be made", e);
        }
        var made = connect(file);
        try (var connection = made.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : schema().split(";\n", -1)) {
                statement.executeUpdate(sql);
            }
            statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version = " + VERSION);
            connection.commit();
            return made;
        } catch (SQLException e) {
            made.close();
            throw new IllegalStateException("The file of the views cannot be made: " + file, e);
        }
    }

    private static String schema() {
        try (InputStream sql = ViewsFile.class.getResourceAsStream("views.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads. Where the work begins a transaction, the connection is as before once it is given back.
     *
     * @throws ViewsDamagedException where the file turns out to be damaged
     */
    public <R> R read(Work<R> work) {
        inUse.readLock().lock();
        try (var connection = connections.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw translated(e);
        } catch (ViewsDamagedException e) {
            report(e);
            throw e;
        } finally {
            inUse.readLock().unlock();
        }
    }

    /**
     * Writes in one transaction.
     *
     * @throws ViewsDamagedException where the file turns out to be damaged
     */
    public <R> R write(Work<R> work) {
        return read(connection -> {
            connection.setAutoCommit(false);
            try {
                R result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                Transactions.abandon(connection, e);
                throw e;
            }
        });
    }

    private RuntimeException translated(SQLException failure) {
        if (isDamage(failure)) {
            var damage = new ViewsDamagedException(String.valueOf(failure.getMessage()), failure);
            report(damage);
            return damage;
        }
        return unreadable(failure);
    }

    private static IllegalStateException unreadable(SQLException failure) {
        return new IllegalStateException("The file of the views: " + failure.getMessage(), failure);
    }

    private static boolean isDamage(SQLException failure) {
        return is(failure, SQLiteErrorCode.SQLITE_CORRUPT) || is(failure, SQLiteErrorCode.SQLITE_NOTADB);
    }

    private static boolean is(SQLException failure, SQLiteErrorCode kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite && (sqlite.getErrorCode() & 0xFF) == kind.code) {
                return true;
            }
        }
        return false;
    }

    private void report(ViewsDamagedException damage) {
        if (damaged.compareAndSet(false, true)) {
            log.warn("{} is damaged: {}", file, damage.getMessage());
            whenDamaged.run();
        }
    }

    /** @throws RuntimeException where nothing can be read from it */
    void requireReadable() {
        int unused = read(connection -> pragma(connection, "user_version"));
    }

    /**
     * Says what to do where the file turns out to be damaged.
     *
     * @param task run once for each damage, in the thread that comes to it
     */
    public void onDamage(Runnable task) {
        whenDamaged = task;
    }

    /** Replaces the file with an empty one, once reads that are under way have ended. */
    public void recreate() {
        inUse.writeLock().lock();
        try {
            connections.close();
            delete();
            connections = newFile();
            damaged.set(false);
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private void delete() {
        try {
            for (var suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the views cannot be deleted", e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
