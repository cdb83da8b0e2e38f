package org.conductregister.standalone.entries;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Rows about as long as those of entries, inserted by one connection as durably as entries are. */
final class PlainInserts {

    private static final String PAYLOAD = "x".repeat(260);
    private static final String METADATA = "y".repeat(180);

    private final String url;

    PlainInserts(String url) {
        this.url = url;
    }

    /** Inserts for that many seconds, with that many rows to a commit, and returns the rows a second. */
    double rowsPerSecond(int rowsOfACommit, int seconds) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            makeDurable(connection);
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS plain (position BIGINT PRIMARY KEY, id VARCHAR(36) UNIQUE,"
                                + " record VARCHAR(80), payload TEXT, metadata TEXT)");
            }
            connection.setAutoCommit(false);
            long first = rows(connection);
            long position = first;
            long began = System.nanoTime();
            try (var insert = connection.prepareStatement("INSERT INTO plain VALUES (?, ?, ?, ?, ?)")) {
                while (System.nanoTime() - began < seconds * 1_000_000_000L) {
                    for (int i = 0; i < rowsOfACommit; i++) {
                        bind(insert, ++position);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
            return (position - first) * 1e9 / (System.nanoTime() - began);
        }
    }

    private static void makeDurable(Connection connection) throws SQLException {
        if ("SQLite".equals(connection.getMetaData().getDatabaseProductName())) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
            }
        }
    }

    private static long rows(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COALESCE(MAX(position), 0) FROM plain")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void bind(PreparedStatement insert, long position) throws SQLException {
        insert.setLong(1, position);
        insert.setString(2, UUID.randomUUID().toString());
        insert.setString(3, "case/C-" + position);
        insert.setString(4, PAYLOAD);
        insert.setString(5, METADATA);
    }
}
