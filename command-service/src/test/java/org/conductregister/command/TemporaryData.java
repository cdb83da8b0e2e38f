package org.conductregister.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives a service a directory of its own, gone when it stops. */
public final class TemporaryData implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var directory = Files.createTempDirectory("register");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("temporary data", in(directory)));
            var beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.registerSingleton("temporaryData", directory);
            beans.registerDisposableBean("temporaryData", () -> FileSystemUtils.deleteRecursively(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a service keeps everything, as properties. */
    static Map<String, Object> in(Path directory) {
        return Map.of(
                "register.data",
                directory.toString(),
                "register.users-file",
                directory.resolve("users.json").toString(),
                "spring.datasource.url",
                "jdbc:sqlite:" + directory.resolve("events.db"));
    }
}
