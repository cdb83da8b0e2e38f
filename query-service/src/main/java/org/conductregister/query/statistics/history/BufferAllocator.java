package org.conductregister.query.statistics.history;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Allocates the memory that histories lie in. */
@FunctionalInterface
public interface BufferAllocator {

    /** Allocates from the heap. */
    BufferAllocator IN_MEMORY = ByteBuffer::allocate;

    /**
     * A buffer of so many bytes, all zero, that no other buffer shares.
     *
     * @throws UncheckedIOException if it cannot be allocated
     */
    ByteBuffer allocate(int bytes);
}
