package org.conductregister.command.imports.mapping.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against a map of the same names. */
class FingerprintsTest {

    @Test
    void itRemembersOfWhatEachNameWasMade() {
        var random = new Random(7);
        var fingerprints = new Fingerprints();
        var model = new HashMap<String, String>();
        for (int i = 0; i < 100_000; i++) {
            var name = "N" + random.nextInt(20_000);
            var origin = "O" + random.nextInt(3);
            var before = model.putIfAbsent(name, origin);

            assertThat(fingerprints.isMadeOf(name, origin)).isEqualTo(before == null || before.equals(origin));
        }
    }
}
