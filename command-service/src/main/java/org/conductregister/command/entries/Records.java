package org.conductregister.command.entries;

import org.conductregister.command.decisions.Ledger;
import org.conductregister.entries.RecordKind;

/** The aggregate type of one kind of record. There is one bean for each kind. */
public interface Records {

    RecordKind kind();

    /** Returns the ledger of a record of this kind without entries. */
    Ledger<?> emptyLedger();
}
