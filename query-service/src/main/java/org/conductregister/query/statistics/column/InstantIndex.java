package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * When what was recorded: for each instant the first position recorded then. InstantIndex are whole microseconds, as the log
 * stamps them. Each is kept as its distance from the one before, in a few bytes, and so is its position where that is not
 * the next; every {@value #RUN}th is also kept as it is, to be found by halves.
 */
public final class InstantIndex {

    private static final int RUN = 64;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private long[] runMicros = new long[4];
    private long[] runPositions = new long[4];
    private int[] runAddresses = new int[4];
    private byte[] distances = new byte[64];
    private int end;
    private int size;
    private long lastMicros = Long.MIN_VALUE;
    private long lastPosition;

    /** Of each instant the first position counts; an instant that is no later than the last one adds nothing. */
    public void add(Instant recordedAt, long position) {
        long micros = micros(recordedAt);
        if (position == 0 || micros <= lastMicros) {
            return;
        }
        if (size % RUN == 0) {
            beginRun(micros, position);
        } else {
            append(micros - lastMicros, position - lastPosition);
        }
        lastMicros = micros;
        lastPosition = position;
        size++;
    }

    private void beginRun(long micros, long position) {
        int run = size / RUN;
        if (run == runMicros.length) {
            int larger = run + (run >> 1);
            runMicros = Arrays.copyOf(runMicros, larger);
            runPositions = Arrays.copyOf(runPositions, larger);
            runAddresses = Arrays.copyOf(runAddresses, larger);
        }
        runMicros[run] = micros;
        runPositions[run] = position;
        runAddresses[run] = end;
    }

    /** The lowest bit says whether the distance of the positions follows; else it is 1. */
    private void append(long later, long further) {
        boolean isNext = further == 1;
        append(later << 1 | (isNext ? 0 : 1));
        if (!isNext) {
            append(further);
        }
    }

    private void append(long distance) {
        if (end + 10 > distances.length) {
            distances = Arrays.copyOf(distances, Math.max(end + 10, distances.length + (distances.length >> 3)));
        }
        long left = distance;
        while (left > SEVEN_BITS) {
            distances[end++] = (byte) (left & SEVEN_BITS | MORE);
            left >>>= 7;
        }
        distances[end++] = (byte) left;
    }

    /** An instant beyond what can be counted in microseconds is the last that can. */
    private static long micros(Instant instant) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    public View view(long headPosition) {
        return new View(size, end, runMicros, runPositions, runAddresses, distances, headPosition);
    }

    /** What there was when {@code headPosition} was the last. The arrays are the writer's own, read up to {@code size}. */
    public record View(
            int size,
            int end,
            long[] runMicros,
            long[] runPositions,
            int[] runAddresses,
            byte[] distances,
            long headPosition) {

        /** The position of the last entry known at an instant; 0 before any. */
        public long lastPositionAt(Instant knownAt) {
            long asked = micros(knownAt);
            int runs = (size + RUN - 1) / RUN;
            int at = Arrays.binarySearch(runMicros, 0, runs, asked);
            int run = at >= 0 ? at : -at - 2;
            return run < 0 ? firstPosition() - 1 : lastPositionIn(run, asked);
        }

        private long firstPosition() {
            return size == 0 ? headPosition + 1 : runPositions[0];
        }

        private long lastPositionIn(int run, long asked) {
            var entry = new Walk(runMicros[run], runPositions[run], distances, runAddresses[run]);
            int last = Math.min(size, (run + 1) * RUN);
            for (int i = run * RUN + 1; i < last; i++) {
                entry.next();
                if (entry.micros > asked) {
                    return entry.position - 1;
                }
            }
            return last == size ? headPosition : runPositions[run + 1] - 1;
        }

        public void save(SaveStream out) throws IOException {
            int runs = (size + RUN - 1) / RUN;
            out.number(size);
            out.number(end);
            for (int i = 0; i < runs; i++) {
                out.longNumber(runMicros[i]);
                out.longNumber(runPositions[i]);
                out.number(runAddresses[i]);
            }
            out.bytes(distances, 0, end);
        }
    }

    public static InstantIndex load(LoadStream in) throws IOException {
        var instants = new InstantIndex();
        instants.size = in.number();
        instants.end = in.number();
        int runs = (instants.size + RUN - 1) / RUN;
        int room = Math.max(4, runs);
        instants.runMicros = new long[room];
        instants.runPositions = new long[room];
        instants.runAddresses = new int[room];
        for (int i = 0; i < runs; i++) {
            instants.runMicros[i] = in.longNumber();
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
        var entry = new Walk(runMicros[run], runPositions[run], distances, runAddresses[run]);
        while (entry.address < end) {
            entry.next();
        }
        lastMicros = entry.micros;
        lastPosition = entry.position;
    }

    /** From one instant to the next. */
    private static final class Walk {

        private final byte[] distances;
        private long micros;
        private long position;
        private int address;

        Walk(long micros, long position, byte[] distances, int address) {
            this.micros = micros;
            this.position = position;
            this.distances = distances;
            this.address = address;
        }

        void next() {
            long later = distance();
            micros += later >>> 1;
            position += (later & 1) == 0 ? 1 : distance();
        }

        private long distance() {
            long distance = distances[address] & SEVEN_BITS;
            for (int shift = 7; distances[address++] < 0; shift += 7) {
                distance |= (long) (distances[address] & SEVEN_BITS) << shift;
            }
            return distance;
        }
    }
}
