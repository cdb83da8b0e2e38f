package org.conductregister.eventstore.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.PlacedEvent;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.integrity.StoredRow;
import org.jspecify.annotations.Nullable;

/** The differences between the databases that can hold the event log. Without state, so one serves all threads. */
public sealed interface Database permits PostgreSql, Sqlite {

    static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "SQLite" -> new Sqlite();
            case "PostgreSQL" -> new PostgreSql();
            default ->
                throw new IllegalArgumentException(
                        "The event log can be kept in SQLite or PostgreSQL, not in " + product);
        };
    }

    /**
     * Creates the table where it does not exist yet, and brings one of an earlier version forward.
     *
     * @throws EventFileRefusedException if it is of a later version, or not the register's
     */
    void createTable(Connection connection) throws SQLException;

    /**
     * Checks that what is committed on this connection is on disk.
     *
     * @throws IllegalArgumentException if the database is so configured that it would lose what it acknowledged
     */
    void requireDurability(Connection connection) throws SQLException;

    /**
     * Tries on two connections whether the database keeps one transaction that appends from another.
     *
     * @throws IllegalArgumentException if it does not
     */
    void requireExclusion(DataSource connections) throws SQLException;

    /**
     * Begins the one transaction that appends, waiting for another's end; the database lets the next one begin when the
     * transaction ends, after its rows are visible. What is read in it was committed before it began.
     *
     * @return when it began, as {@link #now} has it
     */
    Optional<Instant> beginAppend(Connection connection) throws SQLException;

    /** Begins one whose statements may take long, such as one that makes or fills a table. */
    default void beginLongAppend(Connection connection) throws SQLException {
        beginAppend(connection);
    }

    /**
     * Has a transaction, in which nothing has been read yet, wait for the one that appends, and bar the next until it ends.
     *
     * @return when it had waited, as {@link #now} has it
     */
    Optional<Instant> lockAppends(Connection transaction) throws SQLException;

    /** Returns the time by the database's own clock; empty where it has none, being a part of this process. */
    Optional<Instant> now(Connection connection) throws SQLException;

    /** Writes as much as a large entry and takes it back, to learn whether there is room; fails where there is none. */
    void tryToWrite(Connection connection) throws SQLException;

    /** Inserts events, in as few exchanges with the database as it has for so many. */
    default void insert(Connection transaction, List<PlacedEvent> rows) throws SQLException {
        try (PreparedStatement insert = transaction.prepareStatement(insert())) {
            for (PlacedEvent row : rows) {
                bind(insert, row.position(), row.recordedAt(), row.event(), row.salt());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Inserts one event; its parameters are those of {@link #bind}. */
    String insert();

    /** Writes another payload to a row that is there; only for bringing a log of an earlier version forward. */
    void replacePayload(Connection connection, StoredEvent event, String payload) throws SQLException;

    /** Has nothing of what rows once held stay in the database's files, as far as it can. Not within a transaction. */
    void sweep(Connection connection) throws SQLException;

    /**
     * Sets the parameters of {@link #insert}.
     *
     * @param salt random bytes that are kept with the event
     */
    void bind(PreparedStatement insert, long position, long recordedAt, NewEvent event, byte[] salt)
            throws SQLException;

    /** Returns the columns that {@link #read} needs of a row, for a SELECT. */
    String columns();

    /**
     * Returns the event of a row.
     *
     * @throws LogUnreadableException if the row is not what was once written
     */
    StoredEvent read(ResultSet row) throws SQLException;

    /**
     * Returns a row with these columns, and {@code salt} behind them, exactly as it lies in the table, without an opinion of it; what
     * is missing is empty. Whether it is as it was once written it says as far as the database has something to tell it by.
     */
    StoredRow readAsStored(ResultSet row) throws SQLException;

    /** A condition on {@code eventIdentifier} with one parameter, which {@link #setEntryIds} sets. */
    String isOneOfEntryIds();

    void setEntryIds(PreparedStatement select, int parameter, Collection<String> entryIds) throws SQLException;

    /** A condition on {@code aggregateIdentifier} with one parameter, which {@link #setAggregates} sets. */
    String isOneOfAggregates();

    void setAggregates(PreparedStatement select, int parameter, Collection<String> aggregateIdentifiers)
            throws SQLException;

    /** Looks at all that rows are found by; in a sentence what is wrong there. */
    Optional<String> faultOfIndexes(Connection connection) throws SQLException;

    /** Whether it is the events that were refused, and not the database that failed. */
    boolean blamesTheEvents(SQLException failure);

    /**
     * Returns the trouble of the database as a whole that a failure tells of; empty where nothing more than that it
     * failed.
     */
    Optional<LogTrouble.Kind> troubleBehind(SQLException failure);

    static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    static String only(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getString(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Executes statements with a semicolon between them, each of which ends its line. */
    static void executeAll(Connection connection, String script) throws SQLException {
        for (String sql : script.split(";( *--[^\\n]*)?\\n", -1)) {
            execute(connection, sql);
        }
    }

    static String script(String name) {
        try (InputStream resource = Objects.requireNonNull(Database.class.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
