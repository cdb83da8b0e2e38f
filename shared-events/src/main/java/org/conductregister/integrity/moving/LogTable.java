package org.conductregister.integrity.moving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A table beside the log that moves with it. */
public interface LogTable {

    /** Returns the name, the same in every database. */
    String name();

    /** Makes it where it is not there yet; outside of any transaction. */
    void create();

    /** Reads the rows in order, the same in every database; none where the table is not there. */
    void read(Connection connection, Consumer<ObjectNode> row) throws SQLException;

    /** Adds a row as it was read. */
    void write(Connection transaction, JsonNode row) throws SQLException;

    /** Has the table number its next row after those that were written. */
    void complete(Connection transaction) throws SQLException;
}
