package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.StringDictionary;
import org.conductregister.query.statistics.column.TransitionDictionary;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.path.PointSink;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.rollup.Granularity;
import org.conductregister.query.statistics.rollup.Rollup;
import org.conductregister.query.statistics.rollup.RollupDefinition;
import org.jspecify.annotations.Nullable;

/** The points of one unit as the writer appends them, and what they are made of. For one thread; readers get snapshots. */
final class UnitIndex implements PointSink.OfUnit {

    private final StringDictionary members;
    private final TupleDictionary profiles;
    private final TupleDictionary states;
    private final TransitionDictionary transitions;
    private final MemberVersions versions;
    private final PointTable points;
    private final List<Rollup> rollups;
    private final Granularity granularity;
    private int position;

    /** The number of rows that have been merged into the rollups. */
    private int merged;

    private @Nullable UnitSnapshot latest;

    UnitIndex(Unit unit, Granularity granularity) {
        var features = Dimensions.features(unit);
        this.granularity = granularity;
        this.members = new StringDictionary();
        this.profiles = new TupleDictionary(features.fixedCount());
        this.states = new TupleDictionary(features.changingCount());
        this.transitions = new TransitionDictionary();
        this.versions = new MemberVersions(unit == Unit.ALLEGATIONS);
        this.points = new PointTable();
        this.rollups = RollupDefinition.of(unit).stream()
                .map(definition -> new Rollup(definition, features, profiles, states, granularity))
                .toList();
    }

    /** Reads what {@link UnitSnapshot#save} wrote; {@link #rebuildDerived} must follow. */
    UnitIndex(Unit unit, Granularity granularity, LoadStream in) throws IOException {
        var features = Dimensions.features(unit);
        this.granularity = granularity;
        this.merged = in.readInt();
        this.members = StringDictionary.load(in);
        this.profiles = TupleDictionary.load(in);
        this.states = TupleDictionary.load(in);
        this.transitions = TransitionDictionary.load(in);
        this.versions = MemberVersions.load(unit == Unit.ALLEGATIONS, in);
        this.points = PointTable.load(in);
        this.rollups = new ArrayList<>();
        for (var definition : RollupDefinition.of(unit)) {
            rollups.add(Rollup.load(definition, features, profiles, states, in));
        }
    }

    /** Builds what is not saved. It reads nothing of other units, so several may do so at the same time. */
    void rebuildDerived() {
        versions.rebuildDerived();
        points.rebuildDerived(versions::reported);
        for (int row = 0; row < points.size(); row++) {
            int transition = points.transition(row);
            versions.advance(
                    points.version(row), points.day(row), transitions.from(transition), transitions.to(transition));
        }
        reopenRuns();
        for (int row = merged; row < points.size(); row++) {
            addToRollups(row);
        }
    }

    private void reopenRuns() {
        for (var rollup : rollups) {
            for (int row = rollup.firstToReopen(merged); row < merged; row++) {
                int transition = points.transition(row);
                rollup.reopen(
                        versions.profile(points.version(row)),
                        transitions.from(transition),
                        transitions.to(transition),
                        points.day(row));
            }
        }
    }

    /** Says from which position the points that follow come. */
    void beginEntry(int position) {
        this.position = position;
    }

    @Override
    public int member(String record, @Nullable String part) {
        return members.numberOf(UnitSnapshot.name(record, part));
    }

    @Override
    public int profile(Object[] fixed) {
        return profiles.numberOf(fixed);
    }

    @Override
    public int state(Object[] changing) {
        return states.numberOf(changing) + 1;
    }

    @Override
    public int version(int member, int profile, int person, int reported, int referred) {
        return versions.numberOf(member, profile, person, reported, referred);
    }

    @Override
    public void point(int day, int version, int from, int to) {
        int reported = versions.reported(version);
        assert day >= reported || reported == UnitState.NOT_REPORTED : "a version is there before it was reported";
        points.append(position, day, version, transitions.numberOf(from, to), reported);
        versions.advance(version, DayCode.code(day), from, to);
        addToRollups(points.size() - 1);
    }

    private void addToRollups(int row) {
        int profile = versions.profile(points.version(row));
        int transition = points.transition(row);
        int from = transitions.from(transition);
        int to = transitions.to(transition);
        char day = points.day(row);
        for (int i = 0; i < rollups.size(); i++) {
            rollups.get(i).add(profile, from, to, day);
        }
    }

    /**
     * A snapshot of the rows that come from entries up to a position; O(1), and O(fields) where dictionaries have grown. The
     * one before is returned again where nothing has been added to it.
     */
    UnitSnapshot snapshot(long position) {
        int rows = points.sizeAt(position);
        if (latest == null || !isCurrent(latest, rows)) {
            latest = new UnitSnapshot(
                    members.view(),
                    profiles.view(),
                    states.view(),
                    transitions.view(),
                    versions.view(),
                    points.view(rows),
                    merged,
                    rollupViews(),
                    new ParallelRanges(granularity.leastInPart()));
        }
        return latest;
    }

    private boolean isCurrent(UnitSnapshot snapshot, int rows) {
        return snapshot.points().size() == rows
                && snapshot.merged() == merged
                && snapshot.versions().size() == versions.size()
                && snapshot.members().size() == members.size()
                && snapshot.profiles().size() == profiles.size()
                && snapshot.states().size() == states.size()
                && snapshot.transitions().size() == transitions.size();
    }

    private List<Rollup.View> rollupViews() {
        var views = new Rollup.View[rollups.size()];
        Arrays.setAll(views, i -> rollups.get(i).view());
        return List.of(views);
    }

    /** Whether so many rows of a snapshot are pending that merging them is worth its cost. */
    boolean shouldMerge(UnitSnapshot snapshot) {
        return snapshot.points().size() - merged >= granularity.maxPending();
    }

    /** Merges the rows of a snapshot into the rollups. No later snapshot may have fewer rows. */
    void merge(UnitSnapshot snapshot) {
        int rows = snapshot.points().size();
        rollups.forEach(rollup -> rollup.merge(merged, rows - merged));
        merged = rows;
    }

    /** Whether a snapshot has all rows. */
    boolean isWhole(UnitSnapshot snapshot) {
        return snapshot.points().size() == points.size();
    }
}
