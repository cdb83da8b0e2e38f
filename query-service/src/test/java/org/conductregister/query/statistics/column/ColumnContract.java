package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/**
 * The rules that a growing column keeps, against a list.
 *
 * @param <C> the column
 * @param <V> its view
 * @param <T> its values
 */
abstract class ColumnContract<C, V, T> {

    final List<T> model = new ArrayList<>();
    C column;

    abstract C empty();

    abstract C loaded(int size, byte[] saved);

    abstract void appendTo(C column, T value);

    abstract T anyValue(Random random);

    abstract List<T> valuesOf(C column);

    abstract List<T> valuesOfView(V view);

    abstract T valueAt(V view, int index);

    abstract V view(C column);

    abstract V view(C column, int size);

    abstract RoundTrip.Save saving(V view);

    /** The values in the first places of a chunk. */
    abstract List<T> chunk(V view, int chunk, int values);

    @BeforeTry
    void begin() {
        column = empty();
        model.clear();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return ColumnSizes.sizes();
    }

    @Property(tries = 30)
    void valuesAreReadInTheOrderAppended(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);

        assertThat(valuesOf(column)).isEqualTo(model);
        assertThat(valuesOfView(view(column))).isEqualTo(model);
    }

    @Property(tries = 30)
    void aViewStaysAsItWasWhileMoreIsAppended(
            @ForAll("sizes") int size, @ForAll("sizes") int more, @ForAll Random random) {
        append(size, random);
        var then = List.copyOf(model);
        var view = view(column);
        var half = view(column, size / 2);

        append(more, random);

        assertThat(valuesOfView(view)).isEqualTo(then);
        assertThat(valuesOfView(half)).isEqualTo(then.subList(0, size / 2));
    }

    @Property(tries = 30)
    void chunksHoldTheValuesOneAfterAnother(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        var view = view(column);
        var read = new ArrayList<T>();
        for (int from = 0; from < size; from += IntColumn.CHUNK) {
            read.addAll(chunk(view, from >> IntColumn.SHIFT, Math.min(IntColumn.CHUNK, size - from)));
        }

        assertThat(read).isEqualTo(model);
    }

    @Property(tries = 30)
    void aColumnIsSavedAndLoadedAndAppendedTo(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        var view = view(column);
        append(3, random);

        var loaded = loaded(size, RoundTrip.saved(saving(view)));
        model.subList(size, size + 3).forEach(value -> appendTo(loaded, value));

        assertThat(valuesOfView(view(loaded))).isEqualTo(model);
    }

    @Example
    void aReadBeyondAViewIsCaughtWhereAssertionsAreOn() {
        append(7, new Random(1));
        var view = view(column, 5);

        assertThatThrownBy(() -> valueAt(view, 5)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> view(column, 8)).isInstanceOf(AssertionError.class);
    }

    final void append(int count, Random random) {
        for (int i = 0; i < count; i++) {
            var value = anyValue(random);
            appendTo(column, value);
            model.add(value);
        }
    }
}
