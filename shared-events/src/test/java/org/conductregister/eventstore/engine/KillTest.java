package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.eventstore.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KillTest {

    @TempDir
    Path directory;

    @Test
    void after_a_kill_all_that_was_acknowledged_or_seen_is_there_where_it_was() throws Exception {
        Path file = directory.resolve("register");
        Map<String, Long> seen = new HashMap<>();
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= 3; kill++) {
            for (String line : whatAKilledProcessSaid(file, 5_000)) {
                String[] words = line.split(" ");
                if (words[0].equals("seen")) {
                    seen.put(words[2], Long.parseLong(words[1]));
                } else {
                    acknowledged.add(words[2]);
                }
            }

            Map<String, Long> recorded = recorded(file);

            seen.entrySet().removeAll(recorded.entrySet());
            acknowledged.removeAll(recorded.keySet());
            assertThat(seen).isEmpty();
            assertThat(acknowledged).isEmpty();
        }
    }

    private static List<String> whatAKilledProcessSaid(Path file, int linesToWaitFor) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            while (lines.size() < linesToWaitFor) {
                lines.add(nextLine(output));
            }
            process.toHandle().destroyForcibly();
            output.lines().forEach(lines::add);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return lines;
    }

    private static String nextLine(BufferedReader output) throws IOException {
        String line = output.readLine();
        assertThat(line).as("the process ended by itself").isNotNull();
        return line;
    }

    private static Map<String, Long> recorded(Path file) {
        try (HikariDataSource database = Store.pool(Store.sqliteUrl(file))) {
            Map<String, Long> recorded = new HashMap<>();
            Store.engine(database, Clock.systemUTC())
                    .log()
                    .from(1, Long.MAX_VALUE)
                    .forEach(event -> {
                        recorded.put(event.entryId(), event.position());
                        assertThat(event.position()).isEqualTo(recorded.size());
                    });
            return recorded;
        }
    }
}
