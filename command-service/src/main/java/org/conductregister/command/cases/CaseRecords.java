package org.conductregister.command.cases;

import org.axonframework.modelling.command.Repository;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.RecordAggregate;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class CaseRecords implements Records {

    private final Repository<CaseRecord> repository;

    CaseRecords(Repository<CaseRecord> repository) {
        this.repository = repository;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CASE;
    }

    @Override
    public Ledger<?> emptyLedger() {
        return CaseRecord.emptyLedger();
    }

    @Override
    public Repository<? extends RecordAggregate<?>> repository() {
        return repository;
    }
}
