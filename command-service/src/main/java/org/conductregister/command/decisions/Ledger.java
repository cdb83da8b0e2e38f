package org.conductregister.command.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conductregister.command.decisions.Decision.Accepted;
import org.conductregister.command.decisions.Decision.Refused;
import org.conductregister.command.decisions.Decision.Repeated;
import org.conductregister.entries.DuplicateMarkings;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.DuplicateMarking;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.PersonalDataFact;
import org.conductregister.facts.PersonalDataFact.LegalHoldPlaced;
import org.conductregister.facts.PersonalDataFact.LegalHoldReleased;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one record, and the decision on one more. A record must make sense in order of the day, not in the
 * order recorded: a new entry is put where its day belongs, and the sequence is checked again. An entry that is last in
 * both orders, as nearly every entry is, costs a single check.
 *
 * <p>A fact that was accepted is never checked against a rule of its own again: only a fact that becomes impossible
 * <em>because of</em> the new entry refuses it. So a rule that a later version adds cannot freeze an old record.
 *
 * @param <S> the state folded to
 */
public final class Ledger<S> {

    private final Rules<S> rules;
    private final List<Logged> entries = new ArrayList<>();
    private final Map<EntryId, Fact> byId = new HashMap<>();
    private S head;
    private LocalDate lastDay = LocalDate.MIN;
    private boolean outOfDate;

    /** Whether it was marked a duplicate at some time; few are. */
    private boolean marked;

    public Ledger(Rules<S> rules) {
        this.rules = rules;
        this.head = rules.initial();
    }

    /** The state with all that is recorded. */
    public S head() {
        fold();
        return head;
    }

    /** Counts the entries recorded. */
    public long version() {
        return entries.size();
    }

    /** The entries in the order recorded. */
    public List<Logged> entries() {
        return List.copyOf(entries);
    }

    /** Whether an entry of this identifier is recorded here. */
    public boolean has(EntryId entryId) {
        return byId.containsKey(entryId);
    }

    /** Takes in what was recorded. */
    public void record(EntryId entryId, Fact fact) {
        entries.add(new Logged(entryId, fact));
        byId.put(entryId, fact);
        marked |= fact instanceof DuplicateMarking;
        if (fact instanceof PersonalDataFact) {
            return;
        }
        if (!outOfDate && comesLast(fact)) {
            head = rules.evolve(head, fact.occurredOn(), fact);
            lastDay = fact.occurredOn();
        } else {
            outOfDate = true;
        }
    }

    /**
     * The decision on an entry: accepted, refused, or found to have been recorded before.
     *
     * @param today in Europe/London; nothing later than it has happened
     */
    public Decision decide(Entry entry, LocalDate today) {
        var recorded = recorded(entry);
        return recorded != null
                ? recorded
                : refusal(entry, today).<Decision>map(Refused::new).orElseGet(Accepted::new);
    }

    /**
     * The decisions on several entries that are recorded together or not at all, in their order: one {@link Refused} refuses
     * all. They are judged by what they leave: the rules are checked once, on the whole sequence in order of the day with all of
     * them in it. So what one of them makes impossible another may put right, and the order in which they come matters only
     * on one day. Costs one fold of the record.
     *
     * @param today in Europe/London; nothing later than it has happened
     */
    public List<Decision> decide(List<Entry> together, LocalDate today) {
        if (together.size() == 1) {
            return List.of(decide(together.getFirst(), today));
        }
        return new Together(together, today).decisions();
    }

    /** Entries that are judged by what they leave. They are walked once, whether the first fault is asked for or all. */
    private final class Together {

        private final List<Entry> sent;
        private final LocalDate today;
        private final Ledger<S> with = new Ledger<>(rules);

        /** The place, among those sent, of each entry that is new, by itself or by the entry that it corrects. */
        private final Map<EntryId, Integer> placed = new HashMap<>();

        private int outOfOrder = -1;

        Together(List<Entry> sent, LocalDate today) {
            this.sent = sent;
            this.today = today;
            entries.forEach(entry -> with.record(entry.entryId(), entry.fact()));
        }

        /** The decisions up to the first refusal. */
        List<Decision> decisions() {
            var decisions = new ArrayList<Decision>(sent.size());
            for (int place = 0; place < sent.size(); place++) {
                decisions.add(alone(place));
                if (decisions.getLast() instanceof Refused) {
                    return decisions;
                }
            }
            findImpossible((place, refusal) -> {
                decisions.set(place < 0 ? Math.max(outOfOrder, 0) : place, new Refused(refusal));
                return false;
            });
            return decisions;
        }

        /** All refusals. */
        List<RefusedTogether> refusals() {
            var refusals = new ArrayList<RefusedTogether>(0);
            for (int place = 0; place < sent.size(); place++) {
                if (alone(place) instanceof Refused(Refusal refusal)) {
                    refusals.add(new RefusedTogether(place, refusal));
                }
            }
            if (refusals.isEmpty()) {
                findImpossible((place, refusal) -> refusals.add(new RefusedTogether(place, refusal)));
            }
            return refusals;
        }

        /** Decides by all but the order of the day, and takes in what may be logged. */
        private Decision alone(int place) {
            var entry = sent.get(place);
            var recorded = with.recorded(entry);
            if (recorded != null) {
                return recorded;
            }
            var refusal = with.wrongByItself(entry, today);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            if (outOfOrder < 0 && !with.comesLast(entry.fact())) {
                outOfOrder = place;
            }
            placed.put(placed(entry), place);
            with.record(entry.entryId(), entry.fact());
            return new Accepted();
        }

        private void findImpossible(Found found) {
            if (placed.isEmpty()) {
                return;
            }
            var before = impossible();
            check(new History(with.entries), (impossible, rule) -> {
                if (before.contains(impossible.entryId())) {
                    return true;
                }
                var place = placed.get(impossible.entryId());
                return place == null
                        ? found.goOn(-1, later(impossible, rule))
                        : found.goOn(place, with.refused(rule, impossible.fact()));
            });
        }
    }

    /** Takes the refusals of entries that are judged together, in order of the day. */
    private interface Found {

        /**
         * Takes one, and says whether to go on.
         *
         * @param place of the entry at fault among those sent; -1 where they make a recorded entry impossible
         */
        boolean goOn(int place, Refusal refusal);
    }

    /** Returns the decision on an entry whose identifier is recorded here already; null where it is not. */
    public @Nullable Decision recorded(Entry entry) {
        var recorded = byId.get(entry.entryId());
        if (recorded == null) {
            return null;
        }
        return entry.says(recorded) ? new Repeated() : new Refused(new Refusal.EntryIdTaken(entry.entryId()));
    }

    /** Why the fact may not be logged next, whatever its identity; empty where it may. */
    public Optional<Refusal> refusal(Entry entry, LocalDate today) {
        fold();
        var fact = entry.fact();
        var wrong = wrongByItself(entry, today);
        if (wrong.isPresent()) {
            return wrong;
        }
        return comesLast(fact)
                ? rules.broken(head, fact.occurredOn(), fact).map(rule -> refused(rule, fact))
                : outOfOrder(entry);
    }

    /** Why an entry may not be logged next, whatever its place in order of the day. */
    private Optional<Refusal> wrongByItself(Entry entry, LocalDate today) {
        var fact = entry.fact();
        var latest = latestDay(fact);
        if (latest.isAfter(today)) {
            return Optional.of(new Refusal.InTheFuture(latest, today));
        }
        if (fact instanceof Correction correction) {
            return Optional.ofNullable(broken(entry.record(), correction)).map(Refusal.RuleBroken::new);
        }
        if (fact instanceof PersonalDataFact personal) {
            return broken(personal).map(Refusal.RuleBroken::new);
        }
        return marked && rules.closedByMarking() ? markedDuplicate() : Optional.empty();
    }

    private Optional<Refusal> markedDuplicate() {
        return Optional.ofNullable(new History(entries).markedDuplicate())
                .map(marking -> new Refusal.MarkedDuplicate(DuplicateMarkings.original(marking)));
    }

    /**
     * The refusal of one of several entries.
     *
     * @param index of the entry at fault among those to be logged, from 0; -1 where each may be logged, and what all of them
     *     leave makes another entry impossible
     */
    public record RefusedTogether(int index, Refusal refusal) {}

    /**
     * Why several entries may not be logged together next, whatever their identities: they are judged by what all of them
     * leave. Empty where they may.
     */
    public List<RefusedTogether> refusalsOfAll(List<Entry> added, LocalDate today) {
        return new Together(added, today).refusals();
    }

    private S folded(History history) {
        var state = rules.initial();
        for (var entry : history.inEffect()) {
            state = rules.evolve(state, entry.day(), entry.fact());
        }
        return state;
    }

    private static LocalDate latestDay(Fact fact) {
        return fact instanceof Correction correction ? latestDay(correction) : fact.occurredOn();
    }

    private static LocalDate latestDay(Correction correction) {
        var states = switch (correction) {
            case EntryRedated f -> f.newOccurredOn();
            case EntryCorrected f -> f.fact().occurredOn();
            case EntryRetracted f -> f.occurredOn();
            case DuplicateMarking f -> f.occurredOn();
        };
        return states.isAfter(correction.occurredOn()) ? states : correction.occurredOn();
    }

    private boolean comesLast(Fact fact) {
        fold();
        return !(fact instanceof Correction)
                && !(fact instanceof PersonalDataFact)
                && !fact.occurredOn().isBefore(lastDay);
    }

    private Optional<Rule> broken(PersonalDataFact fact) {
        boolean held = new History(entries).legalHold() != null;
        return switch (fact) {
            case LegalHoldPlaced f -> held ? Optional.of(Rule.LEGAL_HOLD_ALREADY) : Optional.empty();
            case LegalHoldReleased f -> held ? Optional.empty() : Optional.of(Rule.LEGAL_HOLD_NONE);
            case PersonalDataErased f -> held ? Optional.of(Rule.LEGAL_HOLD) : rules.notErasable(head());
        };
    }

    private @Nullable Rule broken(RecordId record, Correction correction) {
        return switch (correction) {
            case OfAnEntry f -> broken(f);
            case DuplicateMarking f -> broken(record, DuplicateMarkings.original(f));
        };
    }

    private @Nullable Rule broken(OfAnEntry correction) {
        var wrong = byId.get(correction.corrects());
        if (wrong == null) {
            return Rule.ENTRY_UNKNOWN;
        }
        if (wrong instanceof PersonalDataFact) {
            return Rule.PERSONAL_DATA_FACT_NOT_CORRECTABLE;
        }
        if (new History(entries).struckBy(correction.corrects()) != null) {
            return Rule.ENTRY_ALREADY_RETRACTED;
        }
        return switch (correction) {
            case EntryRetracted f -> null;
            case EntryRedated f -> wrong instanceof Correction ? Rule.CORRECTION_NOT_REDATABLE : null;
            case EntryCorrected f -> notCorrectable(wrong, f);
        };
    }

    private static @Nullable Rule notCorrectable(Fact wrong, EntryCorrected by) {
        if (wrong instanceof Correction) {
            return Rule.CORRECTION_NOT_CORRECTABLE;
        }
        return wrong.getClass() == by.fact().getClass() ? null : Rule.CORRECTED_TO_ANOTHER_KIND;
    }

    private @Nullable Rule broken(RecordId record, RecordId duplicateOf) {
        if (record.equals(duplicateOf)) {
            return Rule.DUPLICATE_OF_ITSELF;
        }
        return new History(entries).markedDuplicate() == null
                ? rules.notMarkable(head()).orElse(null)
                : Rule.ALREADY_MARKED_DUPLICATE;
    }

    /** Returns the entries that are recorded though a rule forbids them: an earlier version accepted them. */
    private Set<EntryId> impossible() {
        var found = new HashSet<EntryId>();
        check(new History(entries), (impossible, rule) -> {
            found.add(impossible.entryId());
            return true;
        });
        return found;
    }

    private Optional<Refusal> outOfOrder(Entry entry) {
        var before = impossible();
        var with = new ArrayList<>(entries);
        with.add(new Logged(entry.entryId(), entry.fact()));
        return firstNewlyImpossible(new History(with), before, placed(entry));
    }

    /** The entry that gets a place in the sequence: the new one itself, or the one that it re-dates or corrects. */
    private static EntryId placed(Entry entry) {
        return entry.fact() instanceof Correction correction ? placed(entry, correction) : entry.entryId();
    }

    private static EntryId placed(Entry entry, Correction correction) {
        return switch (correction) {
            case EntryRedated f -> f.redates();
            case EntryCorrected f -> f.corrects();
            case EntryRetracted f -> entry.entryId();
            case DuplicateMarking f -> entry.entryId();
        };
    }

    private Optional<Refusal> firstNewlyImpossible(History history, Set<EntryId> before, EntryId placed) {
        var found = new ArrayList<Refusal>(1);
        check(history, (impossible, rule) -> {
            if (!before.contains(impossible.entryId())) {
                found.add(
                        impossible.entryId().equals(placed)
                                ? refused(rule, impossible.fact())
                                : later(impossible, rule));
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private static Refusal later(InEffect impossible, Rule rule) {
        var type = FactType.of(impossible.fact());
        return new Refusal.LaterFactImpossible(type, impossible.day(), impossible.entryId(), rule);
    }

    private void check(History history, Impossible impossible) {
        var state = rules.initial();
        for (var entry : history.inEffect()) {
            var rule = rules.broken(state, entry.day(), entry.fact());
            if (rule.isPresent() && !impossible.goOn(entry, rule.get())) {
                return;
            }
            state = rules.evolve(state, entry.day(), entry.fact());
        }
    }

    private Refusal refused(Rule rule, Fact fact) {
        return new Refusal.RuleBroken(rules.explain(rule, head(), unretracted(), fact));
    }

    private S unretracted() {
        return folded(new History(entries.stream()
                .filter(entry -> !(entry.fact() instanceof EntryRetracted))
                .toList()));
    }

    /** Only when asked for: a record of many late entries or corrections is read in one fold, not one for each. */
    private void fold() {
        if (!outOfDate) {
            return;
        }
        outOfDate = false;
        head = rules.initial();
        lastDay = LocalDate.MIN;
        for (var entry : new History(entries).inEffect()) {
            head = rules.evolve(head, entry.day(), entry.fact());
            lastDay = entry.day();
        }
    }

    private interface Impossible {
        boolean goOn(InEffect entry, Rule rule);
    }
}
