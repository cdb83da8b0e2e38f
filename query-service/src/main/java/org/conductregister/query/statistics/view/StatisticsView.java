package org.conductregister.query.statistics.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.projections.View;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.DurationMembers;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.FlowMembers;
import org.conductregister.query.statistics.Flows;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.MovementEngine;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.change.ChangeEngine;
import org.conductregister.query.statistics.change.ChangedMembers;
import org.conductregister.query.statistics.change.ChangedOfficers;
import org.conductregister.query.statistics.change.Standings;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.checkpoint.Heading;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.duration.DurationQuery;
import org.conductregister.query.statistics.ever.AlsoAccused;
import org.conductregister.query.statistics.ever.EverMembers;
import org.conductregister.query.statistics.flow.FlowQuery;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.history.MappedFileAllocator;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.PointIndex;
import org.conductregister.query.statistics.path.RegisterFold;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.plan.Selection;
import org.conductregister.query.statistics.rollup.Granularity;
import org.conductregister.query.statistics.scan.CountQuery;
import org.conductregister.query.statistics.scan.FilteredCount;
import org.conductregister.query.statistics.scan.MemberQuery;
import org.conductregister.query.statistics.scan.OfficerQuery;
import org.conductregister.query.statistics.scan.UnitAt;
import org.jspecify.annotations.Nullable;

/**
 * The statistics as a view of the log. One thread applies entries, commits and checkpoints; any thread asks questions, and is
 * answered from the snapshot of the last commit, without locks. See the package's page.
 */
public final class StatisticsView implements View, StatisticsEngine, MovementEngine, ChangeEngine {

    /** Raised whenever the same entries would make other points than before. */
    public static final int POINTS_VERSION = 9;

    private final Head head = new Head();
    private final Granularity granularity;
    private final @Nullable CheckpointFile file;
    private final Supplier<BufferAllocator> allocators;
    private final ListsAsKnown lists;
    private PointIndex index;
    private RegisterFold register;
    private volatile Published published;

    /** The last entry applied. */
    private @Nullable RecordedEntry last;

    /** Statistics without a checkpoint. */
    public StatisticsView(ListsAsKnown lists) {
        this(Granularity.USUAL, null, lists);
    }

    /**
     * Statistics with a checkpoint.
     *
     * @param file where it is stored; null for none
     */
    public StatisticsView(@Nullable CheckpointFile file, ListsAsKnown lists) {
        this(Granularity.USUAL, file, lists);
    }

    StatisticsView(Granularity granularity, @Nullable CheckpointFile file, ListsAsKnown lists) {
        this(
                granularity,
                file,
                file == null ? () -> BufferAllocator.IN_MEMORY : () -> new MappedFileAllocator(file.directory()),
                lists);
    }

    /** @param allocators one for the histories of each register that is begun */
    private StatisticsView(
            Granularity granularity,
            @Nullable CheckpointFile file,
            Supplier<BufferAllocator> allocators,
            ListsAsKnown lists) {
        this.granularity = granularity;
        this.file = file;
        this.allocators = allocators;
        this.lists = lists;
        this.index = new PointIndex(granularity);
        this.register = new RegisterFold(index, allocators.get());
        this.published = new Published(index.snapshot(Head.At.START), new PlansByFindings());
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public boolean isKeptByCheckpoints() {
        return true;
    }

    @Override
    public boolean isCountedFrom() {
        return true;
    }

    /** Shorter than others': every count waits for it. */
    @Override
    public Duration gathering() {
        return Duration.ofMillis(5);
    }

    @Override
    public void apply(RecordedEntry entry) {
        register.apply(entry);
        last = entry;
    }

    /** Publishes a snapshot at once, and another after its points have been merged into the rollups, where that is due. */
    @Override
    public void commit(long position, Instant recordedAt) {
        publish(published.plans(), new Head.At(position, recordedAt));
    }

    private void publish(PlansByFindings plans, Head.At at) {
        var snapshot = index.snapshot(at);
        published = new Published(snapshot, plans);
        head.moveTo(at.position(), at.recordedAt());
        if (index.merge(snapshot)) {
            published = new Published(index.snapshot(at), plans);
        }
    }

    @Override
    public void reset() {
        deleteCheckpoint();
        index = new PointIndex(granularity);
        register = new RegisterFold(index, allocators.get());
        last = null;
        publish(new PlansByFindings(), Head.At.START);
    }

    @Override
    public CompletableFuture<Boolean> keep() {
        return file == null ? CompletableFuture.completedFuture(false) : writeTo(file);
    }

    /**
     * Writes a checkpoint of what is published, in a thread of its own; more may be applied meanwhile.
     *
     * @return true once it is written; false at once if entries have been applied that are not published, so that there can
     *     be no checkpoint now; an {@link UncheckedIOException} if it cannot be written
     */
    public CompletableFuture<Boolean> writeTo(CheckpointFile checkpointFile) {
        var snapshot = published.snapshot();
        var entry = last;
        if (entry == null || !isAllPublished(entry, snapshot)) {
            return CompletableFuture.completedFuture(false);
        }
        var checkpoint = new StatisticsCheckpoint(entry, snapshot, register.image());
        return CompletableFuture.supplyAsync(
                () -> {
                    checkpoint.writeTo(checkpointFile);
                    return true;
                },
                task -> Thread.ofPlatform().name("keep-" + name()).start(task));
    }

    private boolean isAllPublished(RecordedEntry lastApplied, IndexSnapshot snapshot) {
        return register.isWhole()
                && lastApplied.position() == snapshot.head().position()
                && register.lastPosition() == lastApplied.position()
                && index.isWhole(snapshot);
    }

    /**
     * Reads the checkpoint, and goes on from there. One that cannot be used is set aside.
     *
     * @param isInLog whether the log has the entry that the checkpoint ends with
     * @return whether there was one that could be used
     */
    public boolean readCheckpoint(Predicate<Heading> isInLog) {
        var loaded = file == null ? null : StatisticsCheckpoint.read(file, granularity, allocators.get(), isInLog);
        if (loaded == null) {
            return false;
        }
        begin(loaded);
        return true;
    }

    /**
     * Goes on from a checkpoint that another program keeps, which is left where it is and as it is.
     *
     * @param isInLog whether the log has the entry that the checkpoint ends with
     * @return whether there was one that could be used
     */
    public boolean readCheckpointOf(CheckpointFile other, Predicate<Heading> isInLog) {
        var loaded = StatisticsCheckpoint.readIfUsable(other, granularity, allocators.get(), isInLog);
        if (loaded == null) {
            return false;
        }
        begin(loaded);
        return true;
    }

    private void begin(StatisticsCheckpoint.Loaded loaded) {
        index = loaded.index();
        register = loaded.register();
        publish(new PlansByFindings(), loaded.head());
    }

    /** The points as readers see them now. */
    public IndexSnapshot snapshot() {
        return published.snapshot();
    }

    private void deleteCheckpoint() {
        if (file == null) {
            return;
        }
        try {
            file.delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public View another() {
        return new StatisticsView(granularity, null, allocators, lists);
    }

    @Override
    public List<String> differencesFrom(View built) {
        return new ViewComparison(this, (StatisticsView) built).differences();
    }

    @Override
    public void become(View built) {
        var other = (StatisticsView) built;
        deleteCheckpoint();
        index = other.index;
        register = other.register;
        last = other.last;
        published = other.published;
        var at = published.snapshot().head();
        head.moveTo(at.position(), at.recordedAt());
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public List<Dimension> dimensions(Unit unit) {
        return Dimensions.of(unit);
    }

    /**
     * Returns the snapshot and plans that answer a question; the list of findings is looked at only where results are
     * asked about.
     */
    private Published.Read read(Question question) {
        return read(published, question);
    }

    private Published.Read read(Published now, Question question) {
        return isOfResults(question)
                ? now.as(lists.upheldFindings(question.times().knownAt()))
                : now.withoutResults();
    }

    private static boolean isOfResults(Question question) {
        return question.groupBy().contains(Dimensions.RESULT)
                || question.population().ever().containsKey(Dimensions.RESULT);
    }

    private Published.Read readWithResults(Question question) {
        return published.as(lists.upheldFindings(question.times().knownAt()));
    }

    @Override
    public Table count(Question question) {
        var now = read(question);
        var known = now.snapshot().knownAt(question.times().knownAt());
        var asAt = question.times().asAt();
        var groups = question.unit() == Unit.OFFICERS
                ? officers(now, question, known).groups(question.groupBy(), asAt)
                : groups(now, question, known, asAt);
        var divided = DividedAnswers.of(question).counts(groups);
        return new Table(known.recordedAt(), known.position(), Table.total(groups), divided);
    }

    @Override
    public Series series(Question question, List<LocalDate> days) {
        var now = read(question);
        var known = now.snapshot().knownAt(question.times().knownAt());
        var points = question.unit() == Unit.OFFICERS
                ? officers(now, question, known).series(question.groupBy(), days)
                : series(now, question, known, days);
        var divided = DividedAnswers.of(question).points(points);
        return new Series(known.recordedAt(), known.position(), divided);
    }

    @Override
    public Members members(Question question, Listing listing) {
        var now = readWithResults(question);
        var known = now.snapshot().knownAt(question.times().knownAt());
        var asAt = question.times().asAt();
        if (question.unit() == Unit.OFFICERS) {
            return officers(now, question, known).members(listing, asAt);
        }
        var plan = now.plans().plan(new Selection(question.unit(), question.population(), listing.group(), List.of()));
        var candidates = now.plans().candidates(plan, now.snapshot().of(question.unit()));
        var only = only(new UnitAt(now.snapshot(), question.unit(), known, asAt), question);
        return new MemberQuery(now.snapshot(), question.unit(), plan, candidates, known, asAt, only).page(listing);
    }

    @Override
    public Durations durations(Question question, Measure measure) {
        return measured(question, measure, Map.of(), question.groupBy()).durations();
    }

    @Override
    public DurationMembers durationMembers(
            Question question, Measure measure, DurationMembers.Part part, boolean onlyOver, Listing listing) {
        return measured(question, measure, listing.group(), List.of()).members(part, onlyOver, listing);
    }

    private DurationQuery measured(
            Question question, Measure measure, Map<String, Set<Object>> group, List<String> groupBy) {
        var unit = question.unit();
        if (!measure.from().appliesTo(unit) || !measure.to().appliesTo(unit)) {
            throw new IllegalArgumentException(
                    "%s have no durations from %s to %s".formatted(unit.word(), measure.from(), measure.to()));
        }
        var now = readWithResults(question);
        var known = now.snapshot().knownAt(question.times().knownAt());
        var plan = now.plans().plan(new Selection(unit, question.population(), group, groupBy));
        var at = new UnitAt(now.snapshot(), unit, known, question.times().asAt());
        return new DurationQuery(
                at, plan, measure, () -> lists.workingDays(question.times().knownAt()), only(at, question));
    }

    @Override
    public Flows flows(Question question, LocalDate from, List<LocalDate> ends) {
        return DividedAnswers.of(question).flows(flowsOf(question).flows(from, ends));
    }

    @Override
    public FlowMembers flowMembers(
            Question question, LocalDate from, LocalDate to, FlowMembers.Flow flow, Listing listing) {
        return flowsOf(question).members(from, to, flow, listing);
    }

    @Override
    public void changes(Question earlier, Instant later, Consumer<Change> changed) {
        var times = new PointInTime(earlier.times().asAt(), later);
        var afterwards = new Question(earlier.unit(), earlier.population(), earlier.groupBy(), times);
        var current = published;
        var before = read(current, earlier);
        var after = read(current, afterwards);
        var knownBefore = before.snapshot().knownAt(earlier.times().knownAt());
        var knownAfter = after.snapshot().knownAt(later);
        boolean readAlike = !isOfResults(earlier)
                || lists.upheldFindings(earlier.times().knownAt()).equals(lists.upheldFindings(later));
        if (earlier.unit() == Unit.OFFICERS) {
            new ChangedOfficers(
                            after.snapshot(),
                            knownBefore,
                            knownAfter,
                            officers(before, earlier, knownBefore).groupsByPerson(earlier.groupBy(), times.asAt()),
                            officers(after, afterwards, knownAfter).groupsByPerson(earlier.groupBy(), times.asAt()))
                    .forEach(!readAlike, changed);
        } else {
            new ChangedMembers(
                            after.snapshot(),
                            earlier.unit(),
                            knownBefore,
                            knownAfter,
                            standings(before, earlier, knownBefore),
                            standings(after, afterwards, knownAfter))
                    .forEach(!readAlike, changed);
        }
    }

    private static Standings standings(Published.Read now, Question question, Head.At known) {
        var unit = question.unit();
        var at = new UnitAt(now.snapshot(), unit, known, question.times().asAt());
        var plan = now.plans().plan(new Selection(unit, question.population(), Map.of(), question.groupBy()));
        return new Standings(at, plan, only(at, question));
    }

    private FlowQuery flowsOf(Question question) {
        var unit = question.unit();
        if (unit != Unit.ALLEGATIONS && unit != Unit.CASES) {
            throw new IllegalArgumentException(unit.word() + " have no flows");
        }
        var now = readWithResults(question);
        return new FlowQuery(
                now.snapshot(),
                now.plans(),
                question,
                now.snapshot().knownAt(question.times().knownAt()));
    }

    private static List<Table.Group> groups(Published.Read now, Question question, Head.At known, LocalDate asAt) {
        var population = question.population();
        if (population.ever().isEmpty()) {
            return counts(now, question, known).groups(asAt);
        }
        var at = new UnitAt(now.snapshot(), question.unit(), known, asAt);
        var plan = now.plans().plan(new Selection(question.unit(), population, Map.of(), question.groupBy()));
        return FilteredCount.groups(plan, at, EverMembers.of(at, population));
    }

    private static List<Series.Point> series(
            Published.Read now, Question question, Head.At known, List<LocalDate> days) {
        if (question.population().ever().isEmpty()) {
            return counts(now, question, known).series(days);
        }
        var points = new ArrayList<Series.Point>(days.size());
        int size = 0;
        for (var day : days) {
            var point = new Series.Point(day, groups(now, question, known, day));
            size += point.groups().size();
            if (size > MOST_GROUPS) {
                throw new TooManyGroupsException(MOST_GROUPS);
            }
            points.add(point);
        }
        return points;
    }

    /** Which members, by number, are in the population by their past; null where that plays no part. */
    private static @Nullable IntPredicate only(UnitAt at, Question question) {
        var population = question.population();
        return population.ever().isEmpty() ? null : EverMembers.of(at, population);
    }

    private static CountQuery counts(Published.Read now, Question question, Head.At known) {
        var unit = question.unit();
        var plan = now.plans().plan(new Selection(unit, question.population(), Map.of(), question.groupBy()));
        return new CountQuery(plan, now.snapshot().of(unit), now.snapshot().rowsAt(unit, known));
    }

    private static OfficerQuery officers(Published.Read now, Question question, Head.At known) {
        var plan = now.plans().plan(new Selection(question.unit(), question.population(), Map.of(), List.of()));
        var population = question.population();
        var also = population.of(Filter.ALSO_CATEGORY);
        boolean ofAll = population.ever().isEmpty() && also.isEmpty();
        return new OfficerQuery(
                now.snapshot(), plan, known, ofAll ? null : day -> ofOfficers(now, plan, population, known, day));
    }

    private static IntPredicate ofOfficers(
            Published.Read now, QueryPlan plan, Population population, Head.At known, LocalDate day) {
        var allegations = new UnitAt(now.snapshot(), Unit.ALLEGATIONS, known, day);
        var also = population.of(Filter.ALSO_CATEGORY);
        IntPredicate others = also.isEmpty() ? person -> true : AlsoAccused.of(allegations, plan, also);
        return population.ever().isEmpty() ? others : others.and(EverMembers.ofOfficers(allegations, plan, population));
    }
}
