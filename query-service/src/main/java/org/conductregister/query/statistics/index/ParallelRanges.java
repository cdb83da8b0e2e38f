package org.conductregister.query.statistics.index;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/**
 * Reads a range of rows or versions in parts that follow one another, at the same time, in the common pool of the JVM: its threads
 * are as many as processors, however many questions are asked. The calling thread takes part, and reads by itself whatever no
 * other thread has begun, so a machine that is busy is no slower than with one thread. Any thread may ask.
 *
 * @param least the least that is worth a part
 */
public record ParallelRanges(int least) {

    /** Each part may need memory of its own for everything there is, so that more would cost more than they save. */
    private static final int MOST_PARTS = 4;

    /** Reads one part. Several threads call it at the same time. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Reads a part.
         *
         * @param from the first
         * @param to the end, which is not included
         */
        T read(int from, int to);
    }

    /**
     * Reads a range.
     *
     * @param size the range is from 0 up to it
     * @return what the parts gave, at least one, in their order
     */
    public <T> List<T> read(int size, Reader<T> reader) {
        int parts = Math.clamp(size / least, 1, Math.min(MOST_PARTS, ForkJoinPool.getCommonPoolParallelism() + 1));
        if (parts == 1) {
            return List.of(reader.read(0, size));
        }
        var tasks = IntStream.range(0, parts)
                .mapToObj(part -> task(() -> reader.read(begin(part, parts, size), begin(part + 1, parts, size))))
                .toList();
        return ForkJoinTask.invokeAll(tasks).stream().map(ForkJoinTask::join).toList();
    }

    private static int begin(int part, int parts, int size) {
        return (int) ((long) size * part / parts);
    }

    private static <T> ForkJoinTask<T> task(Callable<T> reading) {
        return ForkJoinTask.adapt(reading);
    }
}
