package org.conductregister.query.projections;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.database.AppendListener;
import org.conductregister.platform.ReadPriority;
import org.conductregister.query.projections.deadletters.DeadLetterQueues;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProjectionsConfiguration {

    @Bean
    SharedLogSource sharedLogSource(EventStorageEngine engine, EventStore events, AppendListener others) {
        var source = new SharedLogSource(engine);
        source.announcedWhile(others::isListening);
        others.onAppend(source.appendSignal()::raise);
        // Subscribers are called once the events are appended and can be read
        events.subscribe(recorded -> source.appendSignal().raise());
        return source;
    }

    @Bean
    RecordedEntries recordedEntries(EventStorageEngine engine, EventLog log, SharedLogSource source) {
        return new StoredEntries(engine, log, source);
    }

    @Bean
    Projections projections(
            List<View> views, SharedLogSource source, DeadLetterQueues queues, EventLog log, ReadPriority reads) {
        views.stream().filter(View::isCountedFrom).forEach(view -> reads.waitFor(view.head()::reaches));
        var projections = views.stream()
                .map(view -> new Projection(view, source, queueOf(view, source, queues)))
                .toList();
        projections.forEach(projection -> projection.requireSameLog(log));
        return new Projections(projections);
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> queueOf(
            View view, SharedLogSource source, DeadLetterQueues queues) {
        return view.isKeptByCheckpoints()
                ? InMemorySequencedDeadLetterQueue.defaultQueue()
                : queues.of(view.name(), source::at);
    }

    @Bean
    HealthIndicator countsHealthIndicator(Projections projections) {
        return CatchUpHealth.ofCounts(projections);
    }

    @Bean
    HealthIndicator viewsHealthIndicator(Projections projections) {
        return CatchUpHealth.ofAllViews(projections);
    }
}
