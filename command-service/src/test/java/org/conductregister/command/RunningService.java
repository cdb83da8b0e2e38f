package org.conductregister.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.eventstore.EventLog;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that a test starts and stops by itself. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(Map<String, Object> properties, Class<?>... more) {
        var sources = Arrays.copyOf(more, more.length + 1);
        sources[more.length] = CommandService.class;
        var application = new SpringApplication(sources);
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(false);
        context = application.run(
                "--server.port=0",
                "--register.password=" + Caller.PASSWORD,
                "--logging.level.org.conductregister=warn");
    }

    /** On the event file and with the imports in this directory, of which it is the first to start or the next. */
    public static RunningService in(Path directory, Class<?>... moreConfiguration) {
        return new RunningService(TemporaryData.in(directory), moreConfiguration);
    }

    /** A node of several on one database; each has a directory of its own, and all the master key that lies beside these. */
    public static RunningService nodeOn(String url, Path directory) {
        var properties = new HashMap<>(TemporaryData.in(directory));
        properties.put("spring.datasource.url", url);
        properties.put(
                "register.master-key",
                directory.resolveSibling("master-key.json").toString());
        return new RunningService(properties);
    }

    public Caller as(String user) {
        return new Caller(port(), log()).as(user);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
