package org.conductregister.web.accesslog;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.eventstore.database.ThrowsAwayBroken;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.JointSeal;
import org.conductregister.platform.users.Users;
import org.conductregister.platform.users.UsersAutoConfiguration;
import org.conductregister.web.ProblemWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Keeps who looks at what, in a file of its own or in tables of the database of the events. */
@AutoConfiguration(after = {DataSourceAutoConfiguration.class, UsersAutoConfiguration.class})
@EnableConfigurationProperties({AccessLogProperties.class, DataSourceProperties.class})
class AccessLogAutoConfiguration {

    /** How a file of the access log is opened: a transaction that waits for its turn to write does so before it reads. */
    static final String SETTINGS = "?journal_mode=WAL&synchronous=FULL&busy_timeout=30000&transaction_mode=IMMEDIATE";

    private static final int CONNECTIONS = 3;

    /** Its own: a request that holds a connection of the application must not keep others from being written down. */
    @Bean(defaultCandidate = false)
    HikariDataSource accessLogConnections(AccessLogProperties settings, DataSourceProperties database) {
        var connections = settings.file() == null
                ? database.initializeDataSourceBuilder()
                        .type(HikariDataSource.class)
                        .build()
                : inFile(settings.file());
        connections.setPoolName("access-log");
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setMinimumIdle(1);
        connections.setInitializationFailTimeout(-1);
        connections.setExceptionOverride(new ThrowsAwayBroken());
        return connections;
    }

    private static HikariDataSource inFile(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file);
            }
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the access log cannot be made: " + file, e);
        }
        var connections = new HikariDataSource();
        connections.setJdbcUrl(Sqlite.url(file) + SETTINGS);
        return connections;
    }

    @Bean
    AccessLog accessLog(
            @Qualifier("accessLogConnections") HikariDataSource connections,
            AccessLogProperties settings,
            DataKeys keys,
            Clock clock,
            @Value("${spring.application.name:register}") String service) {
        return new AccessLog(store(connections, keys), clock, settings.required(), node(settings, service));
    }

    private static AccessStore store(HikariDataSource connections, DataKeys keys) {
        return new AccessStore(connections, new WordStore(new JointSeal(keys)));
    }

    /** One process has a file; of those that share a database each has its own name. */
    private static String node(AccessLogProperties settings, String service) {
        var host = System.getenv("HOSTNAME");
        return settings.file() != null || host == null ? service : service + "@" + host;
    }

    @Bean
    AccessLogRetention accessLogRetention(AccessLog log, AccessLogProperties settings, Clock clock) {
        return new AccessLogRetention(log, settings.keep(), clock);
    }

    @Bean
    AccessLogMoves accessLogMoves(
            @Qualifier("accessLogConnections") HikariDataSource connections, DataKeys keys, AccessLog log) {
        return new AccessLogMoves(store(connections, keys), log);
    }

    @Bean
    AccessLogHealth accessLogHealthIndicator(AccessLog log) {
        return new AccessLogHealth(log);
    }

    @Bean
    SignInListener signInListener(AccessLog log, Clock clock, Users users) {
        var listener = new SignInListener(log, clock, users);
        users.onChange(listener::changed);
        return listener;
    }

    @Bean
    AccessLogFilter accessLogFilter(AccessLog log, Clock clock, ProblemWriter problems) {
        return new AccessLogFilter(log, clock, problems);
    }

    /** The filters of security have it among them, and the server not once more. */
    @Bean
    FilterRegistrationBean<AccessLogFilter> accessLogFilterInSecurityAlone(AccessLogFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
