package org.conductregister.query.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Nodes that hold strings, against a list of strings for each record. */
class HistoryStoreTest {

    private HistoryStore store;
    private List<List<String>> model;

    @BeforeTry
    void begin() {
        store = new HistoryStore(BufferAllocator.IN_MEMORY);
        model = new ArrayList<>();
    }

    @Property(tries = 30)
    void theNodesOfARecordAreReadInTheOrderAppended(
            @ForAll @IntRange(max = 5000) int nodes,
            @ForAll @IntRange(min = 1, max = 300) int records,
            @ForAll Random random) {
        append(nodes, records, random);

        assertNodes(store);
    }

    @Property(tries = 30)
    void whatWasSavedIsLoadedAndAppendedTo(
            @ForAll @IntRange(max = 3000) int nodes,
            @ForAll @IntRange(min = 1, max = 300) int records,
            @ForAll Random random) {
        append(nodes, records, random);
        var image = store.image();
        store.begin(store.records().numberOf(RecordKind.CASE, "later"))
                .writeAscii("appended after the image was taken");
        store.end();

        store = RoundTrip.of(image::save, in -> HistoryStore.load(in, BufferAllocator.IN_MEMORY));
        assertNodes(store);
        append(nodes, records + 1, random);

        assertNodes(store);
    }

    private void append(int nodes, int records, Random random) {
        while (model.size() < records) {
            int number = store.records().numberOf(RecordKind.CASE, "C-" + model.size());
            assertThat(number).isEqualTo(model.size());
            model.add(new ArrayList<>());
        }
        for (int i = 0; i < nodes; i++) {
            int record = random.nextInt(records);
            var content =
                    String.valueOf(random.nextInt(1 << random.nextInt(31))).repeat(1 + random.nextInt(20));
            store.begin(record).writeAscii(content);
            store.end();
            model.get(record).add(content);
        }
    }

    private void assertNodes(HistoryStore store) {
        for (int record = 0; record < model.size(); record++) {
            var read = new ArrayList<String>();
            for (var node : store.nodesOf(record)) {
                read.add(node.content().readAscii());
            }
            assertThat(read).isEqualTo(model.get(record));
        }
    }
}
