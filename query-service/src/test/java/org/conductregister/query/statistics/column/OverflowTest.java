package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a TreeMap. */
class OverflowTest {

    private static final int NONE = -7;

    private Overflow overflow;
    private TreeMap<Integer, Integer> model;

    @BeforeTry
    void begin() {
        overflow = new Overflow();
        model = new TreeMap<>();
    }

    @Property(tries = 200)
    void aValueIsFoundByItsIndexAlone(
            @ForAll Set<@IntRange(max = 200) Integer> indexes, @ForAll @IntRange(max = 210) int index) {
        add(indexes);

        assertThat(overflow.find(index, NONE)).isEqualTo(model.getOrDefault(index, NONE));
    }

    @Property(tries = 200)
    void aViewEndsBeforeALength(
            @ForAll Set<@IntRange(max = 200) Integer> indexes, @ForAll @IntRange(max = 210) int length) {
        add(indexes);
        var view = overflow.view(length);
        overflow.add(500, 1);
        var expected = List.copyOf(model.headMap(length).keySet());

        assertThat(IntStream.range(0, view.size()).mapToObj(view::index)).isEqualTo(expected);
        assertThat(IntStream.range(0, view.size()).mapToObj(view::value))
                .isEqualTo(List.copyOf(model.headMap(length).values()));
        for (int index = 0; index <= 210; index++) {
            assertThat(view.find(index, NONE)).isEqualTo(index < length ? model.getOrDefault(index, NONE) : NONE);
        }
    }

    @Property(tries = 50)
    void whatWasSavedIsLoadedAndAddedTo(
            @ForAll Set<@IntRange(max = 200) Integer> indexes, @ForAll @IntRange(max = 210) int length) {
        add(indexes);

        var loaded = RoundTrip.of(overflow.view(length)::save, Overflow::load);
        loaded.add(500, 1);

        assertThat(loaded.view().size()).isEqualTo(model.headMap(length).size() + 1);
        model.headMap(length)
                .forEach((index, value) -> assertThat(loaded.find(index, NONE)).isEqualTo(value));
        assertThat(loaded.find(500, NONE)).isEqualTo(1);
    }

    private void add(Set<Integer> indexes) {
        indexes.stream().sorted().forEach(index -> {
            overflow.add(index, 3 * index);
            model.put(index, 3 * index);
        });
    }
}
