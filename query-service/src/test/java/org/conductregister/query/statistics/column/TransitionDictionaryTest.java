package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a map of pairs. */
class TransitionDictionaryTest {

    private TransitionDictionary dictionary;
    private Map<List<Integer>, Integer> model;

    @BeforeTry
    void begin() {
        dictionary = new TransitionDictionary();
        model = new LinkedHashMap<>();
    }

    @Property(tries = 200)
    void transitionsAreNumberedInTheOrderAdded(
            @ForAll @Size(max = 400) List<@Size(2) List<@IntRange(max = 40) Integer>> added) {
        added.forEach(this::add);

        assertThat(transitionsOf(dictionary.view())).isEqualTo(List.copyOf(model.keySet()));
    }

    @Property(tries = 100)
    void aViewStaysAsItWasWhileMoreIsAdded(
            @ForAll List<@Size(2) List<@IntRange(max = 40) Integer>> added,
            @ForAll List<@Size(2) List<@IntRange(max = 40) Integer>> more) {
        added.forEach(this::add);
        var then = List.copyOf(model.keySet());
        var view = dictionary.view();

        more.forEach(this::add);

        assertThat(transitionsOf(view)).isEqualTo(then);
        assertThat(view.changes())
                .containsExactly(then.stream()
                        .mapToInt(pair -> pair.get(1) - pair.get(0))
                        .toArray());
    }

    @Property(tries = 100)
    void whatWasSavedIsLoadedAndAddedTo(@ForAll List<@Size(2) List<Integer>> added) {
        added.forEach(this::add);

        var loaded = RoundTrip.of(dictionary.view()::save, TransitionDictionary::load);

        model.forEach((pair, number) ->
                assertThat(loaded.numberOf(pair.get(0), pair.get(1))).isEqualTo(number));
        assertThat(transitionsOf(loaded.view())).isEqualTo(List.copyOf(model.keySet()));
    }

    private void add(List<Integer> pair) {
        int number = model.computeIfAbsent(pair, unknown -> model.size());
        assertThat(dictionary.numberOf(pair.get(0), pair.get(1))).isEqualTo(number);
        assertThat(dictionary.from(number)).isEqualTo(pair.get(0));
        assertThat(dictionary.to(number)).isEqualTo(pair.get(1));
    }

    private static List<List<Integer>> transitionsOf(TransitionDictionary.View view) {
        var transitions = new ArrayList<List<Integer>>();
        for (int i = 0; i < view.size(); i++) {
            transitions.add(List.of(view.from(i), view.to(i)));
        }
        return transitions;
    }
}
