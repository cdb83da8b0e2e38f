package org.conductregister.standalone.nodes;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.implementation.MethodDelegation;

/**
 * The clock of a node's machine, which can be set wrong while the node runs. It is ahead by the seconds that stand in a file, and is
 * put in the place of the node's own clock by an agent in the node's process.
 */
public final class WrongClock extends Clock {

    private final Path offset;

    private static volatile Clock clock = Clock.systemUTC();

    private WrongClock(Path offset) {
        this.offset = offset;
    }

    /** Begins the agent. */
    public static void premain(String offset, Instrumentation instrumentation) {
        clock = new WrongClock(Path.of(offset));
        new AgentBuilder.Default()
                .type(named("org.conductregister.platform.ClockAutoConfiguration"))
                .transform((type, description, loader, module, domain) -> type.method(named("clock"))
                        .intercept(MethodDelegation.withDefaultConfiguration()
                                .filter(named("nodes"))
                                .to(WrongClock.class)))
                .installOn(instrumentation);
    }

    /** The clock that the node gets. */
    public static Clock nodes() {
        return clock;
    }

    /** Makes the agent's file. */
    static Path agent(Path directory) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Premain-Class"), WrongClock.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                AgentBuilder.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString());
        var agent = directory.resolve("wrong-clock.jar");
        var name = WrongClock.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(agent), manifest);
                var bytes = WrongClock.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            bytes.transferTo(jar);
        }
        return agent;
    }

    @Override
    public Instant instant() {
        try {
            return Instant.now().plusSeconds(Long.parseLong(Files.readString(offset)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The register's clock is in UTC");
    }
}
