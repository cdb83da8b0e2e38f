package org.conductregister.command.officers;

import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class OfficerRecords implements Records {

    @Override
    public RecordKind kind() {
        return RecordKind.OFFICER;
    }

    @Override
    public Ledger<?> emptyLedger() {
        return new Ledger<>(new OfficerRules());
    }
}
