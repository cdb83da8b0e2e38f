package org.conductregister.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Fact;
import org.conductregister.keys.TestKeys;
import org.conductregister.query.TestLog;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The entries of a record are found a page at a time from the latest to the first, however many there are. */
class LogReaderTest {

    private static final int ENTRIES = 2_345;

    private final TestLog log = new TestLog();
    private final LogReader reader =
            new LogReader(log.engine().log(), () -> record -> false, new LogLines(TestKeys.sealed()));

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aLongRecordIsShownWholePageByPage() {
        var facts = IntStream.range(0, ENTRIES).mapToObj(LogReaderTest::note).toArray(Fact[]::new);
        var recorded = log.add(RecordId.of(new CaseId("LONG")), facts);
        log.add(RecordId.of(new CaseId("OTHER")), note(1));

        var shown = new ArrayList<Long>();
        long to = Long.MAX_VALUE;
        while (to > 0) {
            var found = reader.find(LogSearch.read(
                    new Parameters(Map.of("record", List.of("LONG"), "to", List.of(String.valueOf(to))))));
            assertThat(found.entries()).hasSizeBetween(1, LogReader.A_PAGE);
            found.entries().forEach(entry -> shown.add(entry.position()));
            to = found.older();
        }

        assertThat(shown)
                .containsExactlyElementsOf(
                        recorded.reversed().stream().map(Recorded::position).toList());
    }

    private static Fact note(int number) {
        return new NoteAdded(LocalDate.of(2012, 3, 4), new FreeText("note " + number), null);
    }
}
