package org.conductregister.platform.keys;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.eventstore.database.ThrowsAwayBroken;
import org.conductregister.keys.KeysUnusableException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The places of the keys. Beside a log in a file, they are a directory of their own, readable by its owner alone, so that a backup
 * of the log leaves it out; with a log in PostgreSQL, the wrapped keys are a table there or in another database.
 *
 * @param directory {@code register.keys}, or beside the log
 * @param masterKey {@code register.master-key}, or in that directory
 * @param url {@code register.keys.url}; null where the keys are in the directory or beside the log's table
 */
record KeyPlaces(
        Path directory,
        Path masterKey,
        boolean inFile,
        @Nullable String url,
        Environment environment) {

    private static final String FILE_OF_SQLITE = "SELECT file FROM pragma_database_list WHERE name = 'main'";

    static KeyPlaces of(Environment environment, HikariDataSource events) {
        var logFile = logFile(events);
        var configured = environment.getProperty("register.keys");
        var directory = configured != null
                ? Path.of(configured)
                : logFile == null
                        ? Path.of(environment.getProperty("register.data", "data"))
                                .resolve("keys")
                        : Path.of(logFile + "-keys");
        var master = environment.getProperty("register.master-key");
        return new KeyPlaces(
                directory,
                master == null ? directory.resolve("master-key.json") : Path.of(master),
                logFile != null,
                environment.getProperty("register.keys-url"),
                environment);
    }

    /** Null where the log is not in a file. */
    private static @Nullable String logFile(HikariDataSource events) {
        try (var connection = events.getConnection()) {
            if (!connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
                return null;
            }
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(FILE_OF_SQLITE)) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new KeysUnusableException("The database of the log could not be reached: " + e.getMessage(), e);
        }
    }

    HikariDataSource connections(HikariDataSource events) {
        var config = new HikariConfig();
        config.setPoolName("keys");
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setExceptionOverride(new ThrowsAwayBroken());
        if (url != null) {
            config.setJdbcUrl(url);
            config.setUsername(environment.getProperty("register.keys-username"));
            config.setPassword(environment.getProperty("register.keys-password"));
        } else if (inFile) {
            config.setJdbcUrl(Sqlite.url(file()) + "?busy_timeout=30000");
        } else {
            config.setJdbcUrl(events.getJdbcUrl());
            config.setUsername(events.getUsername());
            config.setPassword(events.getPassword());
        }
        return new HikariDataSource(config);
    }

    /** Made where there is none, for its owner alone. */
    private Path file() {
        var file = directory.resolve("keys.db");
        try {
            Files.createDirectories(directory, ownersAlone("rwx------"));
            if (Files.notExists(file)) {
                Files.createFile(file, ownersAlone("rw-------"));
            }
            return file;
        } catch (IOException e) {
            throw new KeysUnusableException("The keys could not be kept in %s: %s.".formatted(directory, e), e);
        }
    }

    private static FileAttribute<?>[] ownersAlone(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
