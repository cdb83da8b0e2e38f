package org.conductregister.eventstore.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Ends transactions in which something failed. */
public final class Transactions {

    private Transactions() {}

    /**
     * Rolls back. The database has done so by itself where its disk is full or the connection was thrown away, and refuses to do it
     * again: that must not hide the failure, so it is added to it as suppressed.
     */
    public static void abandon(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
