package org.conductregister.command.entries;

import org.conductregister.command.decisions.Ledger;
import org.conductregister.entries.RecordKind;

/** One kind of record. There is one bean for each. */
public interface Records {

    RecordKind kind();

    /** Of a record of this kind with nothing recorded. */
    Ledger<?> emptyLedger();
}
