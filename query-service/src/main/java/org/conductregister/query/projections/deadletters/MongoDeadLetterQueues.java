package org.conductregister.query.projections.deadletters;

import java.util.function.LongFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.json.JacksonSerializer;
import org.conductregister.query.viewstore.InMongoDb;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** Stores dead letters in the collection {@code deadLetters} of a MongoDB. */
@Component
@InMongoDb
public final class MongoDeadLetterQueues implements DeadLetterQueues {

    private final MongoTemplate collections;

    public MongoDeadLetterQueues(MongoDatabaseFactory mongo) {
        this.collections = DefaultMongoTemplate.builder()
                .deadLetterCollectionName("deadLetters")
                .mongoDatabase(mongo.getMongoDatabase())
                .build();
    }

    @Override
    public SequencedDeadLetterQueue<EventMessage<?>> of(String view, LongFunction<EventMessage<?>> entryAt) {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(view)
                .mongoTemplate(collections)
                .serializer(JacksonSerializer.defaultSerializer())
                .clearConverters()
                .addConverter(new PositionDeadLetterConverter(entryAt))
                .build();
    }
}
