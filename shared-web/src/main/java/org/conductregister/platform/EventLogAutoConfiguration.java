package org.conductregister.platform;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.conductregister.claims.OfficerAliases;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.database.AppendListener;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.database.ThrowsAwayBroken;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.eventstore.stored.Upcasters;
import org.conductregister.platform.people.PersonDirectory;
import org.conductregister.platform.people.Sights;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;

/** The event log, as both services use it: the one table, the facts under their stored names, the order of the append. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = {AxonAutoConfiguration.class, JdbcAutoConfiguration.class})
@EnableConfigurationProperties(DataSourceProperties.class)
class EventLogAutoConfiguration {

    /** The number of events that are read, and handed to a view, at a time. */
    static final int BATCH = 1_000;

    /** One more than those that append and read: one is told of others' commits. */
    private static final int CONNECTIONS = 7;

    /** PostgreSQL ends the session of a node that is cut off within half a minute, where the system's own settings take hours. */
    private static final String SERVER_NOTICES_LOSS =
            "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";

    private static final long LONGEST_WAIT_MILLIS = 10_000;

    /** How often the log is looked at for what another process has appended; own appends are seen at once. */
    private static final long LOOK_EVERY_MILLIS = 50;

    /**
     * Connections that the log alone uses: a unit of work that holds one of the application's own while it waits for its
     * append must not keep the append from having one.
     */
    @Bean(defaultCandidate = false)
    HikariDataSource eventLogConnections(DataSourceProperties properties, ObjectProvider<MeterRegistry> meters) {
        var connections = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        connections.setPoolName("event-log");
        meters.ifAvailable(
                registry -> connections.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        connections.setExceptionOverride(new ThrowsAwayBroken());
        if (properties.determineUrl().startsWith("jdbc:postgresql:")) {
            connections.addDataSourceProperty("tcpKeepAlive", "true");
            connections.addDataSourceProperty("ApplicationName", "register-event-log");
            connections.setConnectionInitSql(SERVER_NOTICES_LOSS);
        }
        EventTable.createIn(connections);
        return connections;
    }

    @Bean
    AppendListener appendListener(@Qualifier("eventLogConnections") HikariDataSource connections) {
        return new AppendListener(connections);
    }

    @Bean
    @Qualifier("eventSerializer")
    FactSerializer eventSerializer() {
        return serializer();
    }

    /** Returns what writes and reads all facts under their stored names. */
    static FactSerializer serializer() {
        var types = FactType.all().stream()
                .collect(Collectors.<FactType, StoredType, Class<?>>toMap(
                        type -> new StoredType(type.storedName(), type.storedRevision()), FactType::javaType));
        return new FactSerializer(FactJson.mapper(), types);
    }

    @Bean
    OrderedEventStorageEngine eventStorageEngine(
            @Qualifier("eventLogConnections") HikariDataSource connections,
            FactSerializer serializer,
            PayloadSeal seal,
            Clock clock,
            ObjectProvider<AppendGuard> guard,
            @Value("${register.accept-clock-behind:false}") boolean anyClock) {
        var limits = anyClock ? AppendLimits.USUAL.withAnyClock() : AppendLimits.USUAL;
        return new OrderedEventStorageEngine(
                connections,
                serializer,
                Upcasters.chain(),
                seal,
                LogClock.shared(clock),
                BATCH,
                limits,
                guard.getIfAvailable(() -> AppendGuard.NONE));
    }

    @Bean
    EventLogHealth eventLogHealthIndicator(OrderedEventStorageEngine engine) {
        return new EventLogHealth(engine);
    }

    @Bean
    Sights sights(@Qualifier("eventLogConnections") HikariDataSource connections, PersonDirectory persons) {
        return new Sights(new OfficerAliases(connections), persons);
    }

    @Bean
    OrderCheck orderCheck(EventLog log) {
        return new OrderCheck(log);
    }

    @Bean
    EventLog eventLog(OrderedEventStorageEngine engine) {
        return engine.log();
    }

    @Bean
    @Qualifier("eventStore")
    EmbeddedEventStore eventBus(EventStorageEngine engine) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(LOOK_EVERY_MILLIS)
                .build();
    }
}
