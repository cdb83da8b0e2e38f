package org.conductregister.query.statistics.points;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conductregister.platform.DurableFiles;

/** The statements that ask the points every kind of question, as files of this package, and their copies beside the points. */
final class PointsStatements {

    /** The copies, with their explanation first. */
    static final List<String> FILES = List.of(
            "README.md",
            "open-duckdb.sql",
            "open-spark.sql",
            "known.sql",
            "count.sql",
            "officers.sql",
            "series.sql",
            "flows.sql",
            "durations.sql");

    private static final String DIRECTORY = "sql";

    private PointsStatements() {}

    /** Returns the text of one. */
    static String text(String file) throws IOException {
        try (var resource = requireNonNull(PointsStatements.class.getResourceAsStream(file), file)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Puts them beside the points, in the place of those of an earlier version. */
    static void writeTo(Path points) throws IOException {
        var directory = Files.createDirectories(points.resolve(DIRECTORY));
        for (var file : FILES) {
            var written = directory.resolve("." + file);
            Files.writeString(written, text(file));
            DurableFiles.replace(written, directory.resolve(file));
        }
    }
}
