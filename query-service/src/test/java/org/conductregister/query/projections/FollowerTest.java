package org.conductregister.query.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.query.TestLog;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowerTest {

    /** Axon by itself would have waited for nine minutes by then. */
    private static final int FAILURES = 15;

    private final TestLog log = new TestLog();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void whatFailsAgainAndAgainIsTriedAfterTheLongestPauseEachTime() {
        log.add(RecordId.of(new CaseId("C1")), new InvestigationStarted(LocalDate.of(2012, 3, 4), null));
        var processor = new Follower.RetryingProcessor(following(), Duration.ofMillis(10));

        processor.start();
        try {
            await().until(() -> attempts.get() > FAILURES);
            await().until(() ->
                    processor.processingStatus().values().stream().noneMatch(status -> status.isErrorState()));
        } finally {
            processor.shutDown();
        }

        assertThat(attempts).hasValue(FAILURES + 1);
    }

    private TrackingEventProcessor.Builder following() {
        EventMessageHandler failing = message -> {
            if (attempts.incrementAndGet() <= FAILURES) {
                throw new IllegalStateException("the store is down");
            }
            return null;
        };
        return TrackingEventProcessor.builder()
                .name("view")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(failing)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(new SharedLogSource(log.engine()))
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE);
    }
}
