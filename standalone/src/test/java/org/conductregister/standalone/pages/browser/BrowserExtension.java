package org.conductregister.standalone.pages.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Supplier;
import org.conductregister.standalone.RunningRegister;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the register and the browser once for all journeys of a JVM, and gives each test a stage of its own. Kept with the
 * launcher's session: where several JVMs share out the tests, each class is an execution of its own.
 */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);
    private static final String PASSWORD = "journeys";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == BrowserSession.class;
    }

    @Override
    public BrowserSession resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var house = test.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                .computeIfAbsent(House.class, type -> new House(), House.class);
        return test.getStore(OURS).computeIfAbsent(BrowserSession.class, type -> house.stage(), BrowserSession.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var stage = test.getStore(OURS).remove(BrowserSession.class, BrowserSession.class);
        if (stage != null) {
            stage.leave(test.getExecutionException().isEmpty());
        }
    }

    /**
     * The register and the browser that all journeys share. Where it cannot be had nothing is left running, and it is
     * not tried again.
     */
    private static final class House implements AutoCloseable {

        private final Deque<AutoCloseable> open = new ArrayDeque<>();
        private final Supplier<BrowserSession> stages;

        House() {
            Supplier<BrowserSession> made;
            try {
                made = open();
            } catch (IOException | RuntimeException failure) {
                close();
                made = () -> {
                    throw new IllegalStateException("The register or the browser could not be started", failure);
                };
            }
            stages = made;
        }

        private Supplier<BrowserSession> open() throws IOException {
            var data = Files.createTempDirectory("journeys");
            open.push(() -> delete(data));
            var register = RunningRegister.start(
                    data,
                    "--register.password=" + PASSWORD,
                    "--register.integrity.witness-file=" + data.resolve("witnessed.txt"));
            open.push(register);
            register.untilReady();
            var playwright = Chromium.playwright();
            open.push(playwright);
            var browser = Chromium.launch(playwright);
            open.push(browser);
            return () -> new BrowserSession(browser, register.address(), register.api(PASSWORD), PASSWORD);
        }

        BrowserSession stage() {
            return stages.get();
        }

        @Override
        public void close() {
            while (!open.isEmpty()) {
                try {
                    open.pop().close();
                } catch (Exception e) { // as AutoCloseable declares
                    throw new IllegalStateException("What the journeys share cannot be closed", e);
                }
            }
        }

        private static void delete(Path data) throws IOException {
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
