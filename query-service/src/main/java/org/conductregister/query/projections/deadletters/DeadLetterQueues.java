package org.conductregister.query.projections.deadletters;

import java.util.function.LongFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** Stores dead letters in the store that holds the views. */
public interface DeadLetterQueues {

    /**
     * Returns the queue of one view. Letters of the same view are in it also after a restart.
     *
     * @param view its name
     * @param entryAt reads an entry from the log by its position
     */
    SequencedDeadLetterQueue<EventMessage<?>> of(String view, LongFunction<EventMessage<?>> entryAt);
}
