package org.conductregister.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.database.ThrowsAwayBroken;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.Upcasters;

/** The databases that the event log runs on, as it runs on them in production: durable commits, pooled connections. */
public enum Store {
    SQLITE {
        @Override
        public String newUrl(Path directory) {
            return sqliteUrl(directory.resolve("register-" + DATABASES.incrementAndGet() + ".db"));
        }
    },
    POSTGRESQL {
        @Override
        public String newUrl(Path directory) {
            String name = "register_" + DATABASES.incrementAndGet();
            try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                    Statement create = connection.createStatement()) {
                create.execute("CREATE SCHEMA " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.POSTGRES.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true&currentSchema="
                    + name;
        }
    };

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** The address of a new and empty database. */
    public abstract String newUrl(Path directory);

    public static String sqliteUrl(Path file) {
        return "jdbc:sqlite:" + file;
    }

    public static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setExceptionOverride(new ThrowsAwayBroken());
        return new HikariDataSource(config);
    }

    public static OrderedEventStorageEngine engine(DataSource dataSource, Clock clock) {
        EventTable.createIn(dataSource);
        return engine(dataSource, clock, AppendLimits.USUAL, 1_000);
    }

    public static OrderedEventStorageEngine engine(
            DataSource dataSource, Clock clock, AppendLimits limits, int batchSize) {
        return engine(dataSource, LogClock.own(clock), limits, batchSize);
    }

    /** As services have it, of several nodes where the database is a server. */
    public static OrderedEventStorageEngine node(DataSource dataSource, Clock clock) {
        return engine(dataSource, LogClock.shared(clock), AppendLimits.USUAL, 1_000);
    }

    private static OrderedEventStorageEngine engine(
            DataSource dataSource, LogClock clock, AppendLimits limits, int batchSize) {
        EventTable.createIn(dataSource);
        return new OrderedEventStorageEngine(
                dataSource,
                TestFact.serializer(),
                Upcasters.chain(),
                PayloadSeal.NONE,
                clock,
                batchSize,
                limits,
                AppendGuard.NONE);
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
