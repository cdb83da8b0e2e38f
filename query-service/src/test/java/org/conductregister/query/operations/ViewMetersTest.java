package org.conductregister.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.query.projections.ProjectionStatus;
import org.conductregister.query.projections.ProjectionStatus.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewMetersTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private @Nullable ProjectionStatus status = status(State.LIVE, 10, 10);
    private Instant recordedAt = NOON.minusSeconds(90);

    private final ViewMeters meters =
            new ViewMeters(this::views, position -> recordedAt, Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void show() {
        meters.show("casefiles", registry);
    }

    @Test
    void aViewThatShowsAllIsNotBehind() {
        meters.sample();

        assertThat(value("lag.entries")).isZero();
        assertThat(value("lag")).isZero();
        assertThat(value("following")).isOne();
    }

    @Test
    void aViewIsBehindForAsLongAsTheFirstEntryHasBeenRecordedThatItDoesNotShow() {
        status = status(State.RETRYING, 7, 10);
        meters.sample();

        assertThat(value("lag.entries")).isEqualTo(3);
        assertThat(value("lag")).isEqualTo(90);
        assertThat(value("dead.letters")).isEqualTo(2);
        assertThat(value("following")).isZero();
    }

    @Test
    void anEntryOfAClockThatIsAheadHasNotWaited() {
        status = status(State.LIVE, 7, 10);
        recordedAt = NOON.plusSeconds(1);
        meters.sample();

        assertThat(value("lag")).isZero();
    }

    @Test
    void whatIsNotKnownIsNoNumber() {
        meters.sample();
        status = null;

        assertThatThrownBy(meters::sample).isInstanceOf(EventStoreException.class);
        assertThat(value("lag.entries")).isNaN();
        assertThat(value("following")).isNaN();
    }

    private double value(String name) {
        return registry.get("register.view." + name)
                .tag("view", "casefiles")
                .gauge()
                .value();
    }

    private List<ProjectionStatus> views() {
        if (status == null) {
            throw new EventStoreException("the log does not answer");
        }
        return List.of(status);
    }

    private static ProjectionStatus status(State state, long position, long head) {
        return new ProjectionStatus("casefiles", state, position, head, head - position, 2, null, null, null);
    }
}
