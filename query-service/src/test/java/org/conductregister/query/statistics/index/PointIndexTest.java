package org.conductregister.query.statistics.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.rollup.Granularity;

/** Snapshots stay as they are, and an index that was stored goes on as if it had not been. */
class PointIndexTest {

    @Property(tries = 60)
    void aSnapshotIsTheSameWhateverIsAppendedLater(@ForAll Random random) throws IOException {
        var index = RandomIndex.any(random);
        var snapshot = index.snapshot();
        var before = stored(snapshot);

        index.addEntries(200);
        index.index().merge(index.snapshot());

        var again = loaded(stored(snapshot)).snapshot(snapshot.head());
        assertThat(stored(again)).isEqualTo(before);
        assertThat(snapshot.of(index.unit()).points().size())
                .isEqualTo(index.rowsAt((int) snapshot.head().position()));
    }

    @Property(tries = 60)
    void whatWasStoredIsLoadedAndGoesOn(@ForAll Random random) throws IOException {
        var index = RandomIndex.any(random);
        var bytes = stored(index.snapshot());

        var loaded = loaded(bytes);

        var snapshot = loaded.snapshot(RandomIndex.at(index.position()));
        assertThat(loaded.isWhole(snapshot)).isTrue();
        assertThat(stored(snapshot)).isEqualTo(bytes);
        var original = index.ofUnit();
        var unit = snapshot.of(index.unit());
        for (int version = 0; version < index.versions().size(); version++) {
            int known = index.anyKnown();
            int day = 20_000 + random.nextInt(20_000);
            assertThat(unit.stateAt(version, day, known)).isEqualTo(original.stateAt(version, day, known));
        }
    }

    @Property(tries = 60)
    void knownAtIsTheLastEntryOfTheInstant(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.snapshot();
        int position = random.nextInt(index.position() + 5);

        var known = snapshot.knownAt(RandomIndex.instant(position));

        assertThat(known.position()).isEqualTo(Math.min(position, index.position()));
        assertThat(snapshot.rowsAt(index.unit(), known)).isEqualTo(index.rowsAt((int) known.position()));
    }

    @Property(tries = 20)
    void aSnapshotIsMadeAnewOnlyWhereSomethingWasAdded(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var other = index.unit() == Unit.CASES ? Unit.ALLEGATIONS : Unit.CASES;
        var first = index.snapshot();
        assertThat(index.ofUnit()).isSameAs(first.of(index.unit()));

        int rows = index.rows().size();
        index.addEntries(20);
        var second = index.snapshot();

        assertThat(second.of(other)).isSameAs(first.of(other));
        assertThat(second.of(index.unit()).points().size()
                        > first.of(index.unit()).points().size())
                .isEqualTo(index.rows().size() > rows);
    }

    private static PointIndex loaded(byte[] bytes) throws IOException {
        var in = new LoadStream(new ByteArrayInputStream(bytes));
        var loaded = new PointIndex(new Granularity(5, 2), in);
        in.finish();
        return loaded;
    }

    private static byte[] stored(IndexSnapshot snapshot) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var stream = new SaveStream(bytes);
        snapshot.save(stream);
        stream.flush();
        return bytes.toByteArray();
    }
}
