package org.conductregister.query.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a map of kinds and identifiers. */
class RecordDictionaryTest {

    private RecordDictionary dictionary;
    private Map<RecordId, Integer> model;

    @BeforeTry
    void begin() {
        dictionary = new RecordDictionary(BufferAllocator.IN_MEMORY);
        model = new LinkedHashMap<>();
    }

    @Property(tries = 30)
    void recordsAreNumberedInTheOrderAdded(@ForAll @IntRange(max = 4000) int count, @ForAll Random random) {
        add(count, random);

        assertRecords(dictionary);
    }

    @Property(tries = 30)
    void whatWasSavedIsLoadedAndAddedTo(@ForAll @IntRange(max = 4000) int count, @ForAll Random random) {
        add(count, random);
        var view = dictionary.view();
        dictionary.numberOf(RecordKind.CASE, "added-later");

        dictionary = RoundTrip.of(view::save, in -> RecordDictionary.load(in, BufferAllocator.IN_MEMORY));
        assertRecords(dictionary);
        add(count, random);

        assertRecords(dictionary);
    }

    private void add(int count, Random random) {
        var kinds = RecordKind.values();
        for (int i = 0; i < count; i++) {
            var kind = kinds[random.nextInt(kinds.length)];
            var id = random.nextInt(40) == 0 ? "x".repeat(1 + random.nextInt(60)) : "R-" + random.nextInt(count);
            for (int times = random.nextInt(2); times >= 0; times--) {
                int number = model.computeIfAbsent(new RecordId(kind, id), unknown -> model.size());
                assertThat(dictionary.numberOf(kind, id)).isEqualTo(number);
            }
        }
    }

    private void assertRecords(RecordDictionary dictionary) {
        assertThat(dictionary.size()).isEqualTo(model.size());
        model.forEach((record, number) -> {
            assertThat(dictionary.kindOf(number)).isEqualTo(record.kind());
            assertThat(dictionary.idOf(number)).isEqualTo(record.id());
            assertThat(dictionary.numberOf(record.kind(), record.id())).isEqualTo(number);
        });
    }
}
