package org.conductregister.command.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.entries.RecordFixture.TODAY;
import static org.conductregister.command.entries.RecordFixture.day;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.conductregister.command.decisions.Decision.Accepted;
import org.conductregister.entries.Entry;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.text.FreeText;

/**
 * Properties that hold whatever is offered to a record: facts in order and out of it, retractions and re-datings of
 * anything, of one another too. Each kind of record has these properties.
 *
 * @param <S> the state folded to
 */
public abstract class LedgerProperties<S> {

    private static final FreeText REASON = new FreeText("logged in error");

    protected abstract RecordId record();

    protected abstract Ledger<S> emptyLedger();

    protected abstract S foldedFromScratch(List<InEffect> inOrder);

    protected abstract RecordOracle emptySlowRecord();

    /** How such a record usually begins; not all of them do. */
    protected abstract List<Fact> usualBeginning();

    /** Facts of this kind of record, on days 1 to 9. */
    protected abstract Arbitrary<Fact> someFacts();

    /** Something to be logged. Which entry a correction names is taken modulo the number recorded by then. */
    sealed interface Offer {

        record Log(Fact fact) implements Offer {}

        record Retract(int entry) implements Offer {}

        record Redate(int entry, int newDay) implements Offer {}

        /** A correction of the entry, or of the first after it that is of the kind of the fact, if there is any. */
        record Correct(int entry, Fact fact) implements Offer {}
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return someFacts().list().ofSize(8);
    }

    @Provide
    Arbitrary<List<Offer>> offers() {
        var entries = Arbitraries.integers().between(0, 30);
        Arbitrary<Offer> logged = someFacts().map(Offer.Log::new);
        Arbitrary<Offer> retracted = entries.map(Offer.Retract::new);
        Arbitrary<Offer> redated = Combinators.combine(
                        entries, Arbitraries.integers().between(1, TODAY + 1))
                .as(Offer.Redate::new);
        Arbitrary<Offer> corrected = Combinators.combine(entries, someFacts()).as(Offer.Correct::new);
        var any = Arbitraries.frequencyOf(
                        Tuple.of(8, logged), Tuple.of(1, retracted), Tuple.of(1, redated), Tuple.of(2, corrected))
                .list()
                .ofMinSize(5)
                .ofMaxSize(50);
        return Combinators.combine(Arbitraries.of(true, true, true, false), any)
                .as((usual, offers) -> usual ? begun(offers) : offers);
    }

    private List<Offer> begun(List<Offer> offers) {
        Stream<Offer> beginning = usualBeginning().stream().map(Offer.Log::new);
        return Stream.concat(beginning, offers.stream()).toList();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theStateKeptIsTheStateFoldedFromScratch(@ForAll("offers") List<Offer> offers) {
        var ledger = emptyLedger();
        for (var offer : offers) {
            take(ledger, offer);

            assertThat(ledger.head()).isEqualTo(foldedFromScratch(new History(ledger.entries()).inEffect()));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(onFailureOnly = true)
    void aSlowDecisionWrittenSeparatelyIsTheSame(@ForAll("offers") List<Offer> offers) {
        var ledger = emptyLedger();
        var slow = emptySlowRecord();
        for (var offer : offers) {
            var entry = entry(offer, ledger);
            boolean expected = slow.accepts(entry, day(TODAY));
            var refusal = ledger.refusal(entry, day(TODAY));
            Statistics.label("accepted").collect(expected);

            assertThat(refusal.isEmpty()).as("%s: %s", offer, refusal).isEqualTo(expected);
            if (expected) {
                ledger.record(entry.entryId(), entry.fact());
                slow.record(entry);
            }
        }
        Statistics.label("accepted").coverage(checker -> checker.check(true).percentage(p -> p > 15));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void decisionsDependOnWhatIsRecordedAlone(
            @ForAll("offers") List<Offer> offers, @ForAll("offers") List<Offer> more) {
        var lived = taken(offers);
        var loaded = emptyLedger();
        lived.entries().forEach(entry -> loaded.record(entry.entryId(), entry.fact()));

        for (var offer : more) {
            var entry = entry(offer, lived);
            assertThat(loaded.refusal(entry, day(TODAY))).isEqualTo(lived.refusal(entry, day(TODAY)));
        }
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void factsOfTwoDaysMayArriveInEitherOrder(
            @ForAll("offers") List<Offer> offers,
            @ForAll("facts") List<Fact> some,
            @ForAll("facts") List<Fact> others) {
        for (var one : some) {
            for (var other : others) {
                if (!one.occurredOn().equals(other.occurredOn())) {
                    compareBothOrders(offers, one, other);
                }
            }
        }
    }

    private void compareBothOrders(List<Offer> offers, Fact one, Fact other) {
        var thisWay = taken(offers);
        var thatWay = taken(offers);
        if (log(one, thisWay) && log(other, thisWay) && log(other, thatWay) && log(one, thatWay)) {
            assertThat(thisWay.head()).isEqualTo(thatWay.head());
        }
    }

    private boolean log(Fact fact, Ledger<S> ledger) {
        return take(ledger, new Offer.Log(fact));
    }

    private Ledger<S> taken(List<Offer> offers) {
        var ledger = emptyLedger();
        offers.forEach(offer -> take(ledger, offer));
        return ledger;
    }

    private boolean take(Ledger<S> ledger, Offer offer) {
        var entry = entry(offer, ledger);
        boolean accepted = ledger.decide(entry, day(TODAY)) instanceof Accepted;
        if (accepted) {
            ledger.record(entry.entryId(), entry.fact());
        }
        return accepted;
    }

    private Entry entry(Offer offer, Ledger<S> ledger) {
        var fact = switch (offer) {
            case Offer.Log log -> log.fact();
            case Offer.Retract retract ->
                new EntryRetracted(day(TODAY), recorded(retract.entry(), ledger), REASON, null);
            case Offer.Redate redate ->
                new EntryRedated(day(TODAY), recorded(redate.entry(), ledger), day(redate.newDay()), REASON, null);
            case Offer.Correct correct ->
                new EntryCorrected(day(TODAY), alike(correct, ledger), correct.fact(), REASON, null);
        };
        return new Entry(EntryId.random(), record(), fact);
    }

    private EntryId alike(Offer.Correct correct, Ledger<S> ledger) {
        int size = ledger.entries().size();
        for (int i = 0; i < size; i++) {
            var entry = ledger.entries().get((correct.entry() + i) % size);
            if (entry.fact().getClass() == correct.fact().getClass()) {
                return entry.entryId();
            }
        }
        return recorded(correct.entry(), ledger);
    }

    private EntryId recorded(int entry, Ledger<S> ledger) {
        int size = ledger.entries().size();
        return size == 0 ? EntryId.random() : ledger.entries().get(entry % size).entryId();
    }
}
