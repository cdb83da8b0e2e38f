package org.conductregister.eventstore.database;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteException;

/** Tells from what a database throws what is wrong with it. */
public final class LogFailures {

    private LogFailures() {}

    /** Returns the trouble of the log or its database, where that is what a failure comes from. */
    public static Optional<LogTrouble.Kind> kindBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<LogTrouble.Kind> kind = switch (cause) {
                case EntriesNotTakenException refusal -> Optional.of(refusal.kind());
                case LogUnreadableException damage -> Optional.of(LogTrouble.Kind.DAMAGED);
                case SQLiteException inSqlite -> new Sqlite().troubleBehind(inSqlite);
                case SQLException inOther -> new PostgreSql().troubleBehind(inOther);
                default -> Optional.empty();
            };
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    /** Returns the trouble behind the failure, or behind a failure that a pool of connections wrapped. */
    public static Optional<LogTrouble.Kind> kindOf(Database database, SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Optional<LogTrouble.Kind> kind = database.troubleBehind(sql);
                if (kind.isPresent()) {
                    return kind;
                }
            }
        }
        return Optional.empty();
    }

    public static LogTrouble inWords(LogTrouble.Kind kind, SQLException failure) {
        String sentence = switch (kind) {
            case NO_ROOM -> "There is no room left for entries: free some on the disk of the event log.";
            case NOT_WRITABLE -> "The event log cannot be written: " + failure.getMessage();
            case UNREACHABLE -> "The database of the event log does not answer: " + failure.getMessage();
            case SLOW -> "The event log is written too slowly, so some entries are not taken.";
            case DAMAGED -> "The event log is damaged: " + failure.getMessage();
            case CLOCK_BEHIND, ENTRIES_LOST -> "The event log takes no entries: " + failure.getMessage();
        };
        return new LogTrouble(kind, sentence);
    }
}
