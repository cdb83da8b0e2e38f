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
    SharedLogSource sharedLogSource(EventStorageEngine engine, EventStore events) {
        var source = new SharedLogSource(engine);
        // Subscribers are called once the events are appended and can be read
        events.subscribe(recorded -> source.appendSignal().raise());
        return source;
    }

    @Bean
    RecordedEntries recordedEntries(EventStorageEngine engine, EventLog log, SharedLogSource source) {
        return new StoredEntries(engine, log, source);
    }

    @Bean
    Projections projections(List<View> views, SharedLogSource source, MongoDatabaseFactory mongo, EventLog log) {
        views.forEach(
                view -> log.reportKept("View " + view.name(), view.head().now().position()));
        var inMongo = new MongoViewStorage(mongo.getMongoDatabase(), source);
        return new Projections(views.stream()
                .map(view ->
                        new Projection(view, source, view.keptInMemory() ? ViewStorage.inMemory() : inMongo.of(view)))
                .toList());
    }

    @Bean
    HealthIndicator countsHealthIndicator(Projections projections) {
        return new CountsHealth(projections);
    }
}
