package org.conductregister.command.officers;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.conductregister.command.entries.LogOnOfficer;
import org.conductregister.command.entries.RecordAggregate;
import org.conductregister.command.entries.Today;
import org.conductregister.officers.OfficerState;

/** The record of an officer. */
@Aggregate(type = "officer")
final class OfficerRecord extends RecordAggregate<OfficerState> {

    OfficerRecord() {
        super(new OfficerRules());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(LogOnOfficer command, Today today, MetaData provenance) {
        return log(command, today.day(), provenance);
    }
}
