package org.conductregister.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.conductregister.eventstore.database.Transactions;
import org.conductregister.eventstore.engine.GroupCommit;
import org.jspecify.annotations.Nullable;

/**
 * The data keys, each wrapped by the master key, in a table of SQLite or PostgreSQL. What is committed is on disk. Of a key that is
 * erased a tombstone stays, so that it is known for one that was, and never made again. Thread-safe.
 */
public final class KeyStore {

    private static final String TABLE = """
        CREATE TABLE IF NOT EXISTS DataKey (
            subject varchar(255) NOT NULL,
            generation integer NOT NULL,
            wrapped text, -- base64; none once erased
            createdAt bigint NOT NULL, -- milliseconds since 1970-01-01T00:00:00Z
            erasedAt bigint,
            PRIMARY KEY (subject, generation)
        )""";

    private static final String APPLIED = """
        CREATE TABLE IF NOT EXISTS ErasuresApplied (
            position bigint NOT NULL PRIMARY KEY -- in the log: the keys of each erasure up to it are destroyed here
        )""";

    private static final String INSERT =
            "INSERT INTO DataKey (subject, generation, wrapped, createdAt) VALUES (?, ?, ?, ?)";

    /**
     * An erasure is of the keys made up to its instant, which the log has by the server's clock: so the keys have theirs by it too, and
     * the time that a node sends is not taken. A later generation is made after the erasure of the one before, in whole milliseconds.
     */
    private static final String INSERT_BY_THE_SERVERS_CLOCK = """
        INSERT INTO DataKey (subject, generation, wrapped, createdAt)
            SELECT subject, generation, wrapped,
                (extract(epoch FROM clock_timestamp()) * 1000)::bigint + CASE WHEN generation > 1 THEN 1 ELSE 0 END
            FROM (VALUES (?::text, ?::integer, ?::text, ?::bigint)) AS made (subject, generation, wrapped, nodes)\
        """;

    /** The most parameters of one statement. */
    private static final int TOGETHER = 500;

    /** How long new keys wait for those before them to be written. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource database;
    private final boolean sqlite;

    /** Keys that are made at the same moment for several records are synced together. */
    private final GroupCommit<Addition> additions =
            new GroupCommit<>(this::insert, PATIENCE, KeysUnusableException::new);

    /** New keys, and once they are committed the subjects of those that were added. */
    private static final class Addition {

        private final List<StoredKey> keys;
        private final Set<String> added = new HashSet<>();

        private Addition(List<StoredKey> keys) {
            this.keys = keys;
        }
    }

    private KeyStore(DataSource database, boolean sqlite) {
        this.database = database;
        this.sqlite = sqlite;
    }

    /** Opens the store in a database, and makes its table where there is none. */
    public static KeyStore in(DataSource database) {
        try (var connection = database.getConnection()) {
            boolean sqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
            if (sqlite) {
                execute(connection, "PRAGMA journal_mode = WAL");
            }
            if (!hasTable(connection, sqlite, "DataKey")) {
                execute(connection, TABLE);
                execute(connection, APPLIED);
            }
            return new KeyStore(database, sqlite);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Where there is the table, a user who may only read it is enough. */
    private static boolean hasTable(Connection connection, boolean sqlite, String name) throws SQLException {
        try (var select = connection.prepareStatement(
                sqlite
                        ? "SELECT 1 FROM sqlite_schema WHERE name = ?"
                        : "SELECT 1 FROM pg_catalog.pg_tables"
                                + " WHERE schemaname = current_schema() AND tablename = lower(?)")) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Whether it holds no key, nor the tombstone of one. */
    public boolean isEmpty() {
        return reading(connection -> {
            try (var select = connection.prepareStatement("SELECT 1 FROM DataKey LIMIT 1");
                    var row = select.executeQuery()) {
                return !row.next();
            }
        });
    }

    /** Returns all generations of the keys of some subjects, in order of the generation. */
    List<StoredKey> find(Collection<String> subjects) {
        return reading(connection -> {
            var found = new ArrayList<StoredKey>();
            var all = List.copyOf(subjects);
            for (int from = 0; from < all.size(); from += TOGETHER) {
                find(all.subList(from, Math.min(all.size(), from + TOGETHER)), connection, found);
            }
            return found;
        });
    }

    private static void find(List<String> subjects, Connection connection, List<StoredKey> found) throws SQLException {
        var places = String.join(",", Collections.nCopies(subjects.size(), "?"));
        try (var select = connection.prepareStatement(
                "SELECT subject, generation, wrapped, createdAt FROM DataKey WHERE subject IN (" + places
                        + ") ORDER BY subject, generation")) {
            for (int i = 0; i < subjects.size(); i++) {
                select.setString(i + 1, subjects.get(i));
            }
            read(select, found);
        }
    }

    private static void read(PreparedStatement select, List<StoredKey> found) throws SQLException {
        try (var row = select.executeQuery()) {
            while (row.next()) {
                var wrapped = row.getString(3);
                found.add(new StoredKey(
                        row.getString(1),
                        row.getInt(2),
                        wrapped == null ? null : Base64.getDecoder().decode(wrapped),
                        row.getLong(4)));
            }
        }
    }

    /**
     * Keeps new keys, all in one transaction; those that another process has made meanwhile stay as they are.
     *
     * @return the subjects whose keys were added, as far as the database says; the others may have keys of another process
     */
    Set<String> add(List<StoredKey> keys) {
        var addition = new Addition(keys);
        try {
            additions.submit(addition);
        } catch (GroupCommit.WaitedTooLongException e) {
            throw new KeysUnusableException("The store of keys is too slow.", e);
        }
        return addition.added;
    }

    private record Row(StoredKey key, Addition of) {}

    /** In one order whatever the group, or two processes could wait for one another's rows. */
    private void insert(List<Addition> together) {
        var rows = together.stream()
                .flatMap(addition -> addition.keys.stream().map(key -> new Row(key, addition)))
                .sorted(Comparator.comparing(row -> row.key().subject()))
                .toList();
        writing(connection -> {
            try (var insert = connection.prepareStatement(
                    (sqlite ? INSERT : INSERT_BY_THE_SERVERS_CLOCK) + " ON CONFLICT DO NOTHING")) {
                for (var row : rows) {
                    insert.setString(1, row.key().subject());
                    insert.setInt(2, row.key().generation());
                    insert.setString(3, encoded(row.key().wrapped()));
                    insert.setLong(4, row.key().createdAt());
                    insert.addBatch();
                }
                int[] changed = insert.executeBatch();
                for (int i = 0; i < changed.length; i++) {
                    if (changed[i] == 1) {
                        rows.get(i).of().added.add(rows.get(i).key().subject());
                    }
                }
            }
        });
    }

    private static @Nullable String encoded(byte @Nullable [] wrapped) {
        return wrapped == null ? null : Base64.getEncoder().encodeToString(wrapped);
    }

    /**
     * Destroys the keys that a subject has, those that were made up to an instant; their tombstones stay. What SQLite kept of them is
     * overwritten.
     */
    void erase(String subject, Instant madeUpTo, Instant now) {
        writing(connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE DataKey SET wrapped = NULL, erasedAt = ? WHERE subject = ? AND createdAt <= ?"
                            + " AND erasedAt IS NULL")) {
                update.setLong(1, now.toEpochMilli());
                update.setString(2, subject);
                update.setLong(3, madeUpTo.toEpochMilli());
                update.executeUpdate();
            }
        });
        if (sqlite) {
            reading(connection -> {
                execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                return true;
            });
        }
    }

    /** Whether a subject has a key that was made up to an instant, and is not erased. */
    boolean hasKeyMadeUpTo(String subject, Instant instant) {
        return reading(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT 1 FROM DataKey WHERE subject = ? AND createdAt <= ? AND erasedAt IS NULL")) {
                select.setString(1, subject);
                select.setLong(2, instant.toEpochMilli());
                try (var row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    /** Returns the position in the log up to which the keys of each erasure are known to be destroyed; 0 where none is known. */
    long erasuresAppliedUpTo() {
        return reading(connection -> {
            if (!hasTable(connection, sqlite, "ErasuresApplied")) {
                return 0L;
            }
            try (var select = connection.prepareStatement("SELECT MAX(position) FROM ErasuresApplied");
                    var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Notes it. Rows are only added, so a user who may not change any will do. */
    void noteErasuresApplied(long position) {
        writing(connection -> {
            if (!hasTable(connection, sqlite, "ErasuresApplied")) {
                execute(connection, APPLIED);
            }
            try (var insert = connection.prepareStatement(
                    "INSERT INTO ErasuresApplied (position) VALUES (?) ON CONFLICT DO NOTHING")) {
                insert.setLong(1, position);
                insert.executeUpdate();
            }
        });
    }

    /** Returns the next keys that are not erased, in order, after the one given; empty after the last. */
    List<StoredKey> after(@Nullable StoredKey last, int limit) {
        return reading(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT subject, generation, wrapped, createdAt FROM DataKey WHERE wrapped IS NOT NULL"
                            + " AND (subject > ? OR (subject = ? AND generation > ?))"
                            + " ORDER BY subject, generation LIMIT ?")) {
                var subject = last == null ? "" : last.subject();
                select.setString(1, subject);
                select.setString(2, subject);
                select.setInt(3, last == null ? 0 : last.generation());
                select.setInt(4, limit);
                var found = new ArrayList<StoredKey>();
                read(select, found);
                return found;
            }
        });
    }

    /** Keeps keys as they are wrapped now; those erased meanwhile stay erased. */
    void replace(List<StoredKey> keys) {
        writing(connection -> {
            try (var update = connection.prepareStatement(
                    "UPDATE DataKey SET wrapped = ? WHERE subject = ? AND generation = ? AND erasedAt IS NULL")) {
                for (var key : keys) {
                    update.setString(1, encoded(key.wrapped()));
                    update.setString(2, key.subject());
                    update.setInt(3, key.generation());
                    update.addBatch();
                }
                update.executeBatch();
            }
        });
    }

    /** Returns the instant at which the latest key of a subject was erased; empty where none has been. */
    public Optional<Instant> erasedAt(String subject) {
        return reading(connection -> {
            try (var select = connection.prepareStatement("SELECT MAX(erasedAt) FROM DataKey WHERE subject = ?")) {
                select.setString(1, subject);
                try (var row = select.executeQuery()) {
                    row.next();
                    long millis = row.getLong(1);
                    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
                }
            }
        });
    }

    private interface Reading<R> {
        R from(Connection connection) throws SQLException;
    }

    private interface Writing {
        void to(Connection connection) throws SQLException;
    }

    private <R> R reading(Reading<R> reading) {
        try (var connection = database.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void writing(Writing writing) {
        try (var connection = database.getConnection()) {
            if (sqlite) {
                execute(connection, "PRAGMA synchronous = FULL");
                execute(connection, "PRAGMA secure_delete = ON");
            }
            connection.setAutoCommit(false);
            try {
                writing.to(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                Transactions.abandon(connection, e);
                throw e;
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static KeysUnusableException failed(SQLException e) {
        return new KeysUnusableException("The store of keys could not be used: " + e.getMessage(), e);
    }
}
