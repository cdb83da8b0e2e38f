package org.conductregister.query.statistics.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.cells.Dimensions;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.paths.Points;
import org.jspecify.annotations.Nullable;

/** Everything kept of one unit, as the writer appends to it. */
final class UnitIndex implements Points.OfUnit {

    /** Stands between a record and a part of it; in no identifier. */
    private static final char PART = '/';

    private final Names members;
    private final Tuples profiles;
    private final Tuples states;
    private final Moves moves;
    private final Guises guises;
    private final Rows rows;
    private final List<KeptGrouping> kept;
    private final Grain grain;
    private int position;

    /** How many rows the counts kept ready have taken in. */
    private int taken;

    UnitIndex(Unit unit, Grain grain) {
        var features = Dimensions.features(unit);
        this.grain = grain;
        this.members = new Names();
        this.profiles = new Tuples(features.lastingCount());
        this.states = new Tuples(features.movingCount());
        this.moves = new Moves();
        this.guises = new Guises(unit == Unit.ALLEGATIONS);
        this.rows = new Rows();
        this.kept = NamedGrouping.of(unit).stream()
                .map(named -> new KeptGrouping(named, features, profiles, states, grain))
                .toList();
    }

    /** What {@link Image#save} wrote; {@link #join} is to follow. */
    UnitIndex(Unit unit, Grain grain, LoadStream in) throws IOException {
        var features = Dimensions.features(unit);
        this.grain = grain;
        this.taken = in.number();
        this.members = Names.load(in);
        this.profiles = Tuples.load(in);
        this.states = Tuples.load(in);
        this.moves = Moves.load(in);
        this.guises = Guises.load(unit == Unit.ALLEGATIONS, in);
        this.rows = Rows.load(in);
        this.kept = new ArrayList<>();
        for (var named : NamedGrouping.of(unit)) {
            kept.add(KeptGrouping.load(named, features, profiles, states, in));
        }
    }

    /** Joins up what was loaded. It needs nothing of other units, so it may be done beside them. */
    void join() {
        members.join();
        guises.join();
        rows.join(moves, guises);
        openStratum();
        for (int row = taken; row < rows.size(); row++) {
            tell(row);
        }
    }

    /** Takes in again the rows of the stratum that was being made when this was saved. */
    private void openStratum() {
        for (var grouping : kept) {
            for (int row = grouping.firstOpen(taken); row < taken; row++) {
                int move = rows.move(row);
                grouping.open(guises.profile(rows.guise(row)), moves.from(move), moves.to(move), rows.day(row));
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
    public int guise(int member, int profile, int person, int reported, int referred) {
        return guises.numberOf(member, profile, person, reported, referred);
    }

    @Override
    public void point(int day, int guise, int from, int to) {
        int row = rows.size();
        rows.append(position, day, guise, guises.reported(guise), moves.numberOf(from, to), guises.lastRow(guise));
        guises.moved(guise, row, Days.code(day), from, to);
        tell(row);
    }

    private void tell(int row) {
        int profile = guises.profile(rows.guise(row));
        int move = rows.move(row);
        int from = moves.from(move);
        int to = moves.to(move);
        char day = rows.day(row);
        for (int i = 0; i < kept.size(); i++) {
            kept.get(i).arrived(profile, from, to, day);
        }
    }

    /**
     * What there is of the entries up to a position, for readers; what is appended later does not show in it. It is ready
     * at once.
     */
    UnitView view(long lastPosition) {
        int size = rows.sizeAt(lastPosition, rows.size());
        return new UnitView(this, size, taken, guises.size(), profiles.size(), states.size(), moves.size(), views());
    }

    /** Whether enough rows wait for {@link #takeIn} to be worth while. */
    boolean shouldTakeIn(int size) {
        return size - taken >= grain.mostWaiting();
    }

    private List<KeptGrouping.View> views() {
        var views = new KeptGrouping.View[kept.size()];
        Arrays.setAll(views, i -> kept.get(i).view());
        return List.of(views);
    }

    /** Has the counts kept ready take in the rows before a place, which no later {@link #view} may leave out. */
    void takeIn(int size) {
        kept.forEach(grouping -> grouping.takeIn(taken, size - taken));
        taken = size;
    }

    /** What there is now, to be saved by any thread while more is appended. */
    Image image(UnitView view) {
        return new Image(view, members.image(), profiles.sizes(), states.sizes());
    }

    /** See {@link #image}. */
    record Image(UnitView view, Names.Image members, Tuples.Sizes profiles, Tuples.Sizes states) {

        void save(SaveStream out) throws IOException {
            var index = view.index();
            out.number(view.taken());
            members.save(out);
            index.profiles.save(profiles, out);
            index.states.save(states, out);
            index.moves.save(view.moves(), out);
            index.guises.save(view.guises(), out);
            index.rows.save(view.size(), out);
            for (int i = 0; i < index.kept.size(); i++) {
                index.kept.get(i).save(view.kept().get(i), out);
            }
        }
    }

    /** Whether everything appended shows in a view. */
    boolean isAllIn(UnitView view) {
        return view.size() == rows.size();
    }

    Rows rows() {
        return rows;
    }

    Guises guises() {
        return guises;
    }

    Moves moves() {
        return moves;
    }

    Tuples profiles() {
        return profiles;
    }

    Tuples states() {
        return states;
    }

    List<KeptGrouping> kept() {
        return kept;
    }

    String record(int member) {
        var name = members.name(member);
        int part = name.indexOf(PART);
        return part < 0 ? name : name.substring(0, part);
    }

    @Nullable
    String part(int member) {
        var name = members.name(member);
        int part = name.indexOf(PART);
        return part < 0 ? null : name.substring(part + 1);
    }
}
