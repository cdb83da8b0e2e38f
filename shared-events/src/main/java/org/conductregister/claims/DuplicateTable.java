package org.conductregister.claims;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether there is the table of duplicates, which is made before the first entry that is checked against it. Thread-safe. */
final class DuplicateTable {

    private volatile boolean there;

    boolean isThere(Connection connection) throws SQLException {
        if (!there) {
            try (ResultSet tables =
                    connection.getMetaData().getTables(null, connection.getSchema(), null, new String[] {"TABLE"})) {
                while (tables.next()) {
                    there |= tables.getString("TABLE_NAME").equalsIgnoreCase("DuplicateRecord");
                }
            }
        }
        return there;
    }
}
