package org.conductregister.query.projections.deadletters;

import java.util.function.LongFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.conductregister.query.viewstore.InMongoDb;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** Stores dead letters in the collection {@code deadLetters} of a MongoDB. */
@Component
@InMongoDb
public final class MongoDeadLetterQueues implements DeadLetterQueues {

    private final MongoDatabaseFactory mongo;

    public MongoDeadLetterQueues(MongoDatabaseFactory mongo) {
        this.mongo = mongo;
    }

    @Override
    public SequencedDeadLetterQueue<EventMessage<?>> of(String view, LongFunction<EventMessage<?>> entryAt) {
        var letters = mongo.getMongoDatabase().getCollection("deadLetters");
        return new PositionDeadLetterQueue(new MongoParkedPositions(letters, view), entryAt);
    }
}
