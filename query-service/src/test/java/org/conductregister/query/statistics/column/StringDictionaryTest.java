package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a map. */
class StringDictionaryTest {

    private StringDictionary dictionary;
    private Map<String, Integer> model;

    @BeforeTry
    void begin() {
        dictionary = new StringDictionary();
        model = new LinkedHashMap<>();
    }

    @Property(tries = 200)
    void stringsAreNumberedInTheOrderAdded(@ForAll List<@StringLength(max = 60) String> strings) {
        strings.forEach(this::add);

        assertThat(stringsOf(dictionary.view())).isEqualTo(List.copyOf(model.keySet()));
    }

    @Property(tries = 20)
    void manyStringsAreFoundAgain(@ForAll @IntRange(max = 20_000) int count, @ForAll Random random) {
        for (int i = 0; i < count; i++) {
            add(string(random));
        }

        assertThat(stringsOf(dictionary.view())).isEqualTo(List.copyOf(model.keySet()));
    }

    @Property(tries = 20)
    void aViewStaysAsItWasWhileMoreIsAdded(@ForAll @IntRange(max = 3000) int count, @ForAll Random random) {
        for (int i = 0; i < count; i++) {
            add(string(random));
        }
        var then = List.copyOf(model.keySet());
        var view = dictionary.view();

        for (int i = 0; i < 3000; i++) {
            add(string(random));
        }

        assertThat(stringsOf(view)).isEqualTo(then);
    }

    @Property(tries = 20)
    void whatWasSavedIsLoadedAndAddedTo(@ForAll @IntRange(max = 5000) int count, @ForAll Random random) {
        for (int i = 0; i < count; i++) {
            add(string(random));
        }
        var view = dictionary.view();
        add("added after the view was made");

        var loaded = RoundTrip.of(view::save, StringDictionary::load);

        assertThat(stringsOf(loaded.view())).isEqualTo(stringsOf(view));
        model.forEach((string, number) -> assertThat(loaded.numberOf(string)).isEqualTo(number));
        assertThat(loaded.numberOf("another")).isEqualTo(view.size() + 1);
    }

    @Example
    void aStringHasAtMost255Bytes() {
        add("é".repeat(127) + "e");

        assertThatThrownBy(() -> dictionary.numberOf("é".repeat(128)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("255");
        assertThat(dictionary.size()).isEqualTo(1);
    }

    private void add(String string) {
        assertThat(dictionary.numberOf(string)).isEqualTo(model.computeIfAbsent(string, unknown -> model.size()));
        assertThat(dictionary.size()).isEqualTo(model.size());
    }

    private static String string(Random random) {
        return random.nextInt(50) == 0
                ? "x".repeat(random.nextInt(255))
                : "record-" + random.nextInt(1 << random.nextInt(25));
    }

    private static List<String> stringsOf(StringDictionary.View view) {
        return IntStream.range(0, view.size()).mapToObj(view::get).toList();
    }
}
