package org.conductregister.query.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFileAllocatorTest {

    private static final int CHUNK = 300_000;

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenInOnePartStaysWhateverIsWrittenInOthers() {
        var room = new MappedFileAllocator(directory.resolve("new"));
        var taken = IntStream.range(0, 40).mapToObj(i -> room.allocate(CHUNK)).toList();
        for (int i = 0; i < taken.size(); i++) {
            var part = taken.get(i);
            assertThat(part.capacity()).isEqualTo(CHUNK);
            assertThat(part.get(0)).isZero();
            assertThat(part.get(CHUNK - 1)).isZero();
            part.put(0, (byte) (i + 1));
            part.put(CHUNK - 1, (byte) -i);
        }
        for (int i = 0; i < taken.size(); i++) {
            assertThat(taken.get(i).get(0)).isEqualTo((byte) (i + 1));
            assertThat(taken.get(i).get(CHUNK - 1)).isEqualTo((byte) -i);
        }
    }

    @Test
    void whereThereIsNoneItSaysSo() throws IOException {
        var notADirectory = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new MappedFileAllocator(notADirectory).allocate(CHUNK))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(notADirectory.toString());
    }
}
