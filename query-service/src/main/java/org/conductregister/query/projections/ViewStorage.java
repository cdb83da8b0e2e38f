package org.conductregister.query.projections;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/**
 * Where the position and the dead letters of a view are stored: in the same store as the view itself.
 *
 * @param tokens the position that the view has reached
 * @param deadLetters the entries that it could not take in
 */
record ViewStorage(TokenStore tokens, SequencedDeadLetterQueue<EventMessage<?>> deadLetters) {

    static ViewStorage inMemory() {
        return new ViewStorage(new InMemoryTokenStore(), InMemorySequencedDeadLetterQueue.defaultQueue());
    }
}
