package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.entries.RecordFixture.day;

import java.nio.file.Path;
import java.util.List;
import org.conductregister.entries.Entry;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers of records as they are in the event store. */
class LedgersTest {

    private static final RecordId ONE = new RecordId(RecordKind.OFFICER, "O1");
    private static final RecordId OTHER = new RecordId(RecordKind.OFFICER, "O2");

    private StoredRecords stored;
    private Ledgers ledgers;

    @BeforeEach
    void open(@TempDir Path directory) {
        stored = new StoredRecords(directory);
        ledgers = stored.ledgers();
    }

    @AfterEach
    void close() {
        stored.close();
    }

    @Test
    void aLedgerHasTheEntriesOfItsRecordAlone() {
        var recorded = stored.record(ONE, new OfficerSuspended(day(1), null), new OfficerResigned(day(2), null));
        stored.record(OTHER, new OfficerResigned(day(3), null));

        assertThat(ledgers.of(ONE).entries())
                .isEqualTo(recorded.stream()
                        .map(entry -> new Logged(entry.entryId(), entry.fact()))
                        .toList());
        assertThat(ledgers.of(OTHER).version()).isEqualTo(1);
        assertThat(ledgers.of(new RecordId(RecordKind.CASE, "O1")).version()).isZero();
    }

    @Test
    void onlyAnIdentifierOnAnotherRecordIsTaken() {
        var here = stored.record(ONE, new OfficerSuspended(day(1), null)).getFirst();
        var there = stored.record(OTHER, new OfficerSuspended(day(1), null)).getFirst();
        var taken = new Entry(there.entryId(), ONE, there.fact());
        var unheardOf = new Entry(EntryId.random(), ONE, there.fact());

        assertThat(ledgers.takenElsewhere(ONE, List.of(here, taken, unheardOf))).containsExactly(taken);
    }
}
