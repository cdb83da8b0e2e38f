package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.path.UnitState;

/** Members as they are read against what was put into the index. */
class MemberReaderTest {

    @Property(tries = 100)
    void aMemberHasWhatItsVersionAndItsStateWereMadeWith(@ForAll Random random) {
        requireMembersAsMade(random, RandomIndex.any(random));
    }

    @Property(tries = 60)
    void aReferralHasItsDay(@ForAll Random random) {
        var index = RandomIndex.empty(random, Unit.REFERRALS);
        index.addEntries(1 + random.nextInt(60));
        requireMembersAsMade(random, index);
    }

    /** Any version may be in any state. */
    private static void requireMembersAsMade(Random random, RandomIndex index) {
        var snapshot = index.snapshot();
        var reader = new MemberReader(snapshot, index.unit());
        for (int version = 0; version < index.versions().size(); version++) {
            int state = 1 + random.nextInt(index.states().size());

            assertThat(reader.member(version, state)).isEqualTo(expected(index, snapshot, version, state));
        }
    }

    private static Member expected(RandomIndex index, IndexSnapshot snapshot, int version, int state) {
        var made = index.versions().get(version);
        return new Member(
                index.record(made.member()),
                index.part(made.member()),
                made.person() == UnitState.NOBODY ? null : snapshot.persons().get(made.person()),
                index.unit() == Unit.REFERRALS ? LocalDate.ofEpochDay(made.referred()) : null,
                values(index, made.profile(), state));
    }

    private static Map<String, Object> values(RandomIndex index, int profile, int state) {
        var made = new HashMap<>(index.profiles().get(profile));
        made.putAll(index.states().get(state - 1));
        var values = new HashMap<String, Object>();
        for (var dimension : Dimensions.of(index.unit())) {
            var value = made.get(dimension.name());
            values.put(dimension.name(), dimension.severalHold() ? HeldValues.list(value) : value);
        }
        return values;
    }
}
