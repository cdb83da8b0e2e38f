package org.conductregister.query.projections;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.conductregister.query.pointintime.Head;
import org.jspecify.annotations.Nullable;

/**
 * Commits a view with the last entry of each batch. Axon stores its token after that, and not where it fails: the token
 * is never ahead of what the view has stored.
 *
 * <p>A batch may end in the midst of what was recorded at one instant. What is known at that instant is not yet seen
 * then, so the view is committed as known at the instant before.
 */
final class BatchCommitInterceptor implements MessageHandlerInterceptor<EventMessage<?>> {

    private final View view;
    private final SharedLogSource source;
    private final CatchUp.Watch watch;
    private final CheckpointScheduler checkpoints;
    private Head.At last = Head.At.START;
    private Head.At lastOfInstantBefore = Head.At.START;

    BatchCommitInterceptor(View view, SharedLogSource source, CatchUp.Watch watch, CheckpointScheduler checkpoints) {
        this.view = view;
        this.source = source;
        this.watch = watch;
        this.checkpoints = checkpoints;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var batch = (BatchingUnitOfWork<?>) unitOfWork;
        if (batch.isFirstMessage()) {
            watch.setsOut();
            last = view.head().now();
            lastOfInstantBefore = last;
        }
        chain.proceed();
        saw(unitOfWork.getMessage());
        if (batch.isLastMessage()) {
            commit();
        }
        return null;
    }

    private void saw(EventMessage<?> message) {
        long position = EntryHandler.positionOf(message);
        if (position <= last.position()) {
            return;
        }
        if (message.getTimestamp().isAfter(last.recordedAt())) {
            lastOfInstantBefore = last;
        }
        last = new Head.At(position, message.getTimestamp());
    }

    private void commit() {
        var next = source.next(last.position());
        boolean endsInstant = next.isEmpty() || next.getFirst().getTimestamp().isAfter(last.recordedAt());
        var whole = endsInstant ? last : lastOfInstantBefore;
        view.commit(whole.position(), whole.recordedAt(), !next.isEmpty());
        watch.reached(whole.position());
        checkpoints.committed(watch.progress(whole.position()) == null);
    }
}
