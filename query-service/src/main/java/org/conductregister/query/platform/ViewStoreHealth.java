package org.conductregister.query.platform;

import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether the store of the views answers. Spring Boot's own indicator for MongoDB asks with {@code hello}, which the
 * embedded store does not know.
 */
@Component
class ViewStoreHealth extends AbstractHealthIndicator {

    private final MongoTemplate views;

    ViewStoreHealth(MongoTemplate views) {
        super("The store of the views does not answer");
        this.views = views;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        views.executeCommand(new Document("ping", 1));
        health.up();
    }
}
