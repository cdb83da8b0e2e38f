package org.conductregister.keys;

import javax.sql.DataSource;
import org.conductregister.eventstore.EventsOfType;

/**
 * Destroys the keys again that the log says are erased, before anything is read with them: a store of keys that was put back from
 * an older copy has them still. The store notes up to which position it has followed the log, so each start reads what has been
 * recorded since the one before, and a store put back reads on from where it was.
 */
public final class ErasuresAgain {

    private ErasuresAgain() {}

    /**
     * Follows the log to its end.
     *
     * @param log the database of the log
     * @return the number of records whose keys were there again
     */
    public static int run(DataSource log, KeyStore store, DataKeys keys) {
        long from = store.erasuresAppliedUpTo();
        long head = EventsOfType.lastPosition(log);
        int again = 0;
        for (var erasure : EventsOfType.after(log, SealedFacts.ERASURE, from)) {
            boolean isThere = false;
            for (var subject : DataKeys.subjectsOf(erasure.aggregateIdentifier())) {
                if (store.hasKeyMadeUpTo(subject, erasure.recordedAt())) {
                    keys.eraseMadeUpTo(subject, erasure.recordedAt());
                    isThere = true;
                }
            }
            again += isThere ? 1 : 0;
        }
        if (head > from) {
            store.noteErasuresApplied(head);
        }
        return again;
    }
}
