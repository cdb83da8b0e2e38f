package org.conductregister.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Takes the data directory before anything else starts, and lets it go after everything else has stopped. What is
 * configured comes first: the event store and the password of the directory are for where nothing else was said.
 */
final class DataDirectoryInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SOURCE = "data directory";
    private static final String PASSWORD = "register.password";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DataDirectory directory = DataDirectory.open(Path.of(environment.getRequiredProperty("register.data")));
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("dataDirectory", directory);
        beans.registerDisposableBean("dataDirectory", directory::close);

        Map<String, Object> defaults = new HashMap<>(directory.temporary().properties());
        defaults.put("spring.datasource.url", directory.eventStoreUrl());
        if (!environment.containsProperty(PASSWORD)) {
            defaults.put(PASSWORD, directory.password());
        }
        environment.getPropertySources().addLast(new MapPropertySource(SOURCE, defaults));
    }

    /** Whether the password is the one made for the directory, which nobody knows unless it is printed. */
    static boolean madePassword(ConfigurableEnvironment environment) {
        PropertySource<?> defaults = environment.getPropertySources().get(SOURCE);
        return defaults != null && defaults.containsProperty(PASSWORD);
    }
}
