package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.conductregister.command.entries.RecordFixture.day;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.conductregister.claims.ClashException;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.people.Sight;
import org.conductregister.terms.*;
import org.conductregister.terms.codes.*;
import org.conductregister.terms.identifiers.*;
import org.conductregister.terms.text.*;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging by somebody who sees the cases of one force; the aggregate is replaced by what a test says that it does. */
class EntryLogInSightTest {

    private static final RecordId MINE = RecordId.of(new CaseId("KENT-1"));
    private static final RecordId HIDDEN = RecordId.of(new CaseId("ESSEX-1"));
    private static final Provenance KENT =
            new Provenance("handler", "test", new Sight(Set.of(new ForceCode("KENT")), Set.of()));

    private final List<@Nullable Long> decidedOn = new ArrayList<>();
    private StoredRecords stored;

    @BeforeEach
    void open(@TempDir Path directory) {
        stored = new StoredRecords(directory);
        stored.record(MINE, opened("KENT", null));
        stored.record(HIDDEN, opened("ESSEX", null));
    }

    @AfterEach
    void close() {
        stored.close();
    }

    private static CaseOpened opened(String force, @Nullable Reference reference) {
        return new CaseOpened(
                day(1),
                new ForceCode(force),
                CaseKind.CONDUCT,
                CaseSource.POLICE,
                reference,
                null,
                null,
                null,
                null,
                null);
    }

    private static Entry entry(RecordId record, Fact fact) {
        return new Entry(EntryId.random(), record, fact);
    }

    private EntryLog log(ToLongFunction<LogEntries> aggregate) {
        var gateway = (CommandGateway) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CommandGateway.class}, (proxy, method, arguments) -> {
                    var command = (LogEntries) ((CommandMessage<?>) arguments[0]).getPayload();
                    decidedOn.add(command.expectedVersion());
                    return aggregate.applyAsLong(command);
                });
        return new EntryLog(
                gateway,
                stored.ledgers(),
                stored.log(),
                () -> LocalDate.of(2026, 1, 5),
                new CommandMeters(new SimpleMeterRegistry()));
    }

    private RefusedException refusal(EntryLog log, RecordId record, @Nullable Long expected, Entry... entries) {
        return catchThrowableOfType(RefusedException.class, () -> log.log(record, List.of(entries), expected, KENT));
    }

    private long recorded(LogEntries command) {
        stored.record(command.record(), command.entries());
        return 2;
    }

    @Test
    void whatIsSeenIsDecidedOnTheVersionSeen() {
        var receipt = log(this::recorded).log(MINE, List.of(entry(MINE, new CaseClosed(day(2), null))), null, KENT);

        assertThat(receipt.version()).isEqualTo(2);
        assertThat(receipt.recorded()).hasSize(1);
        assertThat(decidedOn).containsExactly(1L);
    }

    @Test
    void whatWasRecordedMeanwhileIsLookedAtAnew() {
        var log = log(command -> {
            if (decidedOn.size() < 10) {
                throw new RefusedException(new Refusal.VersionStale(2), 0);
            }
            return recorded(command);
        });

        assertThat(log.log(MINE, List.of(entry(MINE, new CaseClosed(day(2), null))), null, KENT)
                        .version())
                .isEqualTo(2);
        assertThat(decidedOn).hasSize(10);
    }

    @Test
    void afterTenAttemptsItIsRefused() {
        var log = log(command -> {
            throw new RefusedException(new Refusal.VersionStale(2), 0);
        });

        assertThat(refusal(log, MINE, null, entry(MINE, new CaseClosed(day(2), null)))
                        .refusal())
                .isEqualTo(new Refusal.ConcurrentChange());
        assertThat(decidedOn).hasSize(10);
    }

    @Test
    void aVersionThatTheCallerNamesIsTriedOnce() {
        var log = log(command -> {
            throw new RefusedException(new Refusal.VersionStale(2), 0);
        });

        assertThat(refusal(log, MINE, 7L, entry(MINE, new CaseClosed(day(2), null)))
                        .refusal())
                .isEqualTo(new Refusal.VersionStale(2));
        assertThat(decidedOn).containsExactly(7L);
    }

    @Test
    void anyOtherRefusalIsPassedOnAtOnce() {
        var log = log(command -> {
            throw new RefusedException(new Refusal.InTheFuture(day(3), day(2)), 0);
        });

        assertThat(refusal(log, MINE, null, entry(MINE, new CaseClosed(day(2), null)))
                        .refusal())
                .isEqualTo(new Refusal.InTheFuture(day(3), day(2)));
        assertThat(decidedOn).hasSize(1);
    }

    @Test
    void aCaseOfAnotherForceIsRefusedAtItsPlace() {
        var here = RecordId.of(new CaseId("KENT-2"));

        var refused = refusal(
                log(this::recorded), here, null, entry(here, opened("KENT", null)), entry(here, opened("ESSEX", null)));

        assertThat(refused.refusal().code()).isEqualTo("FORCE_NOT_YOURS");
        assertThat(refused.index()).isEqualTo(1);
        assertThat(decidedOn).isEmpty();
    }

    @Test
    void aHiddenCaseIsAsOneThatNeverWas() {
        var log = log(this::recorded);

        var closed = refusal(log, HIDDEN, null, entry(HIDDEN, new CaseClosed(day(2), null)));
        var never = RecordId.of(new CaseId("KENT-9"));
        var openedTwice =
                refusal(log, HIDDEN, null, entry(HIDDEN, opened("KENT", null)), entry(HIDDEN, opened("KENT", null)));

        assertThat(closed.refusal().code()).isEqualTo("CASE_NOT_OPENED");
        assertThat(closed.index()).isZero();
        assertThat(openedTwice.index()).isEqualTo(1);
        assertThat(refusal(log, HIDDEN, 5L, entry(HIDDEN, opened("KENT", null))).refusal())
                .isEqualTo(new Refusal.VersionStale(0));
        assertThat(refusal(log, HIDDEN, 0L, entry(HIDDEN, opened("KENT", null)))
                        .refusal()
                        .code())
                .isEqualTo("CASE_ID_NOT_AVAILABLE");
        assertThat(log.log(never, List.of(entry(never, opened("KENT", null))), null, KENT)
                        .recorded())
                .hasSize(1);
    }

    @Test
    void aReferenceThatIsTakenIsRefusedWhereItIsStated() {
        var here = RecordId.of(new CaseId("KENT-2"));
        var reference = new Reference("CO 12/19");
        var log = log(command -> {
            throw ClashException.referenceTaken(here, MINE, reference);
        });

        var refused = refusal(
                log,
                here,
                null,
                entry(here, new NoteAdded(day(1), new FreeText("first"), null)),
                entry(here, opened("KENT", reference)));

        assertThat(refused.refusal().code()).isEqualTo("REFERENCE_TAKEN");
        assertThat(refused.index()).isEqualTo(1);
    }
}
