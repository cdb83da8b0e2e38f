package org.conductregister.integrity;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Where and how often the log is sealed.
 *
 * @param directory of the hashes and the heads, apart from the event store
 * @param key the file with the key that signs
 * @param origin the name of a log that has no key yet
 * @param every how long an entry waits to be sealed at most
 * @param entries how many entries wait at most
 */
public record SealingRules(Path directory, Path key, String origin, Duration every, int entries) {

    /** The most entries that wait, unless it is said otherwise. */
    public static final int USUAL_ENTRIES = 10_000;

    /** The longest that an entry waits, unless it is said otherwise. */
    public static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    /** Returns a name for a log that no other log has. */
    public static String newOrigin() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return "conduct-register/" + HexFormat.of().formatHex(random);
    }

    Path heads() {
        return directory.resolve("checkpoints.ndjson");
    }
}
