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
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.index.PointIndex;
import org.conductregister.query.statistics.path.RegisterFold;
import org.conductregister.query.statistics.rollup.Granularity;
import org.conductregister.query.statistics.rollup.RollupDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the statistics show at a position, to be kept.
 *
 * @param last the entry at that position
 */
record StatisticsCheckpoint(RecordedEntry last, PointIndex.Image index, RegisterFold.Image register) {

    private static final Logger log = LoggerFactory.getLogger(StatisticsCheckpoint.class);

    /** To be raised when the same entries are to be told or written otherwise than before. */
    private static final int VERSION = 7;

    /** What was kept, ready to go on. */
    record Kept(Head.At head, PointIndex index, RegisterFold register) {}

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
        log.info("Statistics kept at entry {} in {}: {} s", last.position(), file, secondsSince(began));
    }

    private void save(SaveStream out) throws IOException {
        index.save(out);
        register.save(out);
    }

    /**
     * Reads what is kept.
     *
     * @return null where nothing is kept that can be used; it is set aside then, which the log says
     */
    static @Nullable Kept read(
            CheckpointFile file, Granularity grain, BufferAllocator room, Predicate<Heading> isInLog) {
        long began = System.nanoTime();
        try {
            var kept = file.read((heading, in) -> {
                        if (!heading.form().equals(form())) {
                            throw new IOException("it was written by another version");
                        }
                        if (!isInLog.test(heading)) {
                            throw new IOException("the log has another entry at its position");
                        }
                        var index = new PointIndex(grain, in);
                        var register = RegisterFold.load(in, index, room);
                        return new Kept(new Head.At(heading.position(), heading.recordedAt()), index, register);
                    })
                    .orElse(null);
            if (kept != null) {
                log.info(
                        "Statistics begin at entry {}, as kept in {}: {} s",
                        kept.head().position(),
                        file,
                        secondsSince(began));
            }
            return kept;
        } catch (IOException | RuntimeException e) {
            setAside(file, e);
            return null;
        }
    }

    private static void setAside(CheckpointFile file, Exception why) {
        try {
            log.warn(
                    "What was kept of the statistics cannot be used and is set aside as {}; they are made anew of the"
                            + " log: {}",
                    file.setAside(),
                    why.getMessage());
        } catch (IOException e) {
            log.warn("What was kept of the statistics cannot be used, nor set aside; they are made anew of the log", e);
        }
    }

    /** Of all that decides what the numbers in it mean. */
    private static String form() {
        return VERSION + " "
                + Arrays.stream(Unit.values())
                        .map(unit -> unit + " " + Dimensions.features(unit).names() + " " + RollupDefinition.of(unit))
                        .collect(Collectors.joining("; "));
    }

    private static String secondsSince(long began) {
        return String.format("%.1f", Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3);
    }
}
