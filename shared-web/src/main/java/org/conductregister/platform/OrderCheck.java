package org.conductregister.platform;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Looks at each start whether the log has gaps and whether time runs back in it, beside what people wait for. */
final class OrderCheck {

    private static final Logger log = LoggerFactory.getLogger(OrderCheck.class);

    private final EventLog events;

    OrderCheck(EventLog events) {
        this.events = events;
    }

    @EventListener
    void check(ApplicationReadyEvent ready) {
        Background.threads("log-order-check")
                .newThread(() -> {
                    try {
                        events.checkOrder();
                    } catch (EventStoreException e) {
                        log.warn("Whether the log is in order could not be found out: {}", e.getMessage());
                    }
                })
                .start();
    }
}
