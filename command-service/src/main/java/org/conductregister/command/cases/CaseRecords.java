package org.conductregister.command.cases;

import org.axonframework.modelling.command.Repository;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class CaseRecords extends Records<CaseRecord> {

    CaseRecords(Repository<CaseRecord> repository) {
        super(RecordKind.CASE, repository, CaseRecord::new);
    }

    @Override
    public Ledger<?> emptyLedger() {
        return new Ledger<>(new CaseRules());
    }
}
