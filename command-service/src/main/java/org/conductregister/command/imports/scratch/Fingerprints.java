package org.conductregister.command.imports.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Remembers what each of many names was made of, both by their {@link Fingerprint}s. Memory does not grow with the names.
 * For one thread.
 */
public final class Fingerprints implements Closeable {

    private static final long NONE = 0;

    private final LongTable origins;

    /** @param directory where a temporary file is made once there are many */
    public Fingerprints(Path directory) {
        origins = new LongTable(directory);
    }

    /** Returns whether the name is new, or was made of the same before; it is kept where it is new. */
    public boolean isMadeOf(String name, String origin) {
        long key = Fingerprint.of(name);
        long from = Fingerprint.of(origin);
        long before = origins.get(key, NONE);
        if (before == NONE) {
            origins.put(key, from, NONE);
        }
        return before == NONE || before == from;
    }

    @Override
    public void close() throws IOException {
        origins.close();
    }
}
