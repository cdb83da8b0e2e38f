package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.jspecify.annotations.Nullable;

/** Reads members with all their values from a snapshot. Not officers. Any thread may use it. */
public final class MemberReader {

    private final IndexSnapshot index;
    private final Unit unit;
    private final UnitSnapshot snapshot;
    private final List<Value> values;

    /**
     * Where a member's value of a dimension is.
     *
     * @param isFixed whether in the profile; else in the state
     * @param field of the one or the other
     */
    private record Value(Dimension dimension, boolean isFixed, int field) {

        static Value of(Features<?> features, Dimension dimension) {
            int feature = features.number(dimension.name());
            return new Value(dimension, features.isFixed(feature), features.field(feature));
        }
    }

    public MemberReader(IndexSnapshot index, Unit unit) {
        this.index = index;
        this.unit = unit;
        this.snapshot = index.of(unit);
        var features = Dimensions.features(unit);
        this.values = features.dimensions().stream()
                .map(dimension -> Value.of(features, dimension))
                .toList();
    }

    /** The member that is in a version and a state; O(dimensions). */
    public Member member(int version, int state) {
        int profile = snapshot.versions().profile(version);
        var byName = LinkedHashMap.<String, Object>newLinkedHashMap(values.size());
        for (var value : values) {
            var stored = value.isFixed()
                    ? snapshot.profiles().value(profile, value.field())
                    : snapshot.states().value(state - 1, value.field());
            var dimension = value.dimension();
            byName.put(dimension.name(), dimension.severalHold() ? HeldValues.list(stored) : stored);
        }
        int member = snapshot.versions().member(version);
        return new Member(
                snapshot.record(member),
                snapshot.part(member),
                officerOf(version),
                unit == Unit.REFERRALS
                        ? LocalDate.ofEpochDay(snapshot.versions().referred(version))
                        : null,
                byName);
    }

    private @Nullable String officerOf(int version) {
        int person = snapshot.versions().person(version);
        return person == UnitState.NOBODY ? null : index.persons().get(person);
    }
}
