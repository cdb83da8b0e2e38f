package org.conductregister.command.recommendations;

import org.axonframework.modelling.command.Repository;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.RecordAggregate;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class RecommendationRecords implements Records {

    private final Repository<RecommendationRecord> repository;

    RecommendationRecords(Repository<RecommendationRecord> repository) {
        this.repository = repository;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RECOMMENDATION;
    }

    @Override
    public Ledger<?> emptyLedger() {
        return RecommendationRecord.emptyLedger();
    }

    @Override
    public Repository<? extends RecordAggregate<?>> repository() {
        return repository;
    }
}
