package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.conductregister.command.entries.RecordFixture.day;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging where others record at the same time; the aggregate is replaced by what a test says that it does. */
class EntryLogTest {

    private static final RecordId ONE = new RecordId(RecordKind.OFFICER, "O1");
    private static final RecordId OTHER = new RecordId(RecordKind.OFFICER, "O2");

    private final Entry resigned = new Entry(EntryId.random(), ONE, new OfficerResigned(day(2), null));
    private final Entry suspended = new Entry(EntryId.random(), ONE, new OfficerSuspended(day(1), null));
    private StoredRecords stored;
    private int attempts;

    @BeforeEach
    void open(@TempDir Path directory) {
        stored = new StoredRecords(directory);
    }

    @AfterEach
    void close() {
        stored.close();
    }

    @Test
    void theReceiptSaysWhereEachWasRecordedInTheOrderSent() {
        var log = log(command -> {
            stored.record(ONE, command.entries().reversed());
            return 2;
        });

        var receipt = log.log(ONE, List.of(resigned, suspended), null, StoredRecords.BY);

        assertThat(receipt.version()).isEqualTo(2);
        assertThat(receipt.recorded()).extracting(Recorded::position).containsExactly(2L, 1L);
        assertThat(receipt.recorded())
                .extracting(Recorded::entryId)
                .containsExactly(
                        resigned.entryId().toString(), suspended.entryId().toString());
    }

    @Test
    void whereAnotherNodeWasFirstItIsDecidedAnew() {
        var log = log(command -> {
            if (attempts < 10) {
                throw new ConcurrencyException("another node was first");
            }
            stored.record(ONE, command.entries());
            return 1;
        });

        assertThat(log.log(ONE, List.of(resigned), null, StoredRecords.BY).version())
                .isEqualTo(1);
        assertThat(attempts).isEqualTo(10);
    }

    @Test
    void afterTenAttemptsItIsRefused() {
        var log = log(command -> {
            throw new ConcurrencyException("another node was first");
        });

        var refused = catchThrowableOfType(
                RefusedException.class, () -> log.log(ONE, List.of(resigned), null, StoredRecords.BY));

        assertThat(refused.refusal()).isEqualTo(new Refusal.ConcurrentChange());
        assertThat(attempts).isEqualTo(10);
    }

    @Test
    void anIdentifierOnAnotherRecordIsRefusedAtItsPlace() {
        stored.record(OTHER, List.of(new Entry(suspended.entryId(), OTHER, suspended.fact())));
        var log = log(command -> {
            stored.record(ONE, command.entries());
            return 2;
        });

        var refused = catchThrowableOfType(
                RefusedException.class, () -> log.log(ONE, List.of(resigned, suspended), null, StoredRecords.BY));

        assertThat(refused.refusal()).isEqualTo(new Refusal.EntryIdTaken(suspended.entryId()));
        assertThat(refused.index()).isEqualTo(1);
        assertThat(attempts).isEqualTo(1);
    }

    /** A gateway whose one used method does as told, and counts. */
    private EntryLog log(ToLongFunction<LogEntries> aggregate) {
        var gateway = (CommandGateway) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CommandGateway.class}, (proxy, method, arguments) -> {
                    attempts++;
                    var message = (CommandMessage<?>) arguments[0];
                    assertThat(message.getMetaData()).isEqualTo(StoredRecords.BY.metaData());
                    return aggregate.applyAsLong((LogEntries) message.getPayload());
                });
        return new EntryLog(
                gateway,
                stored.ledgers(),
                stored.log(),
                () -> LocalDate.of(2026, 1, 5),
                new CommandMeters(new SimpleMeterRegistry()));
    }
}
