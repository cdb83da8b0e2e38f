package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a map of lists. */
class TupleDictionaryTest {

    static final int FIELDS = 3;

    private TupleDictionary dictionary;
    private Map<List<Object>, Integer> model;

    @BeforeTry
    void begin() {
        dictionary = new TupleDictionary(FIELDS);
        model = new LinkedHashMap<>();
    }

    @Property(tries = 100)
    void tuplesAreNumberedInTheOrderAdded(
            @ForAll @Size(max = 300)
                    List<@Size(FIELDS) List<@StringLength(1) @CharRange(from = 'a', to = 'f') String>> added) {
        added.forEach(this::add);

        assertThat(dictionary.size()).isEqualTo(model.size());
        assertThat(tuplesOf(dictionary.view())).isEqualTo(List.copyOf(model.keySet()));
    }

    @Property(tries = 100)
    void aViewStaysAsItWasWhileMoreIsAdded(
            @ForAll List<@Size(FIELDS) List<@StringLength(max = 2) String>> added,
            @ForAll List<@Size(FIELDS) List<@StringLength(max = 2) String>> more) {
        added.forEach(this::add);
        var then = List.copyOf(model.keySet());
        var view = dictionary.view();
        assertThat(dictionary.view()).isSameAs(view);

        more.forEach(this::add);

        assertThat(tuplesOf(view)).isEqualTo(then);
        assertThat(tuplesOf(dictionary.view())).isEqualTo(List.copyOf(model.keySet()));
    }

    @Property(tries = 100)
    void theValuesOfAFieldHaveCodes(
            @ForAll @Size(max = 300)
                    List<@Size(FIELDS) List<@StringLength(1) @CharRange(from = 'a', to = 'z') String>> added) {
        added.forEach(this::add);
        var view = dictionary.view();

        for (int field = 0; field < FIELDS; field++) {
            int each = field;
            assertThat(IntStream.range(0, view.distinctValues(field)).mapToObj(code -> view.valueOf(each, code)))
                    .isEqualTo(model.keySet().stream()
                            .map(tuple -> tuple.get(each))
                            .distinct()
                            .toList());
            for (int tuple = 0; tuple < view.size(); tuple++) {
                assertThat(view.valueOf(field, view.code(tuple, field)))
                        .isEqualTo(view.value(tuple, field))
                        .isEqualTo(dictionary.value(tuple, field));
            }
        }
    }

    @Property(tries = 50)
    void whatWasSavedIsLoadedAndAddedTo(@ForAll List<@Size(FIELDS) List<@StringLength(max = 2) String>> added) {
        added.forEach(this::add);

        var loaded = RoundTrip.of(dictionary.view()::save, TupleDictionary::load);

        assertThat(tuplesOf(loaded.view())).isEqualTo(List.copyOf(model.keySet()));
        model.forEach(
                (tuple, number) -> assertThat(loaded.numberOf(tuple.toArray())).isEqualTo(number));
        assertThat(loaded.numberOf(new Object[] {"new", "new", "new"})).isEqualTo(model.size());
    }

    private void add(List<String> tuple) {
        int number = model.computeIfAbsent(List.copyOf(tuple), unknown -> model.size());
        assertThat(dictionary.numberOf(tuple.toArray())).isEqualTo(number);
    }

    private static List<List<Object>> tuplesOf(TupleDictionary.View view) {
        var tuples = new ArrayList<List<Object>>();
        for (int i = 0; i < view.size(); i++) {
            int number = i;
            tuples.add(IntStream.range(0, FIELDS)
                    .mapToObj(field -> view.value(number, field))
                    .toList());
        }
        return tuples;
    }
}
