package org.conductregister.query.statistics.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFileTest {

    private static final Heading HEADING = new Heading("1", 7, Instant.parse("2020-01-02T03:04:05.678901Z"), "an id");
    private static final int[] NUMBERS = IntStream.range(0, 100_000).toArray();

    @TempDir
    private Path directory;

    private Path path;
    private CheckpointFile file;

    @BeforeEach
    void make() {
        path = directory.resolve("made/when/written");
        file = new CheckpointFile(path);
    }

    @Test
    void whereNothingWasKeptThereIsNothing() throws IOException {
        assertThat(file.read((heading, in) -> heading)).isEmpty();
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        write();

        var read = file.read((heading, in) -> {
            assertThat(heading).isEqualTo(HEADING);
            assertThat(in.readString()).isEqualTo("é");
            var numbers = new int[NUMBERS.length];
            in.readInts(numbers, 0, numbers.length);
            assertThat(numbers).isEqualTo(NUMBERS);
            var chars = new char[3];
            in.readChars(chars, 0, 3);
            assertThat(chars).containsExactly('a', '\0', '\uffff');
            assertThat(in.readLong()).isEqualTo(Long.MIN_VALUE);
            return true;
        });

        assertThat(read).isEqualTo(Optional.of(true));
        assertThat(path.getParent().toFile().listFiles()).containsExactly(path.toFile());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 0.5, 0.999_999})
    void aChangedByteAnywhereIsFoundBeforeAnythingIsTakenIn(double place) throws IOException {
        write();
        var bytes = Files.readAllBytes(path);
        bytes[(int) (place * bytes.length)] ^= 4;
        Files.write(path, bytes);

        assertIsRefused();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.000_01, 0.5, 0.999_999})
    void oneThatIsCutOffIsRefused(double part) throws IOException {
        write();
        var bytes = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(bytes, (int) (part * bytes.length)));

        assertIsRefused();
    }

    @Test
    void oneThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
        write();
        var before = Files.readAllBytes(path);

        assertThatThrownBy(() -> file.write(HEADING, out -> {
                    out.writeInts(NUMBERS, 0, NUMBERS.length);
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void oneSetAsideIsNotReadAgain() throws IOException {
        write();

        var aside = file.setAside();

        assertThat(aside).exists();
        assertThat(file.read((heading, in) -> heading)).isEmpty();
    }

    private void write() throws IOException {
        file.write(HEADING, out -> {
            out.writeString("é");
            out.writeInts(NUMBERS, 0, NUMBERS.length);
            out.writeChars(new char[] {'a', '\0', '\uffff'}, 0, 3);
            out.writeLong(Long.MIN_VALUE);
        });
    }

    private void assertIsRefused() {
        assertThatThrownBy(() -> file.read((heading, in) -> {
                    throw new AssertionError("it was taken in");
                }))
                .isInstanceOf(IOException.class);
    }
}
