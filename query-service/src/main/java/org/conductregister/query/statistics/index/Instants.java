package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * When what was recorded: for each instant the first position recorded then. Each is kept as its distance from the one
 * before, in a few bytes; every {@value #RUN}th also as it is, to be found by halves.
 */
final class Instants {

    private static final int RUN = 64;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private long[] runNanos = new long[4];
    private long[] runPositions = new long[4];
    private int[] runAddresses = new int[4];
    private byte[] distances = new byte[64];
    private int end;
    private int size;
    private long lastNanos = Long.MIN_VALUE;
    private long lastPosition;

    /** Of each instant the first position counts; an instant that is no later than the last one adds nothing. */
    void add(Instant recordedAt, long position) {
        long nanos = nanos(recordedAt);
        if (position == 0 || nanos <= lastNanos) {
            return;
        }
        if (size % RUN == 0) {
            beginRun(nanos, position);
        } else {
            append(nanos - lastNanos);
            append(position - lastPosition);
        }
        lastNanos = nanos;
        lastPosition = position;
        size++;
    }

    private void beginRun(long nanos, long position) {
        int run = size / RUN;
        if (run == runNanos.length) {
            int larger = run + (run >> 1);
            runNanos = Arrays.copyOf(runNanos, larger);
            runPositions = Arrays.copyOf(runPositions, larger);
            runAddresses = Arrays.copyOf(runAddresses, larger);
        }
        runNanos[run] = nanos;
        runPositions[run] = position;
        runAddresses[run] = end;
    }

    private void append(long distance) {
        if (end + 10 > distances.length) {
            distances = Arrays.copyOf(distances, distances.length + (distances.length >> 1));
        }
        long left = distance;
        while (left > SEVEN_BITS) {
            distances[end++] = (byte) (left & SEVEN_BITS | MORE);
            left >>>= 7;
        }
        distances[end++] = (byte) left;
    }

    /** An instant beyond what can be counted in nanoseconds is the last that can. */
    private static long nanos(Instant instant) {
        try {
            return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    View view(long headPosition) {
        return new View(size, end, runNanos, runPositions, runAddresses, distances, headPosition);
    }

    /** What there was when {@code headPosition} was the last. The arrays are the writer's own, read up to {@code size}. */
    record View(
            int size,
            int end,
            long[] runNanos,
            long[] runPositions,
            int[] runAddresses,
            byte[] distances,
            long headPosition) {

        /** The position of the last entry known at an instant; 0 before any. */
        long lastPositionAt(Instant knownAt) {
            long asked = nanos(knownAt);
            int runs = (size + RUN - 1) / RUN;
            int at = Arrays.binarySearch(runNanos, 0, runs, asked);
            int run = at >= 0 ? at : -at - 2;
            return run < 0 ? firstPosition() - 1 : lastPositionIn(run, asked);
        }

        private long firstPosition() {
            return size == 0 ? headPosition + 1 : runPositions[0];
        }

        private long lastPositionIn(int run, long asked) {
            long nanos = runNanos[run];
            long position = runPositions[run];
            int address = runAddresses[run];
            int last = Math.min(size, (run + 1) * RUN);
            for (int i = run * RUN + 1; i < last; i++) {
                long distance = distances[address] & SEVEN_BITS;
                for (int shift = 7; distances[address++] < 0; shift += 7) {
                    distance |= (long) (distances[address] & SEVEN_BITS) << shift;
                }
                nanos += distance;
                distance = distances[address] & SEVEN_BITS;
                for (int shift = 7; distances[address++] < 0; shift += 7) {
                    distance |= (long) (distances[address] & SEVEN_BITS) << shift;
                }
                position += distance;
                if (nanos > asked) {
                    return position - 1;
                }
            }
            return last == size ? headPosition : runPositions[run + 1] - 1;
        }

        void save(SaveStream out) throws IOException {
            int runs = (size + RUN - 1) / RUN;
            out.number(size);
            out.number(end);
            for (int i = 0; i < runs; i++) {
                out.longNumber(runNanos[i]);
                out.longNumber(runPositions[i]);
                out.number(runAddresses[i]);
            }
            out.bytes(distances, 0, end);
        }
    }

    static Instants load(LoadStream in) throws IOException {
        var instants = new Instants();
        instants.size = in.number();
        instants.end = in.number();
        int runs = (instants.size + RUN - 1) / RUN;
        int room = Math.max(4, runs);
        instants.runNanos = new long[room];
        instants.runPositions = new long[room];
        instants.runAddresses = new int[room];
        for (int i = 0; i < runs; i++) {
            instants.runNanos[i] = in.longNumber();
            instants.runPositions[i] = in.longNumber();
            instants.runAddresses[i] = in.number();
        }
        instants.distances = new byte[Math.max(64, instants.end)];
        in.bytes(instants.distances, 0, instants.end);
        instants.readLast();
        return instants;
    }

    /** Finds again where the last distance led. */
    private void readLast() {
        if (size == 0) {
            return;
        }
        int run = (size - 1) / RUN;
        long[] last = {runNanos[run], runPositions[run]};
        int address = runAddresses[run];
        for (int i = 0; address < end; i ^= 1) {
            long distance = 0;
            int shift = 0;
            byte part;
            do {
                part = distances[address++];
                distance |= (long) (part & SEVEN_BITS) << shift;
                shift += 7;
            } while (part < 0);
            last[i] += distance;
        }
        lastNanos = last[0];
        lastPosition = last[1];
    }
}
