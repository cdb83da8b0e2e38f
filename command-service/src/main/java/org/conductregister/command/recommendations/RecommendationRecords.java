package org.conductregister.command.recommendations;

import org.axonframework.modelling.command.Repository;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class RecommendationRecords extends Records<RecommendationRecord> {

    RecommendationRecords(Repository<RecommendationRecord> repository) {
        super(RecordKind.RECOMMENDATION, repository, RecommendationRecord::new);
    }

    @Override
    public Ledger<?> emptyLedger() {
        return new Ledger<>(new RecommendationRules());
    }
}
