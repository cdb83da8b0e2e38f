package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a list. */
class IntColumnTest {

    private IntColumn column;
    private List<Integer> model;

    @BeforeTry
    void begin() {
        column = new IntColumn();
        model = new ArrayList<>();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return ColumnSizes.sizes();
    }

    @Property(tries = 30)
    void valuesAreReadInTheOrderAppended(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);

        assertThat(column.size()).isEqualTo(size);
        assertThat(IntStream.range(0, size).mapToObj(column::get)).isEqualTo(model);
        assertThat(valuesOf(column.view())).isEqualTo(model);
    }

    @Property(tries = 30)
    void aViewStaysAsItWasWhileMoreIsAppended(
            @ForAll("sizes") int size, @ForAll("sizes") int more, @ForAll Random random) {
        append(size, random);
        var then = List.copyOf(model);
        var view = column.view();
        var half = column.view(size / 2);

        append(more, random);

        assertThat(valuesOf(view)).isEqualTo(then);
        assertThat(valuesOf(half)).isEqualTo(then.subList(0, size / 2));
    }

    @Property(tries = 30)
    void chunksHoldTheValuesOneAfterAnother(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        var view = column.view();
        var read = new ArrayList<Integer>();
        for (int from = 0; from < size; from += IntColumn.CHUNK) {
            var chunk = view.chunk(from >> IntColumn.SHIFT);
            for (int i = 0; i < Math.min(IntColumn.CHUNK, size - from); i++) {
                read.add(chunk[i]);
            }
        }

        assertThat(read).isEqualTo(model);
    }

    @Property(tries = 30)
    void whatWasSavedIsLoadedAndAppendedTo(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        var view = column.view();
        append(3, random);

        var loaded = RoundTrip.of(view::save, in -> IntColumn.load(size, in));
        model.subList(size, size + 3).forEach(loaded::append);

        assertThat(valuesOf(loaded.view())).isEqualTo(model);
    }

    @Example
    void aReadBeyondAViewIsCaughtWhereAssertionsAreOn() {
        append(7, new Random(1));
        var view = column.view(5);

        assertThatThrownBy(() -> view.get(5)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> column.view(8)).isInstanceOf(AssertionError.class);
    }

    @Property(tries = 30)
    void aReplacedValueShowsWhereverItIsReadNext(@ForAll("sizes") int size, @ForAll Random random) {
        append(size + 1, random);
        var view = column.view();
        int index = random.nextInt(size + 1);

        column.set(index, -1);
        model.set(index, -1);

        assertThat(column.get(index)).isEqualTo(-1);
        assertThat(valuesOf(view)).isEqualTo(model);
        assertThat(valuesOf(view.first(index))).isEqualTo(model.subList(0, index));
    }

    private void append(int count, Random random) {
        for (int i = 0; i < count; i++) {
            int value = random.nextInt();
            column.append(value);
            model.add(value);
        }
    }

    private static List<Integer> valuesOf(IntColumn.View view) {
        return IntStream.range(0, view.size()).mapToObj(view::get).toList();
    }
}
