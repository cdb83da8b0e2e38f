package org.conductregister.standalone.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.conductregister.standalone.RunningRegister;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the register and the browser once for all journeys, and gives each test a stage of its own. */
final class StageSetting implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(StageSetting.class);
    private static final String PASSWORD = "journeys";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var house = test.getRoot().getStore(OURS).computeIfAbsent(House.class, type -> new House(), House.class);
        return test.getStore(OURS).computeIfAbsent(Stage.class, type -> house.stage(), Stage.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var stage = test.getStore(OURS).remove(Stage.class, Stage.class);
        if (stage != null) {
            stage.leave(test.getExecutionException().isEmpty());
        }
    }

    /** What all journeys share. */
    private static final class House implements AutoCloseable {

        private final Path data;
        private final RunningRegister register;
        private final Playwright playwright;
        private final Browser browser;

        House() {
            try {
                data = Files.createTempDirectory("journeys");
                register = RunningRegister.start(data, "--register.password=" + PASSWORD)
                        .untilReady();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Chromium.find().orElseThrow())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }

        Stage stage() {
            return new Stage(browser, register.address(), register.api(PASSWORD), PASSWORD);
        }

        @Override
        public void close() throws IOException {
            browser.close();
            playwright.close();
            register.close();
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
