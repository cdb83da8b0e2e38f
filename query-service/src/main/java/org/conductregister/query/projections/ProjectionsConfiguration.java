package org.conductregister.query.projections;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.conductregister.eventstore.EventLog;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@Configuration(proxyBeanMethods = false)
class ProjectionsConfiguration {

    @Bean
    LogFeed logFeed(EventStorageEngine engine, EventStore events) {
        var feed = new LogFeed(engine);
        // Subscribers are told once the engine has appended, and what it has appended can be read
        events.subscribe(recorded -> feed.bell().ring());
        return feed;
    }

    @Bean
    Projections projections(List<View> views, LogFeed feed, MongoDatabaseFactory mongo, EventLog log) {
        views.forEach(
                view -> log.reportKept("View " + view.name(), view.head().now().position()));
        var besideDocuments = new MongoKeeping(mongo.getMongoDatabase(), feed);
        return new Projections(views.stream()
                .map(view ->
                        new Projection(view, feed, view.keptInMemory() ? Keeping.inMemory() : besideDocuments.of(view)))
                .toList());
    }

    @Bean
    HealthIndicator countsHealthIndicator(Projections projections) {
        return new CountsHealth(projections);
    }
}
