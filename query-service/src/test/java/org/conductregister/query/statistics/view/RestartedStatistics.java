package org.conductregister.query.statistics.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.DurationMembers;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.FlowMembers;
import org.conductregister.query.statistics.Flows;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.MovementEngine;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.change.ChangeEngine;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.rollup.Granularity;

/**
 * Statistics that are kept and loaded again, or built anew, at any commit; and so fine-grained that a few entries lie in
 * many runs, and several threads share them.
 */
public final class RestartedStatistics implements StatisticsEngine, MovementEngine, ChangeEngine, AutoCloseable {

    private static final int ONE_COMMIT_IN = 6;

    private final Random random;
    private final Path directory;
    private final List<RecordedEntry> taken = new ArrayList<>();
    private final Granularity grain;
    private StatisticsView view;

    public RestartedStatistics(Random random) {
        try {
            this.directory = Files.createTempDirectory("statistics");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.random = random;
        this.grain = new Granularity(1 + random.nextInt(8), random.nextInt(3), 1 + random.nextInt(12));
        this.view = empty();
    }

    private StatisticsView empty() {
        return new StatisticsView(grain, new CheckpointFile(file()), new ChangingFindings());
    }

    private Path file() {
        return directory.resolve("statistics");
    }

    public void apply(RecordedEntry entry) {
        view.apply(entry);
        taken.add(entry);
    }

    public void commit(long position, Instant recordedAt) {
        view.commit(position, recordedAt);
        switch (random.nextInt(2 * ONE_COMMIT_IN)) {
            case 0 -> restart();
            case 1 -> rebuild();
            default -> {
                // goes on
            }
        }
    }

    private void restart() {
        view.keep().join();
        var at = view.head().now();
        boolean kept = Files.exists(file());
        view = empty();
        boolean loaded = view.readCheckpoint(heading -> true);
        if (loaded != kept) {
            throw new AssertionError("what was kept was not loaded");
        }
        taken.stream()
                .filter(entry -> entry.position() > view.head().now().position())
                .forEach(view::apply);
        view.commit(at.position(), at.recordedAt());
    }

    private void rebuild() {
        var at = view.head().now();
        var another = (StatisticsView) view.another();
        taken.forEach(another::apply);
        another.commit(at.position(), at.recordedAt());
        var differences = view.differencesFrom(another);
        if (!differences.isEmpty()) {
            throw new AssertionError(differences);
        }
        view.become(another);
    }

    /** The view as it is since the last restart or rebuild. */
    public StatisticsView view() {
        return view;
    }

    public void reset() {
        view.reset();
        taken.clear();
    }

    @Override
    public Head head() {
        return view.head();
    }

    @Override
    public List<Dimension> dimensions(Unit unit) {
        return view.dimensions(unit);
    }

    @Override
    public Table count(Question question) {
        return view.count(question);
    }

    @Override
    public Series series(Question question, List<LocalDate> days) {
        return view.series(question, days);
    }

    @Override
    public Members members(Question question, Listing listing) {
        return view.members(question, listing);
    }

    @Override
    public Durations durations(Question question, Measure measure) {
        return view.durations(question, measure);
    }

    @Override
    public DurationMembers durationMembers(
            Question question, Measure measure, DurationMembers.Part part, boolean onlyOver, Listing listing) {
        return view.durationMembers(question, measure, part, onlyOver, listing);
    }

    @Override
    public Flows flows(Question question, LocalDate from, List<LocalDate> ends) {
        return view.flows(question, from, ends);
    }

    @Override
    public FlowMembers flowMembers(
            Question question, LocalDate from, LocalDate to, FlowMembers.Flow flow, Listing listing) {
        return view.flowMembers(question, from, to, flow, listing);
    }

    @Override
    public void changes(Question earlier, Instant later, Consumer<Change> changed) {
        view.changes(earlier, later, changed);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file());
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
