package org.conductregister.eventstore.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Has a pool throw away a connection to a file of SQLite on which anything failed but a constraint. One on which the disk
 * was found full goes on failing when there is room again. Connections to other databases are as the pool would have them.
 */
public final class ThrowsAwayBroken implements SQLExceptionOverride {

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        boolean constraint = failure.getErrorCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
        return failure instanceof SQLiteException && !constraint
                ? SQLExceptionOverride.Override.MUST_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
