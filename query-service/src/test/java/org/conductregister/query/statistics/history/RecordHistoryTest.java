package org.conductregister.query.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseToAnswerDecided;
import org.conductregister.facts.EntryId;
import org.conductregister.query.statistics.history.RecordHistory.Link;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.identifiers.AllegationId;

/** Entries and links of several records, against a list of each. */
class RecordHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);

    private HistoryStore store;
    private List<RecordHistory> histories;
    private List<List<Object>> model;

    private record CaseLink(Link link, int record) {}

    @BeforeTry
    void begin() {
        store = new HistoryStore(BufferAllocator.IN_MEMORY);
        histories = new ArrayList<>();
        model = new ArrayList<>();
    }

    @Property(tries = 50)
    void whatWasAddedIsReadInThatOrder(
            @ForAll @IntRange(max = 200) int additions,
            @ForAll @IntRange(min = 1, max = 5) int records,
            @ForAll Random random) {
        add(additions, records, random);

        for (int i = 0; i < records; i++) {
            var again = new RecordHistory(store, histories.get(i).record());
            assertThat(contentOf(again)).isEqualTo(model.get(i));
            assertThat(again.id()).isEqualTo("C-" + i);
            assertThat(again.allegations()).isEqualTo(histories.get(i).allegations());
            assertThat(again.entries())
                    .isEqualTo(model.get(i).stream()
                            .filter(Logged.class::isInstance)
                            .toList());
        }
    }

    @Property(tries = 50)
    void anEntryIsKnownByItsKeyToItsOwnRecordAlone(@ForAll @IntRange(max = 100) int additions, @ForAll Random random) {
        int records = 2;
        var ids = add(additions, records, random);

        for (int i = 0; i < records; i++) {
            var again = new RecordHistory(store, histories.get(i).record());
            again.read((entry, order) -> {});
            for (int j = 0; j < records; j++) {
                for (var id : ids.get(j)) {
                    assertThat(again.contains(id)).isEqualTo(i == j);
                    assertThat(histories.get(i).contains(id)).isEqualTo(i == j);
                }
            }
        }
    }

    private List<List<EntryId>> add(int additions, int records, Random random) {
        var ids = new ArrayList<List<EntryId>>();
        for (int i = 0; i < records; i++) {
            histories.add(new RecordHistory(store, store.records().numberOf(RecordKind.CASE, "C-" + i)));
            model.add(new ArrayList<>());
            ids.add(new ArrayList<>());
        }
        for (int i = 0; i < additions; i++) {
            int record = random.nextInt(records);
            var history = histories.get(record);
            if (random.nextInt(4) == 0) {
                var link = new CaseLink(Link.values()[random.nextInt(Link.values().length)], random.nextInt(1 << 20));
                history.add(link.link(), link.record());
                model.get(record).add(link);
            } else {
                var id = new EntryId(new UUID(random.nextLong(), random.nextLong()));
                var fact = random.nextBoolean()
                        ? new CaseClosed(DAY.plusDays(random.nextInt(1000)), null)
                        : new CaseToAnswerDecided(
                                DAY, new AllegationId("A" + random.nextInt(5)), CaseToAnswerDecision.MISCONDUCT, null);
                assertThat(history.add(id, fact)).isEqualTo(fact);
                model.get(record).add(new Logged(FactCodec.entryOf(FactCodec.keyOf(id)), fact));
                ids.get(record).add(id);
            }
        }
        return ids;
    }

    private static List<Object> contentOf(RecordHistory history) {
        var content = new ArrayList<>();
        history.read(new RecordHistory.Reader() {
            @Override
            public void entry(Logged entry, long order) {
                content.add(entry);
            }

            @Override
            public void link(Link link, int record) {
                content.add(new CaseLink(link, record));
            }
        });
        return content;
    }
}
