package org.conductregister.eventstore.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Keeps what must hold between records: rules that no record can decide by itself. It is asked within the transaction and
 * the lock of the append, so what it finds holds for every node that appends, and keeps what it needs for that in tables of the
 * log's own database. Thread-safe.
 */
public interface AppendGuard {

    /** An event of the append, written and not yet committed. */
    record Appended(String aggregateIdentifier, Object fact) {}

    /** Reads the facts of an aggregate with their identifiers, in order, as the transaction sees them. */
    @FunctionalInterface
    interface Streams {

        List<Identified> of(String aggregateIdentifier) throws SQLException;
    }

    /** A fact with the identifier of its entry. */
    record Identified(String entryId, Object fact) {}

    /** Whether an append of this event has to be checked. Nearly none has, so this is asked first. */
    boolean concerns(Object fact);

    /** Whether the database has what it keeps. */
    boolean isPrepared(Connection connection) throws SQLException;

    /** Makes what it keeps, from what is recorded. Called in the append's lock, in a transaction of its own. */
    void prepare(Connection transaction, Streams streams) throws SQLException;

    /**
     * Checks an append, and keeps what it changes.
     *
     * @param appended those of the append that it concerns
     * @throws AppendRefusedException if the append may not be committed
     */
    void check(Connection transaction, Streams streams, List<Appended> appended) throws SQLException;

    /** Thrown by a guard for an append that is not to be recorded. */
    class AppendRefusedException extends EventStoreException {

        private static final long serialVersionUID = 1;

        protected AppendRefusedException(String message) {
            super(message);
        }
    }

    /** Lets everything pass. */
    AppendGuard NONE = new AppendGuard() {
        @Override
        public boolean concerns(Object fact) {
            return false;
        }

        @Override
        public boolean isPrepared(Connection connection) {
            return true;
        }

        @Override
        public void prepare(Connection transaction, Streams streams) {}

        @Override
        public void check(Connection transaction, Streams streams, List<Appended> appended) {}
    };
}
