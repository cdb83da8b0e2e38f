package org.conductregister.query.projections;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/** Where it is kept how far a view has read and what it could not take in: where the view itself is kept. */
record Keeping(TokenStore tokens, SequencedDeadLetterQueue<EventMessage<?>> deadLetters) {

    static Keeping inMemory() {
        return new Keeping(new InMemoryTokenStore(), InMemorySequencedDeadLetterQueue.defaultQueue());
    }
}
