package org.conductregister.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conductregister.command.decisions.Decision.Accepted;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class SampleIsAcceptableTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    @Test
    void noRuleOfTheRegisterRefusesAnyOfItsEntries() {
        assertAcceptable(SampleRegister.entries());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void norOfASampleOfAnotherSeed(long seed) {
        assertAcceptable(SampleRegister.entries(seed));
    }

    private static void assertAcceptable(List<Entry> sample) {
        try (var command = new AnnotationConfigApplicationContext(
                "org.conductregister.command.cases",
                "org.conductregister.command.officers",
                "org.conductregister.command.recommendations")) {
            var records = command.getBeansOfType(Records.class).values().stream()
                    .collect(Collectors.toMap(Records::kind, Function.identity()));
            var refused = new ArrayList<String>();
            var ledgers = new HashMap<RecordId, Ledger<?>>();
            for (var entry : sample) {
                var ledger = ledgers.computeIfAbsent(entry.record(), record -> ledger(records, record));
                var decision = ledger.decide(entry, TODAY);
                if (decision instanceof Accepted) {
                    ledger.record(entry.entryId(), entry.fact());
                } else {
                    refused.add(entry + ": " + decision);
                }
            }
            assertThat(refused).isEmpty();
        }
    }

    private static Ledger<?> ledger(Map<RecordKind, Records> records, RecordId record) {
        return records.get(record.kind()).emptyLedger();
    }
}
