package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a map. */
class ValueDictionaryTest {

    private ValueDictionary dictionary;
    private Map<Object, Integer> model;

    @BeforeTry
    void begin() {
        dictionary = new ValueDictionary();
        model = new LinkedHashMap<>();
    }

    @Property(tries = 100)
    void equalValuesHaveOneCodeAndAreHeldOnce(@ForAll List<@IntRange(max = 50) Integer> added) {
        added.forEach(this::add);

        assertThat(dictionary.size()).isEqualTo(model.size());
        model.forEach((value, code) -> {
            assertThat(dictionary.get(code)).isSameAs(value);
            assertThat(dictionary.codeOf(copyOf((String) value))).isEqualTo(code);
        });
    }

    @Property(tries = 100)
    void aViewStaysAsItWasWhileMoreIsAdded(@ForAll List<Integer> added, @ForAll List<Integer> more) {
        added.forEach(this::add);
        var then = List.copyOf(model.keySet());
        var view = dictionary.view();

        more.forEach(this::add);

        assertThat(valuesOf(view)).isEqualTo(then);
    }

    @Property(tries = 100)
    void whatWasSavedIsLoadedAndAddedTo(@ForAll List<Integer> added) {
        added.forEach(this::add);
        var codec = new ValueCodec();

        var loaded = RoundTrip.of(out -> dictionary.view().save(out, codec), in -> ValueDictionary.load(in, codec));

        assertThat(valuesOf(loaded.view())).isEqualTo(List.copyOf(model.keySet()));
        model.forEach((value, code) -> assertThat(loaded.codeOf(value)).isEqualTo(code));
        assertThat(loaded.codeOf("another")).isEqualTo(model.size());
    }

    private void add(int number) {
        var value = String.valueOf(number);
        int code = model.computeIfAbsent(value, unknown -> model.size());
        assertThat(dictionary.codeOf(value)).isEqualTo(code);
    }

    private static String copyOf(String value) {
        return new String(value.toCharArray());
    }

    private static List<Object> valuesOf(ValueDictionary.View view) {
        return IntStream.range(0, view.size()).mapToObj(view::get).toList();
    }
}
