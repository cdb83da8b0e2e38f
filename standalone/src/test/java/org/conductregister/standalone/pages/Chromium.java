package org.conductregister.standalone.pages;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine: what {@code REGISTER_BROWSER} names, else a Chromium in the path. None is downloaded. */
final class Chromium {

    private static final String NAMED = "REGISTER_BROWSER";

    private Chromium() {}

    static Optional<Path> find() {
        var named = System.getenv(NAMED);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        var directories = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(directories).map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
