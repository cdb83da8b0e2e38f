package org.conductregister.standalone.nodes.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The PostgreSQL that all nodes share: one server, or a primary and a standby. */
public interface Postgres extends AutoCloseable {

    /** Starts a primary and a standby where PostgreSQL's programs are installed, else one server. */
    static Postgres start() throws IOException, InterruptedException {
        var programs = PostgresPrograms.installed();
        return programs.isPresent() ? PrimaryAndStandby.start(programs.get()) : OneServer.start();
    }

    /** The ports of its servers, which stay the same. */
    List<Integer> ports();

    /** Returns the database of the server that takes entries now, as its superuser. */
    DataSource database();

    /** Whether its servers can be killed and one promoted. */
    boolean hasStandby();

    /** {@code kill -9} of the primary, which is then started again. */
    void killPrimary() throws IOException, InterruptedException;

    /** {@code kill -9} of the primary for good: the standby is promoted, and a new one made in the place of the primary. */
    void promoteStandby() throws IOException, InterruptedException;

    /** {@code kill -9} of the standby. */
    void killStandby() throws IOException;

    /** Starts the standby that was killed, and returns once it has all that the primary has. */
    void startStandby() throws IOException, InterruptedException;

    @Override
    void close() throws IOException;

    /** Executes a statement as the superuser. */
    default void execute(String statement) {
        try (Connection connection = database().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** Returns the one value that a statement selects. */
    default String valueOf(String select) {
        try (Connection connection = database().getConnection();
                var sql = connection.createStatement();
                var row = sql.executeQuery(select)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(select, e);
        }
    }
}
