package org.conductregister.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** What differs between the databases that can hold the event log. */
enum Database {
    /** One process owns the file, so the lock that orders appends is that of the process. */
    H2("schema-h2.sql", true) {
        @Override
        void lockOrder(Connection transaction) {}

        @Override
        void requireDurability(Connection connection) throws SQLException {
            String url = connection.getMetaData().getURL();
            if (url.startsWith("jdbc:h2:mem:")) {
                return;
            }
            String writeDelay = only(connection.prepareStatement(
                    "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'"));
            if (!url.contains("async:") || !writeDelay.equals("0")) {
                throw new IllegalArgumentException(
                        "An H2 file loses acknowledged events on a kill without WRITE_DELAY=0,"
                                + " and closes when a thread is interrupted without the prefix async: in its path: "
                                + url);
            }
        }
    },
    /** Several nodes append to one log, so the lock that orders appends is the database's. */
    POSTGRESQL("schema-postgresql.sql", false) {
        @Override
        void lockOrder(Connection transaction) throws SQLException {
            try (PreparedStatement lock = transaction.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
                lock.setLong(1, ORDER_LOCK);
                lock.execute();
            }
        }

        @Override
        void requireDurability(Connection connection) throws SQLException {
            if (only(connection.prepareStatement("SHOW synchronous_commit")).equals("off")) {
                throw new IllegalArgumentException(
                        "PostgreSQL loses acknowledged events on a crash with synchronous_commit=off");
            }
        }
    };

    /** The advisory lock's key, "conductr" in ASCII: the same in every node, for ever. */
    private static final long ORDER_LOCK = 0x636F6E6475637472L;

    private final String schema;
    private final boolean visibleBeforeDurable;

    Database(String schema, boolean visibleBeforeDurable) {
        this.schema = schema;
        this.visibleBeforeDurable = visibleBeforeDurable;
    }

    static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new IllegalArgumentException("The event log can be kept in H2 or PostgreSQL, not in " + product);
        };
    }

    /**
     * Waits until this transaction is the only one that appends; the database lets go when the transaction ends, after
     * its rows are visible. The statement that reads the last position must come after, in a snapshot of its own.
     */
    abstract void lockOrder(Connection transaction) throws SQLException;

    /** @throws IllegalArgumentException if the database is so configured that it would lose what it acknowledged */
    abstract void requireDurability(Connection connection) throws SQLException;

    /** Whether others can see a commit's rows before they are on disk, and so before a kill can no longer undo them. */
    boolean visibleBeforeDurable() {
        return visibleBeforeDurable;
    }

    private static String only(PreparedStatement select) throws SQLException {
        try (select;
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    String schema() {
        try (InputStream resource = Objects.requireNonNull(Database.class.getResourceAsStream(schema), schema)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
