package org.conductregister.command.imports.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At random against a map, on the heap and in a file. */
class LongTableTest {

    private static final long ABSENT = Long.MIN_VALUE;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1 << 13, Integer.MAX_VALUE})
    void isAMap(int slotsOnHeap) throws IOException {
        var random = new Random(11);
        var model = new HashMap<Long, Long>();
        try (var table = new LongTable(directory, slotsOnHeap)) {
            for (int i = 0; i < 60_000; i++) {
                long key = 1L + random.nextInt(20_000) * (random.nextBoolean() ? 1L : 1L << 40);
                long value = random.nextLong();
                var before = model.put(key, value);

                assertThat(table.put(key, value, ABSENT)).isEqualTo(before == null ? ABSENT : before);
                long other = 1L + random.nextInt(25_000);
                assertThat(table.get(other, ABSENT)).isEqualTo(model.getOrDefault(other, ABSENT));
            }
            assertThat(table.size()).isEqualTo(model.size());
        }
        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }
}
