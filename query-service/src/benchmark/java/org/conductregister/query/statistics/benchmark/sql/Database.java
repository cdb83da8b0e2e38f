package org.conductregister.query.statistics.benchmark.sql;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.conductregister.query.statistics.benchmark.oracle.RowSink;
import org.conductregister.query.statistics.benchmark.queries.Query;

/** A database that is loaded with the register, and then asked in one or several ways. */
public interface Database extends AutoCloseable {

    /** Takes rows; the next may come once this returns. Not more than one thread at a time. */
    RowSink rows();

    /**
     * All rows have come: makes what these queries are best answered from, and gathers what its planner goes by.
     *
     * @param queries no others are asked
     */
    void loaded(Collection<Query> queries) throws SQLException;

    List<Structure> structures();

    /** Durations, flows and what has ever been so, asked of its intervals. */
    MovementStatements movements() throws SQLException;

    /** In words: the version and the settings that matter. */
    String conditions();

    @Override
    void close() throws SQLException;
}
