package org.conductregister.query.statistics.paths;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Where the bytes of histories lie. */
@FunctionalInterface
public interface Room {

    Room IN_MEMORY = ByteBuffer::allocate;

    /**
     * Room that nobody else has, all zeros.
     *
     * @throws UncheckedIOException when there is none
     */
    ByteBuffer take(int bytes);
}
