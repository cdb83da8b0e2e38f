package org.conductregister.query.statistics.index;

import java.time.Instant;
import java.util.Arrays;

/** When what was recorded: for each instant the first position recorded then. */
final class Instants {

    private Instant[] instants = new Instant[16];
    private long[] firstPositions = new long[16];
    private int size;

    /** Of each instant the first position counts; an instant that is no later than the last one adds nothing. */
    void add(Instant recordedAt, long position) {
        if (position == 0 || size > 0 && !recordedAt.isAfter(instants[size - 1])) {
            return;
        }
        if (size == instants.length) {
            instants = Arrays.copyOf(instants, size + (size >> 1));
            firstPositions = Arrays.copyOf(firstPositions, size + (size >> 1));
        }
        instants[size] = recordedAt;
        firstPositions[size] = position;
        size++;
    }

    View view(long lastPosition) {
        return new View(size, instants, firstPositions, lastPosition);
    }

    /** What there was when {@code lastPosition} was the last. The arrays are the writer's own, read up to {@code size}. */
    record View(int size, Instant[] instants, long[] firstPositions, long lastPosition) {

        /** The position of the last entry known at an instant; 0 before any. */
        long lastPositionAt(Instant knownAt) {
            int at = Arrays.binarySearch(instants, 0, size, knownAt);
            int next = at >= 0 ? at + 1 : -at - 1;
            return next == size ? lastPosition : firstPositions[next] - 1;
        }
    }
}
