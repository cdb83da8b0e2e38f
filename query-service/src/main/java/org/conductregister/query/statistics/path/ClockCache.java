package org.conductregister.query.statistics.path;

import java.util.Arrays;
import org.conductregister.query.statistics.column.HashSlots;
import org.jspecify.annotations.Nullable;

/**
 * Records by their number, of which the least recently used are evicted, approximately: a hand goes round the frames, evicts
 * the record of a frame that has not been used since it came by last, and marks the others as unused (the clock or
 * second-chance algorithm; Corbató 1968). For one thread.
 */
final class ClockCache {

    /** By frame, the number of the record in it. The first {@link HashSlots#size()} frames are occupied. */
    private int[] numbers;

    private @Nullable FoldedRecord[] records;
    private boolean[] used;
    private final HashSlots frames = new HashSlots(frame -> numbers[frame]);
    private int hand;

    /** @param expected how many records it is sized for; it grows if there are more */
    ClockCache(int expected) {
        int capacity = expected + 1;
        this.numbers = new int[capacity];
        this.records = new FoldedRecord[capacity];
        this.used = new boolean[capacity];
    }

    /** The record with a number, or null if it is not in the cache; O(1) on average. */
    @Nullable
    FoldedRecord get(int number) {
        int frame = frames.number(slotOf(number));
        if (frame == HashSlots.FREE) {
            return null;
        }
        used[frame] = true;
        return records[frame];
    }

    private int slotOf(int number) {
        int slot = frames.first(number);
        for (int frame; (frame = frames.number(slot)) != HashSlots.FREE; slot = frames.next(slot)) {
            if (numbers[frame] == number) {
                return slot;
            }
        }
        return slot;
    }

    /**
     * Adds a record; O(1) on average.
     *
     * @param number of a record that is not in the cache
     */
    void add(int number, FoldedRecord record) {
        int frame = frames.size();
        if (frame == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * frame);
            records = Arrays.copyOf(records, 2 * frame);
            used = Arrays.copyOf(used, 2 * frame);
        }
        numbers[frame] = number;
        records[frame] = record;
        used[frame] = true;
        frames.add(slotOf(number));
    }

    /** Evicts records until there are no more than {@code most}. */
    void trimTo(int most) {
        while (frames.size() > most) {
            hand = hand < frames.size() ? hand : 0;
            if (used[hand]) {
                used[hand] = false;
                hand++;
            } else {
                evict(hand);
            }
        }
    }

    /** The record of the last frame moves to the one that becomes free. */
    private void evict(int frame) {
        frames.remove(slotOf(numbers[frame]));
        int last = frames.size();
        if (frame != last) {
            frames.renumber(slotOf(numbers[last]), frame);
            numbers[frame] = numbers[last];
            records[frame] = records[last];
            used[frame] = used[last];
        }
        records[last] = null;
    }
}
