package org.conductregister.command.imports.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a map of the same names. */
class FingerprintsTest {

    @Test
    void itRemembersOfWhatEachNameWasMade(@TempDir Path directory) throws IOException {
        var random = new Random(7);
        var model = new HashMap<String, String>();
        try (var fingerprints = new Fingerprints(directory)) {
            for (int i = 0; i < 100_000; i++) {
                var name = "N" + random.nextInt(20_000);
                var origin = "O" + random.nextInt(3);
                var before = model.putIfAbsent(name, origin);

                assertThat(fingerprints.isMadeOf(name, origin)).isEqualTo(before == null || before.equals(origin));
            }
        }
    }
}
