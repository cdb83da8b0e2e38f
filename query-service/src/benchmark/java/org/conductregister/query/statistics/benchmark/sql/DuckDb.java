package org.conductregister.query.statistics.benchmark.sql;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.conductregister.query.statistics.benchmark.oracle.RowSink;
import org.conductregister.query.statistics.benchmark.oracle.State;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in this process. Its tables are sorted so that whole blocks can be passed over. */
public final class DuckDb implements Database {

    private static final String SETTINGS = "2 threads, 3 GB of memory";

    private final DuckDBConnection connection;
    private final DuckDBAppender intervals;
    private final DuckDBAppender points;

    /**
     * Opens a database in a file.
     *
     * @param file made anew, so there must be none
     */
    public DuckDb(Path file) throws SQLException {
        var settings = new Properties();
        settings.setProperty("threads", "2");
        settings.setProperty("memory_limit", "3GB");
        settings.setProperty("preserve_insertion_order", "false");
        connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        execute(Intervals.table("unsorted_intervals"));
        execute(SignedPoints.table("unsorted_points"));
        intervals = connection.createAppender("unsorted_intervals");
        points = connection.createAppender("unsorted_points");
        // rows come from one thread at a time, not always from the same
        intervals.unsafeBreakThreadConfinement();
        points.unsafeBreakThreadConfinement();
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
                try {
                    intervals.beginRow();
                    intervals.append((int) member.team());
                    intervals.append((short) member.caseNumber());
                    intervals.append((short) member.number());
                    intervals.append(member.met());
                    intervals.appendEpochDays(validFrom);
                    intervals.appendEpochDays(validTo);
                    intervals.append(knownFrom);
                    intervals.append(knownTo);
                    append(intervals, state);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void point(State state, int day, long recordedAt, int delta) {
                try {
                    points.beginRow();
                    points.appendEpochDays(day);
                    points.append(recordedAt);
                    points.append((byte) delta);
                    append(points, state);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static void append(DuckDBAppender row, State state) throws SQLException {
        row.appendEpochDays(state.reported());
        row.append((short) state.tags());
        for (short code : state.codes()) {
            row.append(code);
        }
        row.endRow();
    }

    @Override
    public void loaded(Collection<Query> queries) throws SQLException {
        intervals.close();
        points.close();
        execute(
                "set preserve_insertion_order = true",
                "create table intervals as select * from unsorted_intervals order by known_to desc, force, known_from",
                "drop table unsorted_intervals",
                "create table points as select * from unsorted_points order by recorded",
                "drop table unsorted_points",
                "checkpoint",
                "analyze");
    }

    /** How much there is of what. */
    public String sizes() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select
                          (select count(*) from (select distinct team, case_number, number from intervals)),
                          (select count(*) from (select distinct team, case_number from intervals)),
                          (select count(*) from points),
                          (select count(*) from
                            (select distinct * exclude (occurred, recorded, delta, reported) from points)),
                          (select count(*) from intervals)""")) {
            row.next();
            return "%,d allegations in %,d cases; %,d points in %,d cells; %,d intervals"
                    .formatted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    @Override
    public List<Structure> structures() {
        return List.of(
                new Structure("DuckDB intervals", connection, Intervals::statement),
                new Structure("DuckDB points", connection, SignedPoints::statement));
    }

    @Override
    public MovementStatements movements() throws SQLException {
        return new MovementStatements(connection);
    }

    @Override
    public String conditions() {
        try {
            return "DuckDB %s, %s".formatted(connection.getMetaData().getDatabaseProductVersion(), SETTINGS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
