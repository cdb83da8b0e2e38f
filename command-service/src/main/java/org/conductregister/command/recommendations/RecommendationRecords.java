package org.conductregister.command.recommendations;

import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class RecommendationRecords implements Records {

    @Override
    public RecordKind kind() {
        return RecordKind.RECOMMENDATION;
    }

    @Override
    public Ledger<?> emptyLedger() {
        return new Ledger<>(new RecommendationRules());
    }
}
