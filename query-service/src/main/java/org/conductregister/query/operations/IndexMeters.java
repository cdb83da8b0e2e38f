package org.conductregister.query.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Shows the size of what this node keeps of its own views: {@code register_index_size_bytes}. Files are looked at when asked. */
@Component
final class IndexMeters {

    IndexMeters(
            MeterRegistry registry,
            @Value("${register.search:}") String search,
            @Value("${register.checkpoints:}") String statistics) {
        show(registry, "search", search);
        show(registry, "statistics", statistics);
    }

    private static void show(MeterRegistry registry, String index, String directory) {
        if (!directory.isBlank()) {
            Gauge.builder("register.index.size", Path.of(directory), IndexMeters::bytesIn)
                    .description("Bytes of the files that the index is kept in")
                    .baseUnit("bytes")
                    .tag("index", index)
                    .strongReference(true)
                    .register(registry);
        }
    }

    /** Not a number where files come and go while they are looked at. */
    private static double bytesIn(Path directory) {
        if (!Files.exists(directory)) {
            return 0;
        }
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(IndexMeters::size)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return Double.NaN;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
