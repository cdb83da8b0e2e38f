package org.conductregister.query.statistics.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.checkpoint.Heading;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.PointIndex;
import org.conductregister.query.statistics.path.RegisterFold;
import org.conductregister.query.statistics.rollup.Granularity;
import org.conductregister.query.statistics.rollup.RollupDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A checkpoint: the statistics as of one position of the log. It is immutable, and may be written by any thread while
 * more is applied.
 *
 * @param last the entry at that position, by which a later start tells whether its log is the same
 * @param snapshot the points, and what they are made of
 * @param register the histories from which records are folded again
 */
record StatisticsCheckpoint(RecordedEntry last, IndexSnapshot snapshot, RegisterFold.Image register) {

    private static final Logger log = LoggerFactory.getLogger(StatisticsCheckpoint.class);

    /** Raised whenever the same points would be written in another way than before. */
    static final int VERSION = 10;

    /** The parts of a checkpoint read, ready to append to. */
    record Loaded(Head.At head, PointIndex index, RegisterFold register) {}

    /** Writes it; O(n). */
    void writeTo(CheckpointFile file) {
        long began = System.nanoTime();
        var heading = new Heading(
                form(),
                last.position(),
                last.recordedAt(),
                last.entry().entryId().toString());
        try {
            file.write(heading, this::save);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.info("Statistics stored at entry {} in {}: {} s", last.position(), file, secondsSince(began));
    }

    private void save(SaveStream out) throws IOException {
        snapshot.save(out);
        register.save(out);
    }

    /**
     * Reads what a file holds; O(n).
     *
     * @param isInLog whether the log has the entry that the checkpoint ends with
     * @return null where there is no file, or one that cannot be used: that is set aside, and the log of the program says why
     */
    static @Nullable Loaded read(
            CheckpointFile file, Granularity granularity, BufferAllocator allocator, Predicate<Heading> isInLog) {
        long began = System.nanoTime();
        try {
            var loaded = file.read((heading, in) -> load(heading, in, granularity, allocator, isInLog))
                    .orElse(null);
            if (loaded != null) {
                log.info(
                        "Statistics begin at entry {}, as stored in {}: {} s",
                        loaded.head().position(),
                        file,
                        secondsSince(began));
            }
            return loaded;
        } catch (IOException | RuntimeException e) {
            setAside(file, e);
            return null;
        }
    }

    /** Reads as {@link #read}, but leaves a file that cannot be used as it is: it is somebody else's. */
    static @Nullable Loaded readIfUsable(
            CheckpointFile file, Granularity granularity, BufferAllocator allocator, Predicate<Heading> isInLog) {
        try {
            return file.read((heading, in) -> load(heading, in, granularity, allocator, isInLog))
                    .orElse(null);
        } catch (IOException | RuntimeException e) {
            log.info("The checkpoint {} is of no use here: {}", file, e.getMessage());
            return null;
        }
    }

    private static Loaded load(
            Heading heading,
            LoadStream in,
            Granularity granularity,
            BufferAllocator allocator,
            Predicate<Heading> isInLog)
            throws IOException {
        if (!heading.form().equals(form())) {
            throw new IOException("it was written by another version");
        }
        if (!isInLog.test(heading)) {
            throw new IOException("the log has another entry at its position");
        }
        var index = new PointIndex(granularity, in);
        var register = RegisterFold.load(in, index, allocator);
        return new Loaded(new Head.At(heading.position(), heading.recordedAt()), index, register);
    }

    private static void setAside(CheckpointFile file, Exception why) {
        try {
            log.warn(
                    "The checkpoint of the statistics cannot be used and is set aside as {}; they are rebuilt from the log: {}",
                    file.setAside(),
                    why.getMessage());
        } catch (IOException e) {
            log.warn(
                    "The checkpoint of the statistics cannot be used, nor set aside; they are rebuilt from the log", e);
        }
    }

    /** Everything on which the meaning of the numbers in a checkpoint depends. */
    private static String form() {
        return StatisticsView.POINTS_VERSION + "." + VERSION + " "
                + Arrays.stream(Unit.values())
                        .map(unit -> unit + " " + Dimensions.features(unit).names() + " " + RollupDefinition.of(unit))
                        .collect(Collectors.joining("; "));
    }

    private static String secondsSince(long began) {
        return String.format("%.1f", Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3);
    }
}
