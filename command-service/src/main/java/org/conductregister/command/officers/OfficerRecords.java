package org.conductregister.command.officers;

import org.axonframework.modelling.command.Repository;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.RecordAggregate;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class OfficerRecords implements Records {

    private final Repository<OfficerRecord> repository;

    OfficerRecords(Repository<OfficerRecord> repository) {
        this.repository = repository;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.OFFICER;
    }

    @Override
    public Ledger<?> emptyLedger() {
        return OfficerRecord.emptyLedger();
    }

    @Override
    public Repository<? extends RecordAggregate<?>> repository() {
        return repository;
    }
}
