package org.conductregister.command.entries;

import org.axonframework.modelling.command.Repository;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.entries.RecordKind;

/** One kind of record, as the command side keeps it. There is one bean for each kind. */
public interface Records {

    RecordKind kind();

    /** For records of this kind, with nothing recorded. */
    Ledger<?> emptyLedger();

    Repository<? extends RecordAggregate<?>> repository();
}
