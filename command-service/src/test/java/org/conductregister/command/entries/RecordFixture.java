package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.LaterFactImpossible;
import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.command.decisions.Rule;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.text.FreeText;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/**
 * Given facts, when an entry is logged, then it is recorded or refused. Days are counted from 2020-03-01, which is day 1;
 * today is day 31. The entries given are numbered from 1, and those logged then go on from there.
 *
 * @param <A> the aggregate
 */
public final class RecordFixture<A extends RecordAggregate<?>> {

    public static final int TODAY = 31;

    /** The rules that some test has shown to refuse something, over all tests of this run. */
    static final Set<Rule> SHOWN = EnumSet.noneOf(Rule.class);

    private final Class<A> aggregate;
    private final RecordId record;

    public RecordFixture(Class<A> aggregate, RecordId record) {
        this.aggregate = aggregate;
        this.record = record;
    }

    public static LocalDate day(int number) {
        return LocalDate.of(2020, 2, 29).plusDays(number);
    }

    public static EntryId entry(int number) {
        return new EntryId(new UUID(0x8000L, 1L << 63 | number));
    }

    public static EntryRetracted retracted(int entry) {
        return new EntryRetracted(day(TODAY), entry(entry), new FreeText("logged in error"), null);
    }

    public static EntryRedated redated(int entry, int newDay) {
        return new EntryRedated(day(TODAY), entry(entry), day(newDay), new FreeText("the day was wrong"), null);
    }

    public static EntryCorrected corrected(int entry, Fact fact) {
        return new EntryCorrected(day(TODAY), entry(entry), fact, new FreeText("logged in error"), null);
    }

    /** The identifier of the record. */
    public String id() {
        return record.id();
    }

    public Given given(Fact... facts) {
        return new Given(facts, null);
    }

    public Given givenNothing() {
        return given();
    }

    /** The entries recorded before. */
    public final class Given {

        private final Fact[] facts;
        private final @Nullable Long expectedVersion;

        private Given(Fact[] facts, @Nullable Long expectedVersion) {
            this.facts = facts;
            this.expectedVersion = expectedVersion;
        }

        /** The next are logged by somebody who decided on the record when it had so many entries. */
        public Given butSeenAt(long version) {
            return new Given(facts, version);
        }

        /** All at once: all or nothing. */
        public Then when(Fact... logged) {
            var entries = IntStream.range(0, logged.length)
                    .mapToObj(i -> new Entry(entry(facts.length + i + 1), record, logged[i]))
                    .toList();
            return log(entries);
        }

        /** Under the identifier of the entry given so numbered. */
        public Then whenUnderIdOf(int entry, Fact logged) {
            return log(List.of(new Entry(entry(entry), record, logged)));
        }

        /** A note or correction under such an identifier that states no day. */
        public Then whenWithoutDayUnderIdOf(int entry, Fact logged) {
            return log(List.of(new Entry(entry(entry), record, logged, true)));
        }

        private Then log(List<Entry> entries) {
            var fixture = new AggregateTestFixture<>(aggregate);
            Today today = () -> day(TODAY);
            fixture.registerInjectableResource(today);
            // A ledger folds when it is asked, so one just loaded may differ inside; LedgerProperties compares them
            fixture.setReportIllegalStateChange(false);
            TestExecutor<A> given = facts.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(recorded());
            return new Then(given.when(LogEntries.on(record, entries, expectedVersion)), entries, facts.length);
        }

        private List<EventMessage<?>> recorded() {
            var events = new ArrayList<EventMessage<?>>();
            for (int i = 0; i < facts.length; i++) {
                MetaData identity = EntryIdentity.of(entry(i + 1));
                events.add(new GenericEventMessage<>(facts[i], identity));
            }
            return events;
        }
    }

    /** The outcome to be checked. */
    public final class Then {

        private final ResultValidator<A> result;
        private final List<Entry> logged;
        private final int before;

        private Then(ResultValidator<A> result, List<Entry> logged, int before) {
            this.result = result;
            this.logged = logged;
            this.before = before;
        }

        public void recorded() {
            result.expectSuccessfulHandlerExecution()
                    .expectEvents(logged.stream().map(Entry::fact).toArray())
                    .expectResultMessagePayload((long) before + logged.size());
        }

        public void recordedOnlyOnce() {
            result.expectSuccessfulHandlerExecution().expectNoEvents().expectResultMessagePayload((long) before);
        }

        public void refused(Rule rule) {
            refused(new RuleBroken(rule));
            SHOWN.add(rule);
        }

        /** Because the entry given so numbered could not be where it is, or would be. */
        public void refusedForTheSakeOf(int entry, Class<? extends Fact> type, int day, Rule because) {
            var name = FactType.named(type.getSimpleName()).orElseThrow();
            refused(new LaterFactImpossible(name, day(day), entry(entry), because));
        }

        public void refused(Refusal refusal) {
            refused(refusal, 0);
        }

        public void refused(Refusal refusal, int index) {
            result.expectNoEvents().expectException(new CustomTypeSafeMatcher<RefusedException>(refusal.toString()) {
                @Override
                protected boolean matchesSafely(RefusedException e) {
                    assertThat(e.refusal()).isEqualTo(refusal);
                    assertThat(e.index()).isEqualTo(index);
                    return true;
                }
            });
            assertThat(refusal.sentence()).endsWith(".");
        }
    }
}
