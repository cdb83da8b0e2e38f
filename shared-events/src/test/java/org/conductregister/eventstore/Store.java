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

/** The databases that the event log runs on, as it runs on them in production: durable commits, pooled connections. */
enum Store {
    H2 {
        @Override
        String newUrl(Path directory) {
            return h2Url(directory.resolve("register-" + DATABASES.incrementAndGet()));
        }
    },
    POSTGRESQL {
        @Override
        String newUrl(Path directory) {
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
    abstract String newUrl(Path directory);

    static String h2Url(Path file) {
        return "jdbc:h2:async:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    static OrderedEventStorageEngine engine(DataSource dataSource, Clock clock) {
        EventTable.createIn(dataSource);
        return new OrderedEventStorageEngine(dataSource, TestFact.serializer(), Upcasters.chain(), clock, 1_000);
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
