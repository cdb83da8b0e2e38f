package org.conductregister.query.viewstore;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the MongoDB of the views answers. Spring Boot's own indicator asks with {@code hello}, which not every server that
 * speaks the protocol knows.
 */
@Component("viewStoreHealthIndicator")
@InMongoDb
class MongoHealth extends AbstractHealthIndicator {

    private final MongoTemplate views;

    MongoHealth(MongoTemplate views) {
        super("The store of the views does not answer");
        this.views = views;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        views.executeCommand(new Document("ping", 1));
        health.up();
    }
}
