package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsRunTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "points",
                "points --to",
                "points --from x",
                "points --to x --register a/b",
                "points --to x --data y --database z"
            })
    void whatIsNotSaidFullyIsRefused(String line) {
        assertThat(PointsRun.isAskedFor(line.split(" "))).isTrue();
        assertThat(PointsRun.run(line.split(" "))).isOne();
    }

    @Test
    void whereThereIsNoLogNothingIsMade() {
        var to = directory.resolve("points");

        assertThat(PointsRun.run("points", "--data", directory.toString(), "--to", to.toString()))
                .isOne();

        assertThat(to).doesNotExist();
        assertThat(directory).isEmptyDirectory();
    }
}
