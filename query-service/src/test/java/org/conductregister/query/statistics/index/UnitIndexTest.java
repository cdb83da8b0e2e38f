package org.conductregister.query.statistics.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.RoundTrip;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.rollup.Granularity;

/** The index of one unit against the lists of everything that went into it. */
class UnitIndexTest {

    /** The most points pending, and how fine the runs are, as in {@link RandomIndex}. */
    private static final Granularity FINE = new Granularity(5, 2);

    @Property(tries = 100)
    void aSnapshotHasTheRowsOfTheEntriesUpToAPosition(@ForAll Random random) {
        var made = RandomIndex.any(random);
        var index = unitIndex(made);
        int position = random.nextInt(made.position() + 1);
        int rows = made.rowsAt(position);

        var snapshot = index.snapshot(position);

        assertThat(snapshot.points().size()).isEqualTo(rows);
        assertThat(index.isWhole(snapshot)).isEqualTo(rows == made.rows().size());
        assertThat(index.snapshot(position)).isSameAs(snapshot);
        for (int row = 0; row < rows; row++) {
            var expected = made.rows().get(row);
            int transition = snapshot.points().transition(row);
            assertThat(snapshot.points().version(row)).isEqualTo(expected.version());
            assertThat(snapshot.points().day(row)).isEqualTo(DayCode.code(expected.day()));
            assertThat(snapshot.transitions().from(transition)).isEqualTo(expected.from());
            assertThat(snapshot.transitions().to(transition)).isEqualTo(expected.to());
        }
    }

    @Property(tries = 100)
    void aSnapshotStaysAsItIsAndANewOneIsMadeOnceAnythingIsAdded(@ForAll Random random) {
        var made = RandomIndex.any(random);
        var index = unitIndex(made);
        var snapshot = index.snapshot(made.position());
        int rows = snapshot.points().size();
        int members = snapshot.members().size();

        made.addEntries(20);
        var later = index.snapshot(made.position());

        assertThat(snapshot.points().size()).isEqualTo(rows);
        assertThat(snapshot.members().size()).isEqualTo(members);
        assertThat(later == snapshot).isEqualTo(made.rows().size() == rows);
        assertThat(later.points().size()).isEqualTo(made.rows().size());
    }

    @Property(tries = 60)
    void theSameThingHasTheSameNumberForEver(@ForAll Random random) {
        var made = RandomIndex.any(random);
        var index = unitIndex(made);
        int members = index.snapshot(made.position()).members().size();
        for (int member = 0; member < members; member++) {
            assertThat(index.member(made.record(member), made.part(member))).isEqualTo(member);
        }
        for (int number = 0; number < made.versions().size(); number++) {
            var version = made.versions().get(number);
            assertThat(index.version(
                            version.member(),
                            version.profile(),
                            version.person(),
                            version.reported(),
                            version.referred()))
                    .isEqualTo(number);
        }
        assertThat(index.snapshot(made.position()).versions().size())
                .isEqualTo(made.versions().size());
    }

    @Property(tries = 60)
    void whatIsPendingIsMergedOnceItIsMuch(@ForAll Random random) {
        var made = RandomIndex.any(random);
        var index = unitIndex(made);
        var snapshot = index.snapshot(made.position());
        int pending = snapshot.points().size() - snapshot.merged();

        assertThat(index.shouldMerge(snapshot)).isEqualTo(pending >= FINE.maxPending());
        index.merge(snapshot);

        var merged = index.snapshot(made.position());
        assertThat(merged.merged()).isEqualTo(made.rows().size());
        assertThat(index.shouldMerge(merged)).isFalse();
    }

    /** Tests that an index that is loaded is saved as the same bytes, also after more has been added to both. */
    @Property(tries = 60)
    void oneThatIsLoadedGoesOnAsTheOneThatWasSaved(@ForAll Random random) {
        var made = RandomIndex.any(random);
        var index = unitIndex(made);
        var unit = made.unit();
        var saved = RoundTrip.saved(index.snapshot(made.position())::save);

        var loaded = RoundTrip.load(saved, in -> new UnitIndex(unit, FINE, in));
        loaded.rebuildDerived();

        assertThat(RoundTrip.saved(loaded.snapshot(made.position())::save)).isEqualTo(saved);
        addTo(index, made.position(), unit);
        addTo(loaded, made.position(), unit);
        index.merge(index.snapshot(made.position() + 1));
        loaded.merge(loaded.snapshot(made.position() + 1));
        assertThat(RoundTrip.saved(loaded.snapshot(made.position() + 1)::save))
                .isEqualTo(RoundTrip.saved(index.snapshot(made.position() + 1)::save))
                .isNotEqualTo(saved);
    }

    /** The first version comes to be once more, in the state that was numbered first. */
    private static void addTo(UnitIndex index, int position, Unit unit) {
        index.beginEntry(position + 1);
        int member = index.member("MORE", unit == Unit.ALLEGATIONS ? "A1" : null);
        int day = Math.toIntExact(RandomIndex.FIRST_DAY.toEpochDay());
        if (index.snapshot(position).versions().size() > 0) {
            int profile = index.snapshot(position).versions().profile(0);
            int version = index.version(member, profile, -1, day, day);
            index.point(day, version, 0, 1);
            index.point(day + 1, version, 1, 0);
        }
    }

    private static UnitIndex unitIndex(RandomIndex made) {
        return (UnitIndex) made.index().of(made.unit());
    }
}
