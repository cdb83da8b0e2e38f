package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.StringDictionary;
import org.conductregister.query.statistics.column.TransitionDictionary;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.path.PointSink;
import org.conductregister.query.statistics.rollup.Granularity;
import org.conductregister.query.statistics.rollup.Rollup;
import org.conductregister.query.statistics.rollup.RollupDefinition;
import org.jspecify.annotations.Nullable;

/** Everything kept of one unit, as the writer appends to it. */
public final class UnitIndex implements PointSink.OfUnit {

    /** Stands between a record and a part of it; in no identifier. */
    private static final char PART = '/';

    private final StringDictionary members;
    private final TupleDictionary profiles;
    private final TupleDictionary states;
    private final TransitionDictionary transitions;
    private final MemberVersions versions;
    private final PointTable rows;
    private final List<Rollup> kept;
    private final Granularity grain;
    private int position;

    /** How many rows the counts kept ready have taken in. */
    private int taken;

    UnitIndex(Unit unit, Granularity grain) {
        var features = Dimensions.features(unit);
        this.grain = grain;
        this.members = new StringDictionary();
        this.profiles = new TupleDictionary(features.lastingCount());
        this.states = new TupleDictionary(features.movingCount());
        this.transitions = new TransitionDictionary();
        this.versions = new MemberVersions(unit == Unit.ALLEGATIONS);
        this.rows = new PointTable();
        this.kept = RollupDefinition.of(unit).stream()
                .map(named -> new Rollup(named, features, profiles, states, grain))
                .toList();
    }

    /** What {@link Image#save} wrote; {@link #join} is to follow. */
    UnitIndex(Unit unit, Granularity grain, LoadStream in) throws IOException {
        var features = Dimensions.features(unit);
        this.grain = grain;
        this.taken = in.number();
        this.members = StringDictionary.load(in);
        this.profiles = TupleDictionary.load(in);
        this.states = TupleDictionary.load(in);
        this.transitions = TransitionDictionary.load(in);
        this.versions = MemberVersions.load(unit == Unit.ALLEGATIONS, in);
        this.rows = PointTable.load(in);
        this.kept = new ArrayList<>();
        for (var named : RollupDefinition.of(unit)) {
            kept.add(Rollup.load(named, features, profiles, states, in));
        }
    }

    /** Joins up what was loaded. It needs nothing of other units, so it may be done beside them. */
    void join() {
        members.join();
        versions.join();
        rows.join(transitions, versions);
        openRun();
        for (int row = taken; row < rows.size(); row++) {
            tell(row);
        }
    }

    /** Takes in again the rows of the run that was being made when this was saved. */
    private void openRun() {
        for (var grouping : kept) {
            for (int row = grouping.firstToReopen(taken); row < taken; row++) {
                int transition = rows.transition(row);
                grouping.reopen(
                        versions.profile(rows.version(row)),
                        transitions.from(transition),
                        transitions.to(transition),
                        rows.day(row));
            }
        }
    }

    void entry(int at) {
        position = at;
    }

    @Override
    public int member(String record, @Nullable String part) {
        return members.numberOf(part == null ? record : record + PART + part);
    }

    @Override
    public int profile(Object[] lasting) {
        return profiles.numberOf(lasting);
    }

    @Override
    public int state(Object[] moving) {
        return states.numberOf(moving) + 1;
    }

    @Override
    public int version(int member, int profile, int person, int reported, int referred) {
        return versions.numberOf(member, profile, person, reported, referred);
    }

    @Override
    public void point(int day, int version, int from, int to) {
        int row = rows.size();
        rows.append(
                position,
                day,
                version,
                versions.reported(version),
                transitions.numberOf(from, to),
                versions.lastRow(version));
        versions.moved(version, row, DayCode.code(day), from, to);
        tell(row);
    }

    private void tell(int row) {
        int profile = versions.profile(rows.version(row));
        int transition = rows.transition(row);
        int from = transitions.from(transition);
        int to = transitions.to(transition);
        char day = rows.day(row);
        for (int i = 0; i < kept.size(); i++) {
            kept.get(i).add(profile, from, to, day);
        }
    }

    /**
     * What there is of the entries up to a position, for readers; what is appended later does not show in it. It is ready
     * at once.
     */
    UnitSnapshot view(long lastPosition) {
        int size = rows.sizeAt(lastPosition, rows.size());
        return new UnitSnapshot(
                this, size, taken, versions.size(), profiles.size(), states.size(), transitions.size(), views());
    }

    /** Whether enough rows wait for {@link #takeIn} to be worth while. */
    boolean shouldTakeIn(int size) {
        return size - taken >= grain.maxPending();
    }

    private List<Rollup.View> views() {
        var views = new Rollup.View[kept.size()];
        Arrays.setAll(views, i -> kept.get(i).view());
        return List.of(views);
    }

    /** Has the counts kept ready take in the rows before a place, which no later {@link #view} may leave out. */
    void takeIn(int size) {
        kept.forEach(grouping -> grouping.merge(taken, size - taken));
        taken = size;
    }

    /** What there is now, to be saved by any thread while more is appended. */
    Image image(UnitSnapshot view) {
        return new Image(view, members.image(), profiles.sizes(), states.sizes());
    }

    /** See {@link #image}. */
    record Image(
            UnitSnapshot view,
            StringDictionary.Image members,
            TupleDictionary.Sizes profiles,
            TupleDictionary.Sizes states) {

        public void save(SaveStream out) throws IOException {
            var index = view.index();
            out.number(view.taken());
            members.save(out);
            index.profiles.save(profiles, out);
            index.states.save(states, out);
            index.transitions.save(view.transitions(), out);
            index.versions.save(view.versions(), out);
            index.rows.save(view.size(), out);
            for (int i = 0; i < index.kept.size(); i++) {
                view.kept().get(i).save(out);
            }
        }
    }

    /** Whether everything appended shows in a view. */
    boolean isAllIn(UnitSnapshot view) {
        return view.size() == rows.size();
    }

    public PointTable rows() {
        return rows;
    }

    public MemberVersions versions() {
        return versions;
    }

    public TransitionDictionary transitions() {
        return transitions;
    }

    public TupleDictionary profiles() {
        return profiles;
    }

    public TupleDictionary states() {
        return states;
    }

    public List<Rollup> kept() {
        return kept;
    }

    public String record(int member) {
        var name = members.name(member);
        int part = name.indexOf(PART);
        return part < 0 ? name : name.substring(0, part);
    }

    @Nullable
    public String part(int member) {
        var name = members.name(member);
        int part = name.indexOf(PART);
        return part < 0 ? null : name.substring(part + 1);
    }
}
