package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.imports.rows.Batch;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.conductregister.platform.Provenance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RegisterTest
class BulkLoadTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 6);
    private static final Provenance BY = new Provenance("sample", "load");

    private final BulkLoad load;
    private final EventLog log;

    BulkLoadTest(@Autowired BulkLoad load, @Autowired EventLog log) {
        this.load = load;
        this.log = log;
    }

    @Test
    void whatIsLoadedTwiceIsRecordedOnce() {
        var entries = IntStream.range(0, Batch.MAX_LINES + 1)
                .mapToObj(i -> entry("BUL-1-" + i, new OfficerSuspended(DAY, null)))
                .toList();
        long before = log.lastPosition();

        load.load(entries, BY);
        load.load(entries, BY);

        assertThat(log.from(before + 1, Long.MAX_VALUE).map(event -> event.entryId()))
                .containsExactlyElementsOf(entries.stream()
                        .map(entry -> entry.entryId().toString())
                        .toList());
    }

    @Test
    void whatARuleRefusesIsNotForLoading() {
        var resigned = entry("BUL-2", new OfficerResigned(DAY, null));
        var suspended = entry("BUL-2", new OfficerSuspended(DAY.plusDays(1), null));

        assertThatThrownBy(() -> load.load(List.of(resigned, suspended), BY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Entry 2 is refused, OFFICER_HAS_LEFT: ");
    }

    private static Entry entry(String officer, Fact fact) {
        return new Entry(EntryId.random(), new RecordId(RecordKind.OFFICER, officer), fact);
    }
}
