package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
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
    private final Features<?> features;

    public MemberReader(IndexSnapshot index, Unit unit) {
        this.index = index;
        this.unit = unit;
        this.snapshot = index.of(unit);
        this.features = Dimensions.features(unit);
    }

    /** The member that is in a version and a state; O(dimensions). */
    public Member member(int version, int state) {
        int profile = snapshot.versions().profile(version);
        var values = new LinkedHashMap<String, Object>();
        for (var dimension : features.dimensions()) {
            int feature = features.number(dimension.name());
            int field = features.field(feature);
            var value = features.isFixed(feature)
                    ? snapshot.profiles().value(profile, field)
                    : snapshot.states().value(state - 1, field);
            values.put(dimension.name(), dimension.severalHold() ? HeldValues.list(value) : value);
        }
        int member = snapshot.versions().member(version);
        return new Member(
                snapshot.record(member),
                snapshot.part(member),
                officerOf(version),
                unit == Unit.REFERRALS
                        ? LocalDate.ofEpochDay(snapshot.versions().referred(version))
                        : null,
                values);
    }

    private @Nullable String officerOf(int version) {
        int person = snapshot.versions().person(version);
        return person == UnitState.NOBODY ? null : index.persons().get(person);
    }
}
