package org.conductregister.query.projections.deadletters;

import java.util.function.LongFunction;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.conductregister.query.viewstore.InViewsFile;
import org.conductregister.query.viewstore.ViewsFile;
import org.springframework.stereotype.Component;

/** Stores dead letters in the file of the views. */
@Component
@InViewsFile
public final class SqliteDeadLetterQueues implements DeadLetterQueues {

    private final ViewsFile views;

    public SqliteDeadLetterQueues(ViewsFile views) {
        this.views = views;
    }

    @Override
    public SequencedDeadLetterQueue<EventMessage<?>> of(String view, LongFunction<EventMessage<?>> entryAt) {
        return new PositionDeadLetterQueue(new SqliteParkedPositions(views, view), entryAt);
    }
}
