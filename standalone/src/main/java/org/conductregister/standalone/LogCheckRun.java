package org.conductregister.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.database.EventFileRefusedException;
import org.conductregister.eventstore.database.EventTable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/**
 * Runs in place of the register where the program is given {@code --register.check}: it reads all of the log, says in
 * a sentence whether it is whole, and ends with 0 or 1.
 */
final class LogCheckRun {

    private static final String OPTION = "--register.check";
    private static final int PAGE = 1_000;

    private LogCheckRun() {}

    static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(each -> each.equals(OPTION) || each.equals(OPTION + "=true"));
    }

    /** Returns the exit code. The data directory is locked meanwhile, as by a register that runs. */
    static int run(String... arguments) {
        try (var context = new SpringApplicationBuilder(LogCheckRun.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments)) {
            return check(context.getEnvironment());
        }
    }

    private static int check(Environment environment) {
        try (var connections = new HikariDataSource(connections(environment))) {
            EventTable.createIn(connections);
            EventLog log = EventLog.in(connections, PAGE);
            Optional<String> fault = log.checkAll();
            System.out.println(fault.orElseGet(() -> inWords(log)));
            return fault.isPresent() ? 1 : 0;
        } catch (EventFileRefusedException | EventStoreException | PoolInitializationException e) {
            System.out.println("The log cannot be read: " + e.getMessage());
            return 1;
        }
    }

    private static HikariConfig connections(Environment environment) {
        var config = new HikariConfig();
        config.setJdbcUrl(environment.getRequiredProperty("spring.datasource.url"));
        config.setUsername(environment.getProperty("spring.datasource.username"));
        config.setPassword(environment.getProperty("spring.datasource.password"));
        config.setMaximumPoolSize(1);
        return config;
    }

    private static String inWords(EventLog log) {
        var head = log.head();
        return head.position() == 0
                ? "The log is empty."
                : "The log is whole: %,d entries, the last recorded at %s."
                        .formatted(head.position(), head.recordedAt());
    }
}
