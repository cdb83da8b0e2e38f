package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

class IntColumnTest extends ColumnContract<IntColumn, IntColumn.View, Integer> {

    @Override
    IntColumn empty() {
        return new IntColumn();
    }

    @Override
    IntColumn loaded(int size, byte[] saved) {
        return RoundTrip.load(saved, in -> IntColumn.load(size, in));
    }

    @Override
    void appendTo(IntColumn to, Integer value) {
        to.append(value);
    }

    @Override
    Integer anyValue(Random random) {
        return random.nextInt();
    }

    @Override
    List<Integer> valuesOf(IntColumn of) {
        return IntStream.range(0, of.size()).mapToObj(of::get).toList();
    }

    @Override
    List<Integer> valuesOfView(IntColumn.View view) {
        return IntStream.range(0, view.size()).mapToObj(view::get).toList();
    }

    @Override
    Integer valueAt(IntColumn.View view, int index) {
        return view.get(index);
    }

    @Override
    IntColumn.View view(IntColumn of) {
        return of.view();
    }

    @Override
    IntColumn.View view(IntColumn of, int size) {
        return of.view(size);
    }

    @Override
    RoundTrip.Save saving(IntColumn.View view) {
        return view::save;
    }

    @Override
    List<Integer> chunk(IntColumn.View view, int chunk, int values) {
        var read = view.chunk(chunk);
        return IntStream.range(0, values).mapToObj(i -> read[i]).toList();
    }

    @Property(tries = 30)
    void aReplacedValueShowsWhereverItIsReadNext(@ForAll("sizes") int size, @ForAll Random random) {
        append(size + 1, random);
        var view = column.view();
        int index = random.nextInt(size + 1);

        column.set(index, -1);
        model.set(index, -1);

        assertThat(column.get(index)).isEqualTo(-1);
        assertThat(valuesOfView(view)).isEqualTo(model);
        assertThat(valuesOfView(view.first(index))).isEqualTo(model.subList(0, index));
    }
}
