package org.conductregister.query.statistics.benchmark.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conductregister.query.statistics.benchmark.oracle.RowSink;
import org.conductregister.query.statistics.benchmark.oracle.State;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL on this machine: an interval table with an index for each query, and counts added up by hand. */
public final class PostgreSql implements Database {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("shared_buffers", "2GB"),
            Map.entry("effective_cache_size", "6GB"),
            Map.entry("work_mem", "256MB"),
            Map.entry("maintenance_work_mem", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("max_parallel_workers_per_gather", "2"),
            Map.entry("max_parallel_maintenance_workers", "2"),
            Map.entry("jit", "off"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("max_wal_size", "4GB"));
    private static final int BUFFER = 1 << 16;

    private final EmbeddedPostgres server;
    private final Connection connection;
    private final CopyIn intervals;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 512);

    /**
     * Starts a server of its own.
     *
     * @param directory for its data, removed when it ends
     */
    public PostgreSql(Path directory) throws IOException, SQLException {
        var builder = EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(true);
        SETTINGS.forEach(builder::setServerConfig);
        server = builder.start();
        connection = server.getDatabase("postgres", "postgres", Map.of("prepareThreshold", "1"))
                .getConnection();
        // in the transaction that makes the table, what is copied into it need not be written twice
        connection.setAutoCommit(false);
        execute(Intervals.table("intervals"));
        intervals = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy intervals from stdin");
    }

    private void execute(String... commands) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    @Override
    public RowSink rows() {
        return new RowSink() {
            @Override
            public void interval(Member member, State state, int validFrom, int validTo, long knownFrom, long knownTo) {
                buffer.append(member.team()).append('\t').append(member.caseNumber());
                buffer.append('\t').append(member.number()).append('\t').append(member.met());
                buffer.append('\t').append(LocalDate.ofEpochDay(validFrom));
                buffer.append('\t').append(LocalDate.ofEpochDay(validTo));
                buffer.append('\t').append(knownFrom).append('\t').append(knownTo);
                buffer.append('\t').append(LocalDate.ofEpochDay(state.reported()));
                buffer.append('\t').append(state.tags());
                for (short code : state.codes()) {
                    buffer.append('\t').append(code);
                }
                buffer.append('\n');
                if (buffer.length() >= BUFFER) {
                    flush();
                }
            }

            @Override
            public void point(State state, int day, long recordedAt, int delta) {}
        };
    }

    private void flush() {
        try {
            var bytes = buffer.toString().getBytes(StandardCharsets.US_ASCII);
            intervals.writeToCopy(bytes, 0, bytes.length);
            buffer.setLength(0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void loaded(Collection<Query> queries) throws SQLException {
        flush();
        intervals.endCopy();
        connection.commit();
        connection.setAutoCommit(true);
        execute("create index on intervals (known_from) include (known_to, valid_from, valid_to, status)");
        if (queries.stream().anyMatch(query -> Cumulative.statement(query).isPresent())) {
            makeForManyQueries();
        }
        execute("vacuum analyze");
    }

    private void makeForManyQueries() throws SQLException {
        var knownNow = " where " + Intervals.KNOWN_NOW;
        execute(
                "create index on intervals (force, valid_from) include (valid_to, status, outcome)" + knownNow,
                "create index on intervals (source, reported) include (valid_from, valid_to, result)" + knownNow,
                "create index on intervals (force, status, valid_from) include (valid_to, known_from, known_to)",
                "create index on intervals (reported) include"
                        + " (valid_from, valid_to, known_from, known_to, tags, source, category, result)",
                "analyze intervals",
                // of what is made on the way there are no statistics, and each would be gone over for each row of
                // another
                "set enable_nestloop = off");
        execute(Cumulative.tables().toArray(String[]::new));
    }

    @Override
    public List<Structure> structures() {
        return List.of(
                new Structure("PostgreSQL intervals", connection, Intervals::statement),
                new Structure("PostgreSQL cumulative", connection, Cumulative::statement));
    }

    @Override
    public MovementStatements movements() throws SQLException {
        return new MovementStatements(connection);
    }

    @Override
    public String conditions() {
        try {
            return "PostgreSQL %s, %s"
                    .formatted(connection.getMetaData().getDatabaseProductVersion(), new TreeMap<>(SETTINGS));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL was not stopped", e);
        }
    }
}
