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

/** Keeps tokens and dead letters beside the documents of the views. */
final class MongoKeeping {

    private final MongoTemplate collections;
    private final Serializer serializer = JacksonSerializer.defaultSerializer();
    private final LogFeed feed;
    private final TokenStore tokens;

    MongoKeeping(MongoDatabase database, LogFeed feed) {
        this.collections = DefaultMongoTemplate.builder()
                .trackingTokensCollectionName("tokens")
                .deadLetterCollectionName("deadLetters")
                .mongoDatabase(database)
                .build();
        this.feed = feed;
        this.tokens = MongoTokenStore.builder()
                .mongoTemplate(collections)
                .serializer(serializer)
                .build();
    }

    Keeping of(View view) {
        return new Keeping(tokens, deadLetters(view));
    }

    private SequencedDeadLetterQueue<EventMessage<?>> deadLetters(View view) {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(view.name())
                .mongoTemplate(collections)
                .serializer(serializer)
                .clearConverters()
                .addConverter(new LetterByPosition(feed))
                .build();
    }
}
