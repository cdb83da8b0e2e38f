package org.conductregister.query.statistics.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.View;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.checkpoint.Heading;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.history.MappedFileAllocator;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.PointIndex;
import org.conductregister.query.statistics.path.RegisterFold;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.Selection;
import org.conductregister.query.statistics.rollup.Granularity;
import org.conductregister.query.statistics.scan.CountQuery;
import org.conductregister.query.statistics.scan.MemberQuery;
import org.conductregister.query.statistics.scan.OfficerQuery;
import org.jspecify.annotations.Nullable;

/** Statistics kept in memory, and answered from what was last committed. */
public final class StatisticsView implements View, StatisticsEngine {

    private final Head head = new Head();
    private final QueryPlanCache plans = new QueryPlanCache();
    private final Granularity grain;
    private final @Nullable CheckpointFile file;
    private final Supplier<BufferAllocator> rooms;
    private PointIndex index;
    private RegisterFold register;
    private volatile IndexSnapshot snapshot;

    /** The last entry taken in. */
    private @Nullable RecordedEntry last;

    /** One that keeps nothing beyond the process. */
    public StatisticsView() {
        this(Granularity.USUAL, null);
    }

    /** @param file where it is kept; null where it is not */
    public StatisticsView(@Nullable CheckpointFile file) {
        this(Granularity.USUAL, file);
    }

    StatisticsView(Granularity grain, @Nullable CheckpointFile file) {
        this(
                grain,
                file,
                file == null ? () -> BufferAllocator.IN_MEMORY : () -> new MappedFileAllocator(file.directory()));
    }

    /** @param rooms where histories lie, once for each time that they are begun anew */
    private StatisticsView(Granularity grain, @Nullable CheckpointFile file, Supplier<BufferAllocator> rooms) {
        this.grain = grain;
        this.file = file;
        this.rooms = rooms;
        this.index = new PointIndex(grain);
        this.register = new RegisterFold(index, rooms.get());
        this.snapshot = index.snapshot(Head.At.START);
    }

    @Override
    public String name() {
        return "statistics";
    }

    @Override
    public boolean keptInMemory() {
        return true;
    }

    @Override
    public boolean isCountedFrom() {
        return true;
    }

    @Override
    public void apply(RecordedEntry entry) {
        register.apply(entry);
        last = entry;
    }

    /** What was committed shows before the counts kept ready have taken it in. */
    @Override
    public void commit(long position, Instant recordedAt) {
        var at = new Head.At(position, recordedAt);
        var now = index.snapshot(at);
        snapshot = now;
        head.moveTo(position, recordedAt);
        if (index.takeIn(now)) {
            snapshot = index.snapshot(at);
        }
    }

    @Override
    public void reset() {
        forgetKept();
        index = new PointIndex(grain);
        register = new RegisterFold(index, rooms.get());
        last = null;
        commit(Head.At.START.position(), Head.At.START.recordedAt());
    }

    @Override
    public CompletableFuture<Boolean> keep() {
        return file == null ? CompletableFuture.completedFuture(false) : keepIn(file);
    }

    /**
     * Keeps what is shown. It is written elsewhere; who appends may go on.
     *
     * @return done once it is written; false where entries beyond what is shown were taken in, so that nothing could be
     */
    public CompletableFuture<Boolean> keepIn(CheckpointFile kept) {
        var shown = snapshot;
        var entry = last;
        if (entry == null) {
            return CompletableFuture.completedFuture(false);
        }
        boolean isWhole = register.isWhole()
                && entry.position() == shown.head().position()
                && register.lastPosition() == entry.position()
                && index.isAllIn(shown);
        if (!isWhole) {
            return CompletableFuture.completedFuture(false);
        }
        var image = new StatisticsCheckpoint(entry, index.image(shown), register.image());
        return CompletableFuture.supplyAsync(
                () -> {
                    image.writeTo(kept);
                    return true;
                },
                task -> Thread.ofPlatform().name("keep-" + name()).start(task));
    }

    /**
     * Begins with what was kept.
     *
     * @param isInLog whether the log has the last entry that it tells of
     * @return whether there was anything; what there was that cannot be used is set aside
     */
    public boolean loadKept(Predicate<Heading> isInLog) {
        var kept = file == null ? null : StatisticsCheckpoint.read(file, grain, rooms.get(), isInLog);
        if (kept == null) {
            return false;
        }
        index = kept.index();
        register = kept.register();
        commit(kept.head().position(), kept.head().recordedAt());
        return true;
    }

    /** What is shown is no longer what was kept. */
    private void forgetKept() {
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
        return new StatisticsView(grain, null, rooms);
    }

    @Override
    public List<String> differencesFrom(View built) {
        return new ViewComparison(this, (StatisticsView) built).find();
    }

    @Override
    public void become(View built) {
        var other = (StatisticsView) built;
        forgetKept();
        index = other.index;
        register = other.register;
        last = other.last;
        snapshot = other.snapshot;
        var at = snapshot.head();
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

    @Override
    public Table count(Question question) {
        var shown = snapshot;
        var known = shown.knownAt(question.times().knownAt());
        var asAt = question.times().asAt();
        var groups = question.unit() == Unit.OFFICERS
                ? new OfficerQuery(shown, plan(question, shown), known).groups(question.groupBy(), asAt)
                : counting(question, shown, known).groups(asAt);
        return new Table(known.recordedAt(), known.position(), groups);
    }

    @Override
    public Series series(Question question, List<LocalDate> days) {
        var shown = snapshot;
        var known = shown.knownAt(question.times().knownAt());
        var points = question.unit() == Unit.OFFICERS
                ? new OfficerQuery(shown, plan(question, shown), known).series(question.groupBy(), days)
                : counting(question, shown, known).series(days);
        return new Series(known.recordedAt(), known.position(), points);
    }

    @Override
    public Members members(Question question, Listing listing) {
        var shown = snapshot;
        var known = shown.knownAt(question.times().knownAt());
        var asAt = question.times().asAt();
        if (question.unit() == Unit.OFFICERS) {
            return new OfficerQuery(shown, plan(question, shown), known).members(listing, asAt);
        }
        var wanted = new Selection(question.unit(), question.population(), listing.group(), List.of());
        var plan = plans.of(wanted, shown.of(question.unit()).index());
        return new MemberQuery(shown, question.unit(), plan, known, asAt).page(listing);
    }

    private CountQuery counting(Question question, IndexSnapshot shown, Head.At known) {
        return new CountQuery(plan(question, shown), shown.of(question.unit()), shown.sizeAt(question.unit(), known));
    }

    private QueryPlan plan(Question question, IndexSnapshot shown) {
        boolean people = question.unit() == Unit.OFFICERS;
        var wanted = new Selection(
                question.unit(), question.population(), Map.of(), people ? List.of() : question.groupBy());
        return plans.of(wanted, shown.of(question.unit()).index());
    }
}
