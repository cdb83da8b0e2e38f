package org.conductregister.command.platform;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.conductregister.command.entries.EntryIdentity;
import org.conductregister.command.entries.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that record entries. */
@Configuration(proxyBeanMethods = false)
class CommandSide {

    @Bean
    Today today(Clock clock) {
        return Today.by(clock);
    }

    /**
     * Handles commands outside transactions of the application's database: all that a command writes is its append, which is a
     * transaction of its own on a connection of its own.
     */
    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(
            DuplicateCommandHandlerResolver duplicates, org.axonframework.config.Configuration axon) {
        var bus = SimpleCommandBus.builder()
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        var unused = bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Autowired
    void identifyEntries(EventStore events) {
        events.registerDispatchInterceptor(new EntryIdentity());
    }
}
