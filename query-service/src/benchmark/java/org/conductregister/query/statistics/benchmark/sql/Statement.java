package org.conductregister.query.statistics.benchmark.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;

/**
 * A statement for a query.
 *
 * @param ofChanges whether its rows are the changes of a series, month by month, and still to be added up
 */
record Statement(String text, List<Parameter> parameters, boolean ofChanges) {

    /** A value for a question mark. */
    interface Parameter {

        Object of(QueryParameters asked, Connection connection) throws SQLException;
    }

    static Statement of(String text, Parameter... parameters) {
        return new Statement(text, List.of(parameters), false);
    }
}
