package org.conductregister.integrity;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;

/** A log with a directory beside it in which it is sealed. */
final class StoreFixture implements AutoCloseable {

    final HikariDataSource database;
    final OrderedEventStorageEngine engine;
    final Path sealing;
    private int recorded;

    StoreFixture(String url, Path sealing) {
        this.database = Store.pool(url);
        this.engine = Store.engine(database, Clock.systemUTC());
        this.sealing = sealing;
        this.recorded = (int) engine.log().lastPosition();
    }

    /** Records entries of 20 pigeons in turn. */
    void record(int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < count; i++, recorded++) {
            events.add(new GenericDomainEventMessage<>(
                    "Pigeon",
                    "pigeon/" + recorded % 20,
                    recorded / 20,
                    new TestFact.PigeonSeen(TestFact.DAY, "grey " + recorded),
                    MetaData.with("recordedBy", "somebody")));
            if (events.size() == 500 || i == count - 1) {
                engine.appendEvents(events);
                events.clear();
            }
        }
    }

    StoredRows rows() {
        return new StoredRows(database);
    }

    SealingRules rules(int entries) {
        return new SealingRules(sealing, sealing.resolve("signing-key"), "register/test", Duration.ofHours(1), entries);
    }

    LogSealer sealer() {
        return sealer(10_000);
    }

    LogSealer sealer(int entries) {
        return new LogSealer(rows(), rules(entries), Clock.systemUTC());
    }

    void execute(String sql) {
        try (Connection connection = database.getConnection()) {
            Database.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    String only(String sql) {
        try (Connection connection = database.getConnection()) {
            return Database.only(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
