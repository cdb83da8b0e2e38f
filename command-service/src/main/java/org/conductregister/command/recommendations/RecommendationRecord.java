package org.conductregister.command.recommendations;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.conductregister.command.entries.LogOnRecommendation;
import org.conductregister.command.entries.RecordAggregate;
import org.conductregister.command.entries.Today;
import org.conductregister.recommendations.RecommendationState;

/** The record of a recommendation. */
@Aggregate(type = "recommendation")
final class RecommendationRecord extends RecordAggregate<RecommendationState> {

    RecommendationRecord() {
        super(new RecommendationRules());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(LogOnRecommendation command, Today today, MetaData provenance) {
        return log(command, today.day(), provenance);
    }
}
