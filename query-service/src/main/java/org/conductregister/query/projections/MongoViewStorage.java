package org.conductregister.query.projections;

import com.mongodb.client.MongoDatabase;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/** Stores tokens and dead letters in the MongoDB that holds the documents of the views. */
final class MongoViewStorage {

    private final MongoTemplate collections;
    private final Serializer serializer = JacksonSerializer.defaultSerializer();
    private final SharedLogSource source;
    private final TokenStore tokens;

    MongoViewStorage(MongoDatabase database, SharedLogSource source) {
        this.collections = DefaultMongoTemplate.builder()
                .trackingTokensCollectionName("tokens")
                .deadLetterCollectionName("deadLetters")
                .mongoDatabase(database)
                .build();
        this.source = source;
        this.tokens = MongoTokenStore.builder()
                .mongoTemplate(collections)
                .serializer(serializer)
                .build();
    }

    ViewStorage of(View view) {
        return new ViewStorage(tokens, deadLetters(view));
    }

    private SequencedDeadLetterQueue<EventMessage<?>> deadLetters(View view) {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(view.name())
                .mongoTemplate(collections)
                .serializer(serializer)
                .clearConverters()
                .addConverter(new PositionDeadLetterConverter(source))
                .build();
    }
}
