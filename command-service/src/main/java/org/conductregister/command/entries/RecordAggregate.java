package org.conductregister.command.entries;

import java.time.LocalDate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.conductregister.command.decisions.Decision.Accepted;
import org.conductregister.command.decisions.Decision.Refused;
import org.conductregister.command.decisions.Decision.Repeated;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal.VersionStale;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.command.decisions.Rules;
import org.conductregister.entries.Entry;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A record as an aggregate: it loads its entries, lets the {@link Ledger} decide, and applies accepted facts as events.
 *
 * @param <S> the state folded to
 */
public abstract class RecordAggregate<S> {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private @Nullable String id;

    private final Ledger<S> ledger;

    protected RecordAggregate(Rules<S> rules) {
        this.ledger = new Ledger<>(rules);
    }

    /**
     * Logs all of the command's entries or none.
     *
     * @return the record's version afterwards
     * @throws RefusedException naming the first entry that is refused
     */
    protected long log(LogEntries command, LocalDate today, MetaData provenance) {
        refuseIfStale(command);
        var decisions = ledger.decide(command.entries(), today);
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i) instanceof Refused refused) {
                throw new RefusedException(refused.refusal(), i);
            }
        }
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i) instanceof Accepted) {
                apply(command.entries().get(i), provenance);
            }
        }
        return ledger.version();
    }

    private void apply(Entry entry, MetaData provenance) {
        id = entry.record().toString();
        AggregateLifecycle.apply(entry.fact(), EntryIdentity.of(entry.entryId()).mergedWith(provenance));
    }

    /** Refuses a decision made on an older version, but not a repetition of an entry recorded then. */
    private void refuseIfStale(LogEntries command) {
        var expected = command.expectedVersion();
        if (expected == null || expected == ledger.version()) {
            return;
        }
        boolean nothingNew = command.entries().stream().allMatch(entry -> ledger.recorded(entry) instanceof Repeated);
        if (!nothingNew) {
            throw new RefusedException(new VersionStale(ledger.version()), 0);
        }
    }

    @EventSourcingHandler
    void on(Fact fact, DomainEventMessage<?> event) {
        id = event.getAggregateIdentifier();
        ledger.record(EntryId.of(EntryIdentity.of(event)), fact);
    }
}
