package org.conductregister.command.platform;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.conductregister.command.entries.EntryIdentity;
import org.conductregister.command.entries.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that record entries. */
@Configuration(proxyBeanMethods = false)
class CommandSide {

    @Bean
    Today today(Clock clock) {
        return Today.by(clock);
    }

    @Autowired
    void identifyEntries(EventStore events) {
        events.registerDispatchInterceptor(new EntryIdentity());
    }
}
