package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a list of numbers, of which some do not fit in two bytes. */
class DictionaryColumnTest {

    private DictionaryColumn column;
    private List<Integer> model;

    @BeforeTry
    void begin() {
        column = new DictionaryColumn();
        model = new ArrayList<>();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return ColumnSizes.sizes();
    }

    @Property(tries = 30)
    void numbersAreReadInTheOrderAppended(@ForAll("sizes") int size, @ForAll("sizes") int more, @ForAll Random random) {
        append(size, random);
        var then = List.copyOf(model);
        var view = column.view();

        append(more, random);

        assertThat(column.size()).isEqualTo(size + more);
        assertThat(numbersOf(view)).isEqualTo(then);
        assertThat(IntStream.range(0, column.size()).mapToObj(column::get)).isEqualTo(model);
    }

    @Property(tries = 30)
    void aChunkHoldsTheNumbersThatFit(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        var view = column.view();

        for (int i = 0; i < size; i++) {
            char number = view.chunk(i >> IntColumn.SHIFT)[i & IntColumn.MASK];
            assertThat((int) number).isEqualTo(Math.min(model.get(i), DictionaryColumn.OVERFLOW));
        }
    }

    @Property(tries = 30)
    void aChunkIsReadWithTheNumbersThatDoNotFit(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        append(9, random);
        var view = column.view(size);

        for (int first = 0; first < size; first += IntColumn.CHUNK) {
            int to = 1 + random.nextInt(Math.min(IntColumn.CHUNK, size - first));
            int from = random.nextInt(to);
            var read = new int[to];
            view.read(first >> IntColumn.SHIFT, from, to, read);
            assertThat(IntStream.of(read).skip(from).boxed()).isEqualTo(model.subList(first + from, first + to));
        }
    }

    @Property(tries = 30)
    void whatWasSavedIsLoadedAndAppendedTo(@ForAll("sizes") int size, @ForAll Random random) {
        append(size, random);
        append(9, random);

        var loaded = RoundTrip.of(column.view(size)::save, in -> DictionaryColumn.load(size, in));
        model.subList(size, size + 9).forEach(loaded::append);

        assertThat(numbersOf(loaded.view())).isEqualTo(model);
    }

    private void append(int count, Random random) {
        for (int i = 0; i < count; i++) {
            int number = switch (random.nextInt(4)) {
                case 0 -> DictionaryColumn.OVERFLOW - 3 + random.nextInt(6);
                case 1 -> random.nextInt(Integer.MAX_VALUE);
                default -> random.nextInt(100);
            };
            column.append(number);
            model.add(number);
        }
    }

    private static List<Integer> numbersOf(DictionaryColumn.View view) {
        return IntStream.range(0, view.size()).mapToObj(view::get).toList();
    }
}
