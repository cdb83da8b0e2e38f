package org.conductregister.query.statistics.history;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Where the bytes of histories lie. */
@FunctionalInterface
public interface BufferAllocator {

    BufferAllocator IN_MEMORY = ByteBuffer::allocate;

    /**
     * BufferAllocator that nobody else has, all zeros.
     *
     * @throws UncheckedIOException when there is none
     */
    ByteBuffer take(int bytes);
}
