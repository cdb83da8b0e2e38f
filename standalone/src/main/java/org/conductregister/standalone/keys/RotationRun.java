package org.conductregister.standalone.keys;

import com.zaxxer.hikari.HikariDataSource;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.KeyStore;
import org.conductregister.keys.KeysUnusableException;
import org.conductregister.keys.MasterKeyFile;
import org.conductregister.platform.ClockAutoConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Replaces the master key in place of starting the register: {@code java -jar conduct-register.jar rotate-master-key}. All keys
 * are wrapped anew, and what the old key wrapped is worthless from then on. Broken off, it is begun again. No register may be
 * running on these keys meanwhile.
 */
@Import(ClockAutoConfiguration.class)
public final class RotationRun {

    private static final String COMMAND = "rotate-master-key";

    private RotationRun() {}

    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** Returns the exit code. The data directory is locked meanwhile, as by a register that runs. */
    public static int run(String... arguments) {
        try (var context = new SpringApplicationBuilder(RotationRun.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments)) {
            return rotate(context.getEnvironment(), context.getBean(Clock.class));
        }
    }

    private static int rotate(Environment environment, Clock clock) {
        var directory = Path.of(environment.getRequiredProperty("register.keys"));
        var file = Path.of(environment.getProperty(
                "register.master-key", directory.resolve("master-key.json").toString()));
        var wrapped = directory.resolve("keys.db");
        var url = environment.getProperty("register.keys-url");
        if (url == null && Files.notExists(wrapped)) {
            System.out.printf("There are no keys in %s.%n", directory);
            return 1;
        }
        try (var connections = new HikariDataSource()) {
            connections.setJdbcUrl(url == null ? Sqlite.url(wrapped) : url);
            connections.setUsername(environment.getProperty("register.keys-username"));
            connections.setPassword(environment.getProperty("register.keys-password"));
            connections.setMaximumPoolSize(1);
            return rotate(file, connections, clock);
        } catch (KeysUnusableException | UncheckedIOException e) {
            System.out.println(e.getMessage());
            return 1;
        }
    }

    private static int rotate(Path file, HikariDataSource connections, Clock clock) {
        var master = MasterKeyFile.read(file);
        var keys = DataKeys.of(KeyStore.in(connections), master, clock);
        master.rotate();
        long count = keys.rewrap();
        master.retireOlder();
        System.out.printf(
                "The master key in %s is new, and %d keys are wrapped by it. Copy the file to where you keep it, and destroy copies"
                        + " of the one before and of the keys.%n",
                file, count);
        return 0;
    }
}
