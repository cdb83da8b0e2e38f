package org.conductregister.query.statistics.ever;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.scan.UnitAt;

/**
 * The members of a unit of which all that a population asks of their past holds: at the end of some day each dimension named had
 * one of the values given; of cases and officers, for any of their allegations. O(rows) for each dimension.
 */
public final class EverMembers {

    private final UnitAt at;
    private final UnitSnapshot snapshot;

    private EverMembers(UnitAt at) {
        this.at = at;
        this.snapshot = at.snapshot();
    }

    /** The unit whose dimensions a population of a unit asks the past of. */
    public static Unit lookedAt(Unit unit) {
        return unit == Unit.CASES || unit == Unit.OFFICERS ? Unit.ALLEGATIONS : unit;
    }

    /**
     * A condition on the members of a unit other than officers.
     *
     * @param at the last day that counts
     * @param population that asks for the past of at least one dimension
     */
    public static IntPredicate of(UnitAt at, Population population) {
        var unit = at.unit();
        var looked = new EverMembers(at.of(lookedAt(unit)));
        if (unit != Unit.CASES) {
            return population.ever().entrySet().stream()
                    .map(one -> looked.members(unit, one))
                    .reduce(EverMembers::inBoth)
                    .orElseThrow()::get;
        }
        List<Set<String>> cases = population.ever().entrySet().stream()
                .map(one -> looked.records(looked.members(Unit.ALLEGATIONS, one)))
                .toList();
        var ofCases = at.snapshot();
        return member -> {
            var record = ofCases.record(member);
            return cases.stream().allMatch(some -> some.contains(record));
        };
    }

    /**
     * A condition on officers, by the number of the person.
     *
     * @param allegations at the last day that counts
     * @param plan of allegations in the population
     * @param population that asks for the past of at least one dimension
     */
    public static IntPredicate ofOfficers(UnitAt allegations, QueryPlan plan, Population population) {
        var looked = new EverMembers(allegations);
        return population.ever().entrySet().stream()
                .map(one -> looked.persons(looked.members(Unit.ALLEGATIONS, one), plan))
                .reduce(EverMembers::inBoth)
                .orElseThrow()::get;
    }

    private static BitSet inBoth(BitSet some, BitSet others) {
        some.and(others);
        return some;
    }

    /** The members that have at the end of some day had one of the values of a dimension. */
    private BitSet members(Unit unit, Map.Entry<String, Set<Object>> values) {
        var features = Dimensions.features(unit);
        int feature = features.number(values.getKey());
        var stays = features.isFixed(feature)
                ? Stays.ofProfiles(snapshot, features.field(feature), values.getValue())
                : Stays.ofStates(snapshot, features.field(feature), values.getValue());
        return stays.members(at.known(), at.day());
    }

    private Set<String> records(BitSet members) {
        var records = new HashSet<String>();
        members.stream().forEach(member -> records.add(snapshot.record(member)));
        return records;
    }

    private BitSet persons(BitSet members, QueryPlan plan) {
        var persons = new BitSet();
        var versions = snapshot.versions();
        var states = at.states();
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
