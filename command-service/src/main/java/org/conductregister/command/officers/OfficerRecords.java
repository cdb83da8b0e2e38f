package org.conductregister.command.officers;

import org.axonframework.modelling.command.Repository;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class OfficerRecords extends Records<OfficerRecord> {

    OfficerRecords(Repository<OfficerRecord> repository) {
        super(RecordKind.OFFICER, repository, OfficerRecord::new);
    }

    @Override
    public Ledger<?> emptyLedger() {
        return new Ledger<>(new OfficerRules());
    }
}
