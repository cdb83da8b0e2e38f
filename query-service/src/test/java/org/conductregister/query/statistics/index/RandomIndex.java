package org.conductregister.query.statistics.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.AllegationTraits;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.dimension.Milestones;
import org.conductregister.query.statistics.path.PointSink;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.rollup.Granularity;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.jspecify.annotations.Nullable;

/**
 * A random index of one unit, fine-grained so that a few rows are several runs, and beside it plain lists of everything that
 * went into it, from which tests work out what an answer must be. A member is in one version at a time, as in the register.
 */
public final class RandomIndex {

    public static final LocalDate FIRST_DAY = LocalDate.of(2012, 1, 1);
    public static final int DAYS = 40;
    public static final List<String> CODES = List.of("ALPHA", "BETA", "GAMMA");
    public static final List<String> TAGS = List.of("RED", "BLUE");

    private static final Granularity FINE = new Granularity(5, 2, 7);
    private static final int PERSONS = 6;

    /** A point, as it was added. */
    public record Row(int position, int day, int version, int from, int to) {}

    /** A version, as it was added. */
    public record Version(int member, int profile, int person, int reported, int referred) {}

    private final Random random;
    private final Unit unit;
    private final Features<?> features;
    private final PointIndex index = new PointIndex(FINE);
    private final List<Row> rows = new ArrayList<>();
    private final List<Version> versions = new ArrayList<>();
    private final List<Map<String, Object>> profiles = new ArrayList<>();
    private final List<Map<String, Object>> states = new ArrayList<>();

    /** By member, its version and state from a day on. */
    private final List<TreeMap<Integer, UnitState>> paths = new ArrayList<>();

    private int position;

    private RandomIndex(Random random, Unit unit) {
        this.random = random;
        this.unit = unit;
        this.features = Dimensions.features(unit);
    }

    /** An empty index. */
    public static RandomIndex empty(Random random, Unit unit) {
        return new RandomIndex(random, unit);
    }

    /** An index of allegations or cases with some entries; now and then with more rows than fit into a chunk. */
    public static RandomIndex any(Random random) {
        var index = new RandomIndex(random, random.nextBoolean() ? Unit.ALLEGATIONS : Unit.CASES);
        index.addEntries(random.nextInt(60) == 0 ? 4_000 : 1 + random.nextInt(60));
        return index;
    }

    /** An index of allegations with some entries. */
    public static RandomIndex ofAllegations(Random random) {
        var index = new RandomIndex(random, Unit.ALLEGATIONS);
        index.addEntries(1 + random.nextInt(60));
        return index;
    }

    public Unit unit() {
        return unit;
    }

    public PointIndex index() {
        return index;
    }

    public List<Row> rows() {
        return rows;
    }

    public List<Version> versions() {
        return versions;
    }

    /** By name, the values of the fixed features of each profile. */
    public List<Map<String, Object>> profiles() {
        return profiles;
    }

    /** By name, the values of the changing features of each state, which is one more than its index. */
    public List<Map<String, Object>> states() {
        return states;
    }

    public int position() {
        return position;
    }

    /** Adds entries, each with a few points, and merges now and then. */
    public void addEntries(int count) {
        for (int i = 0; i < count; i++) {
            position++;
            index.entry(position, instant(position));
            for (int change = random.nextInt(4); change > 0; change--) {
                changeSomeMember();
            }
            if (random.nextInt(8) == 0) {
                index.merge(snapshot());
            }
        }
    }

    private void changeSomeMember() {
        int member = random.nextInt(1 + paths.size());
        if ((random.nextInt(3) == 0 && member < paths.size()) || paths.size() > 500) {
            member = paths.size() - 1;
        }
        if (member == paths.size()) {
            paths.add(new TreeMap<>());
            sink().member(record(member), part(member));
        }
        var path = paths.get(member);
        boolean later = random.nextBoolean() && !path.isEmpty();
        int day = later ? path.lastKey() + random.nextInt(5) : randomDay();
        change(path, day, random.nextInt(8) == 0 ? null : new UnitState(version(member, path, day), state()));
    }

    /** Undoes the transitions of the old path that are not in the new one, and makes those that are new. */
    private void change(TreeMap<Integer, UnitState> path, int day, @Nullable UnitState to) {
        var before = valueOf(path.lowerEntry(day));
        var old = valueOf(path.floorEntry(day));
        var next = path.higherEntry(day);
        emit(day, old, before);
        emit(day, before, to);
        if (next != null) {
            emit(next.getKey(), present(next.getValue()), old);
            emit(next.getKey(), to, present(next.getValue()));
        }
        path.put(day, to == null ? new UnitState(0, UnitState.NOT_THERE) : to);
    }

    private static @Nullable UnitState valueOf(Map.@Nullable Entry<Integer, UnitState> step) {
        return step == null ? null : present(step.getValue());
    }

    private static @Nullable UnitState present(UnitState state) {
        return state.state() == UnitState.NOT_THERE ? null : state;
    }

    private void emit(int day, @Nullable UnitState from, @Nullable UnitState to) {
        if (from != null && to != null && from.version() == to.version()) {
            if (from.state() != to.state()) {
                point(day, from.version(), from.state(), to.state());
            }
            return;
        }
        if (from != null) {
            point(day, from.version(), from.state(), UnitState.NOT_THERE);
        }
        if (to != null) {
            point(day, to.version(), UnitState.NOT_THERE, to.state());
        }
    }

    private void point(int day, int version, int from, int to) {
        sink().point(day, version, from, to);
        rows.add(new Row(position, day, version, from, to));
    }

    private PointSink.OfUnit sink() {
        return index.of(unit);
    }

    private int reported(int day) {
        return random.nextInt(8) == 0 ? UnitState.NOT_REPORTED : day - random.nextInt(DAYS / 2);
    }

    private static boolean mayBeThere(Version version, int day) {
        return version.reported() <= day || version.reported() == UnitState.NOT_REPORTED;
    }

    /** A version of a member that was reported no later than a day, or was not reported. */
    private int version(int member, TreeMap<Integer, UnitState> path, int day) {
        if (!path.isEmpty() && random.nextInt(4) != 0) {
            var last = present(path.lastEntry().getValue());
            if (last != null && mayBeThere(versions.get(last.version()), day)) {
                return last.version();
            }
        }
        int profile = profile();
        int person = unit == Unit.ALLEGATIONS && random.nextInt(4) != 0
                ? index.person("O" + random.nextInt(PERSONS))
                : UnitState.NOBODY;
        int referred = random.nextBoolean() ? UnitState.NOT_REFERRED : randomDay();
        var version = new Version(member, profile, person, reported(day), referred);
        int added = sink().version(member, profile, person, version.reported(), referred);
        if (added == versions.size()) {
            versions.add(version);
        }
        return added;
    }

    /** Several members are of one record, and names are not in the order of numbers. */
    public String record(int member) {
        return "R" + member * 7 % 10 + "-" + (unit == Unit.ALLEGATIONS ? member / 2 : member);
    }

    public @Nullable String part(int member) {
        return unit == Unit.ALLEGATIONS ? "A" + member : null;
    }

    private int profile() {
        var values = values(true);
        int number = sink().profile(tuple(values, features.fixedCount()));
        if (number == profiles.size()) {
            profiles.add(values);
        }
        return number;
    }

    private int state() {
        var values = values(false);
        int number = sink().state(tuple(values, features.changingCount()));
        if (number == states.size() + 1) {
            states.add(values);
        }
        return number;
    }

    private Object[] tuple(Map<String, Object> values, int length) {
        var tuple = new Object[length];
        values.forEach((name, value) -> tuple[features.field(features.number(name))] = value);
        return tuple;
    }

    /** Most values are the first of their kind, so that tuples repeat. */
    private Map<String, Object> values(boolean fixed) {
        var values = new HashMap<String, Object>();
        for (var name : features.names()) {
            if (features.isFixed(features.number(name)) == fixed) {
                values.put(name, value(name));
            }
        }
        return values;
    }

    private Object value(String name) {
        boolean usual = random.nextInt(3) != 0;
        for (var dimension : features.dimensions()) {
            if (dimension.name().equals(name)) {
                return switch (dimension.values()) {
                    case WORD ->
                        dimension
                                .words()
                                .get(
                                        usual
                                                ? 0
                                                : random.nextInt(
                                                        dimension.words().size()));
                    case CODES -> tags();
                    case CODE -> CODES.get(usual ? 0 : random.nextInt(CODES.size()));
                    case NUMBER -> usual ? 2012 : 2010 + random.nextInt(4);
                    case FINANCIAL_YEAR ->
                        usual ? "2012/13" : FINANCIAL_YEARS.get(random.nextInt(FINANCIAL_YEARS.size()));
                    case FLAG -> usual;
                };
            }
        }
        return switch (name) {
            case Dimensions.TAG -> tags();
            case Dimensions.TRAITS -> traits();
            case Dimensions.REPEATED_CATEGORIES -> Set.of();
            case Dimensions.MILESTONES -> usual ? 0 : random.nextInt(1 << Milestones.COUNT);
            case Dimensions.REOPENINGS -> usual ? 0 : random.nextInt(3);
            case "kind" -> anyOf(CaseKind.values());
            case "source" -> anyOf(CaseSource.values());
            case "registeredForce" -> usual ? "" : CODES.get(random.nextInt(CODES.size()));
            case "registeredWorkforce" -> usual ? "" : wordOfOfficers("workforce");
            case "rank", "gender", "ethnicity" -> usual ? "UNKNOWN" : CODES.get(random.nextInt(CODES.size()));
            case "outcomeOrStep" -> wordOfOfficers("misconduct");
            default -> wordOfOfficers(name);
        };
    }

    private String anyOf(Enum<?>[] constants) {
        return constants[random.nextInt(constants.length)].name();
    }

    private static final List<String> FINANCIAL_YEARS = List.of("2009/10", "2010/11", "2011/12");

    private String wordOfOfficers(String name) {
        var words = Dimensions.OF_OFFICERS.stream()
                .filter(one -> one.dimension().name().equals(name))
                .findFirst()
                .orElseThrow()
                .dimension()
                .words();
        return words.get(random.nextInt(words.size()));
    }

    private Set<String> tags() {
        var tags = new HashSet<String>();
        for (var tag : TAGS) {
            if (random.nextInt(4) == 0) {
                tags.add(tag);
            }
        }
        return Set.copyOf(tags);
    }

    private Set<AllegationTraits> traits() {
        var traits = new HashSet<AllegationTraits>();
        for (int i = random.nextInt(3); i > 0; i--) {
            traits.add(new AllegationTraits(
                    CODES.get(random.nextInt(CODES.size())), random.nextBoolean() ? "UNKNOWN" : "VOLUNTEER", tags()));
        }
        return Set.copyOf(traits);
    }

    /** Mostly one of some days, now and then one before 1970, or one that has no code of its own. */
    public int randomDay() {
        return switch (random.nextInt(30)) {
            case 0 -> Math.toIntExact(LocalDate.of(1850, 2, 3).toEpochDay()) + random.nextInt(3);
            case 1 -> Math.toIntExact(LocalDate.of(2100, 2, 3).toEpochDay()) + random.nextInt(3);
            case 2 -> Math.toIntExact(LocalDate.of(1955, 2, 3).toEpochDay()) + random.nextInt(3);
            default -> Math.toIntExact(FIRST_DAY.toEpochDay()) + random.nextInt(DAYS);
        };
    }

    public static Instant instant(long position) {
        return Instant.EPOCH.plusSeconds(position);
    }

    /** The head after an entry. */
    public static Head.At at(int position) {
        return position == 0 ? Head.At.START : new Head.At(position, instant(position));
    }

    /** A snapshot of everything. */
    public IndexSnapshot snapshot() {
        return index.snapshot(at(position));
    }

    /** A snapshot of the unit. */
    public UnitSnapshot ofUnit() {
        return snapshot().of(unit);
    }

    /** The number of rows known at a position. */
    public int rowsAt(int known) {
        return (int) rows.stream().filter(row -> row.position() <= known).count();
    }

    /** A number of rows that were known at some time. */
    public int anyKnown() {
        return rowsAt(random.nextInt(position + 1));
    }

    /** The state of each version at the end of a day, as known after the first rows. */
    public int[] statesAt(int known, int day) {
        var at = new int[versions.size()];
        for (var row : rows.subList(0, known)) {
            if (row.day() <= day) {
                at[row.version()] += row.to() - row.from();
            }
        }
        return at;
    }
}
