package org.conductregister.command.cases;

import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.Records;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

@Component
final class CaseRecords implements Records {

    @Override
    public RecordKind kind() {
        return RecordKind.CASE;
    }

    @Override
    public Ledger<?> emptyLedger() {
        return new Ledger<>(new CaseRules());
    }
}
