package org.conductregister.command.entries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.conductregister.command.decisions.Decision;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;

/**
 * The records of one kind, as the command side keeps them. There is one bean for each kind.
 *
 * @param <A> the aggregate that keeps such a record
 */
public abstract class Records<A extends RecordAggregate<?>> {

    private final RecordKind kind;
    private final Repository<A> repository;
    private final Callable<A> create;

    protected Records(RecordKind kind, Repository<A> repository, Callable<A> create) {
        this.kind = kind;
        this.repository = repository;
        this.create = create;
    }

    public final RecordKind kind() {
        return kind;
    }

    /** Of a record of this kind with nothing recorded. */
    public abstract Ledger<?> emptyLedger();

    /**
     * Offers entries to one record, each by itself, within the current unit of work. What is accepted is recorded when
     * that commits.
     *
     * @return the decision on each, in order
     */
    public final List<Decision> offer(RecordId record, List<Entry> entries, LocalDate today, MetaData provenance) {
        try {
            return repository.loadOrCreate(record.toString(), create).invoke(aggregate -> {
                var decisions = new ArrayList<Decision>(entries.size());
                entries.forEach(entry -> decisions.add(aggregate.offer(entry, today, provenance)));
                return decisions;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("creating a record declares no exceptions", e);
        }
    }
}
