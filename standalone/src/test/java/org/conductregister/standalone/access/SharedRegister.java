package org.conductregister.standalone.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Gives the test classes of a JVM one register, started for the first and ended after the last: each has records and users of its
 * own. Kept with the launcher's session: where several JVMs share out the tests, each class is an execution of its own.
 */
final class SharedRegister implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StartedRegister.class;
    }

    @Override
    public StartedRegister resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Started.class, first -> new Started(), Started.class)
                .register;
    }

    private static final class Started implements AutoCloseable {

        private final Path data = newDirectory();
        private final StartedRegister register = new StartedRegister(data.resolve("register"));

        private static Path newDirectory() {
            try {
                return Files.createTempDirectory("register-of-access");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            register.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
