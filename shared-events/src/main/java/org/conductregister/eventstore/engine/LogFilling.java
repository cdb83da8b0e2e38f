package org.conductregister.eventstore.engine;

import java.sql.Connection;
import java.sql.SQLException;
import org.conductregister.eventstore.database.Database;

/** Writes the rows of a log that was recorded elsewhere. */
@FunctionalInterface
public interface LogFilling {

    /**
     * Writes the rows.
     *
     * @param transaction holds the lock of appends, and is committed or taken back by whoever calls
     */
    void fill(Connection transaction, Database database) throws SQLException;
}
