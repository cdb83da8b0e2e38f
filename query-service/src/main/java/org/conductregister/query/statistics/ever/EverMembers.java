package org.conductregister.query.statistics.ever;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.scan.VersionStates;

/**
 * The members of a unit of which all that a population asks of their past holds: at the end of some day each dimension named had
 * one of the values given; of cases and officers, for any of their allegations. O(rows) for each dimension.
 */
public final class EverMembers {

    private final UnitSnapshot snapshot;
    private final int known;
    private final int day;
    private final VersionStates states;

    private EverMembers(IndexSnapshot index, Unit unit, Head.At knownAt, LocalDate asAt) {
        this.snapshot = index.of(unit);
        this.known = index.rowsAt(unit, knownAt);
        this.day = Math.toIntExact(asAt.toEpochDay());
        this.states = VersionStates.at(snapshot, known, day);
    }

    /** The unit whose dimensions a population of a unit asks the past of. */
    public static Unit lookedAt(Unit unit) {
        return unit == Unit.CASES || unit == Unit.OFFICERS ? Unit.ALLEGATIONS : unit;
    }

    /**
     * A condition on the members of a unit other than officers.
     *
     * @param asAt the last day that counts
     */
    public static IntPredicate of(
            IndexSnapshot index, Unit unit, Population population, Head.At knownAt, LocalDate asAt) {
        var looked = new EverMembers(index, lookedAt(unit), knownAt, asAt);
        if (unit != Unit.CASES) {
            var all = population.ever().entrySet().stream()
                    .map(one -> looked.members(lookedAt(unit), one))
                    .toList();
            return member -> all.stream().allMatch(some -> some.get(member));
        }
        List<Set<String>> cases = population.ever().entrySet().stream()
                .map(one -> looked.records(looked.members(Unit.ALLEGATIONS, one)))
                .toList();
        var ofCases = index.of(Unit.CASES);
        return member -> {
            var record = ofCases.record(member);
            return cases.stream().allMatch(some -> some.contains(record));
        };
    }

    /**
     * A condition on officers, by the number of the person.
     *
     * @param plan of allegations in the population
     */
    public static IntPredicate ofOfficers(
            IndexSnapshot index, QueryPlan plan, Population population, Head.At knownAt, LocalDate asAt) {
        var looked = new EverMembers(index, Unit.ALLEGATIONS, knownAt, asAt);
        var all = population.ever().entrySet().stream()
                .map(one -> looked.persons(looked.members(Unit.ALLEGATIONS, one), plan))
                .toList();
        return person -> all.stream().allMatch(some -> some.get(person));
    }

    /** The members that have at the end of some day had one of the values of a dimension. */
    private BitSet members(Unit unit, Map.Entry<String, Set<Object>> values) {
        var features = Dimensions.features(unit);
        int feature = features.number(values.getKey());
        var stays = features.isFixed(feature)
                ? Stays.ofProfiles(snapshot, features.field(feature), values.getValue())
                : Stays.ofStates(snapshot, features.field(feature), values.getValue());
        var found = stays.ended(known, day);
        for (int version = 0; version < states.count(); version++) {
            if (stays.isIn(version, states.of(version))) {
                found.set(snapshot.versions().member(version));
            }
        }
        return found;
    }

    private Set<String> records(BitSet members) {
        var records = new HashSet<String>();
        members.stream().forEach(member -> records.add(snapshot.record(member)));
        return records;
    }

    private BitSet persons(BitSet members, QueryPlan plan) {
        var persons = new BitSet();
        var versions = snapshot.versions();
        for (int version = 0; version < states.count(); version++) {
            int person = versions.person(version);
            if (states.of(version) != UnitState.NOT_THERE
                    && person != UnitState.NOBODY
                    && members.get(versions.member(version))
                    && plan.admits(snapshot, version)) {
                persons.set(person);
            }
        }
        return persons;
    }
}
