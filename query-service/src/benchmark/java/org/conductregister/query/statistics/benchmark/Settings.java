package org.conductregister.query.statistics.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The settings of one run, as the command says.
 *
 * @param events how many entries the index is built of
 * @param storedEvents how many of them are put in an event store and read again; 0 for none
 * @param phases register, backfill, store, large
 * @param databases duckdb, postgresql, or neither
 * @param secondsPerQuery for how long each query of each structure is timed
 */
record Settings(
        long seed,
        long events,
        long storedEvents,
        Set<String> phases,
        List<String> databases,
        int secondsPerQuery,
        Path directory) {

    static Settings ofTheCommand() {
        return new Settings(
                Long.getLong("benchmark.seed", 2026),
                Long.getLong("benchmark.events", 1_000_000),
                Long.getLong("benchmark.stored", 1_000_000),
                Set.of(words("benchmark.phases", "register,backfill,store")),
                List.of(words("benchmark.databases", "duckdb,postgresql")),
                Integer.getInteger("benchmark.seconds", 8),
                Path.of(System.getProperty("benchmark.directory", "target/benchmark")));
    }

    private static String[] words(String property, String otherwise) {
        var value = System.getProperty(property, otherwise).strip();
        return value.isEmpty() || value.equals("none") ? new String[0] : value.split("\\s*,\\s*");
    }
}
