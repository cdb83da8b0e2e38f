package org.conductregister.command.cases;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.conductregister.cases.CaseState;
import org.conductregister.command.entries.LogOnCase;
import org.conductregister.command.entries.RecordAggregate;
import org.conductregister.command.entries.Today;

/** The record of a case. */
@Aggregate(type = "case")
final class CaseRecord extends RecordAggregate<CaseState> {

    CaseRecord() {
        super(new CaseRules());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(LogOnCase command, Today today, MetaData provenance) {
        return log(command, today.day(), provenance);
    }
}
