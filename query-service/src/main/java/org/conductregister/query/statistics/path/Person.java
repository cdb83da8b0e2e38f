package org.conductregister.query.statistics.path;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.statistics.dimension.Standing;
import org.conductregister.query.statistics.history.IntList;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.query.statistics.history.RecordHistory.Link;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * A person named by facts of their own or by the facts of cases, and how they stand from day to day: their employment as
 * their own facts have it, and the dismissals that cases have ordered against them.
 *
 * <p>A person may have several numbers, each with a record of its own. While a number is marked a duplicate of another, all
 * that is recorded under it is the person's who is known as the other: {@link #knownAs()} finds them.
 */
final class Person implements FoldedRecord {

    /** Finds persons in memory. */
    interface Lookup {

        /** The person whose record has this number, restored into memory where they are not there. */
        Person person(int number);
    }

    private final RecordHistory history;
    private final RecordLookup records;
    private final Lookup persons;
    private final int number;
    private final Timeline<OfficerState> own;
    private final IntList cases = new IntList();

    /** By the number of the case that ordered them: the days of those in force, step by step; empty once taken back. */
    private final Map<Integer, List<Step<List<LocalDate>>>> dismissals = new LinkedHashMap<>(0);

    /** The numbers of the records that were at some time marked as duplicates of this one. */
    private final IntList duplicates = new IntList();

    /** The number of the record that this one is a duplicate of; its own while it is none. */
    private int knownAs;

    /** How the person stands who is known by this number; not kept up while that is another, and null until asked for. */
    private @Nullable List<Step<Standing>> standing;

    /** @param persons those who have, or once had, one of several numbers */
    Person(RecordHistory history, RecordLookup records, Lookup persons) {
        this.history = history;
        this.records = records;
        this.persons = persons;
        this.number = records.points().person(history.id());
        this.own = new Timeline<>(Timeline.Fold.OF_OFFICERS, history);
        var entries = restore();
        own.restore(entries);
        this.knownAs = duplicateOf(entries);
    }

    private int duplicateOf(List<Logged> entries) {
        boolean corrected = entries.stream().anyMatch(entry -> entry.fact() instanceof OfficerMarkedDuplicate);
        return corrected && new History(entries).markedDuplicate() instanceof OfficerMarkedDuplicate marked
                ? records.numberOf(marked.duplicateOf())
                : history.record();
    }

    private List<Logged> restore() {
        var officer = new OfficerId(history.id());
        var entries = new ArrayList<Logged>();
        history.read(new RecordHistory.Reader() {
            @Override
            public void entry(Logged entry, long order) {
                entries.add(entry);
            }

            @Override
            public void link(Link link, int record) {
                switch (link) {
                    case ACCUSES -> cases.add(record);
                    case HAS_DISMISSED ->
                        dismissals.put(record, Dismissals.orderedBy(records.historyOf(record), officer));
                    case DUPLICATED_BY -> duplicates.add(record);
                }
            }
        });
        return entries;
    }

    /** The person's number in the points. */
    int number() {
        return number;
    }

    @Override
    public RecordHistory history() {
        return history;
    }

    @Override
    public void apply(EntryId entryId, Fact fact) {
        knownAs();
        if (fact instanceof OfficerMarkedDuplicate marked) {
            persons.person(records.numberOf(marked.duplicateOf())).linkToDuplicate(this);
        } else if (fact instanceof Correction) {
            restoreAllEverKnownAs();
        }
        own.add(entryId, fact);
        var change = new StandingChange(records);
        if (fact instanceof Correction && duplicateOf(history.entries()) != knownAs) {
            change.rename(this, duplicateOf(history.entries()));
        } else {
            change.add(knownAs());
        }
        change.apply();
    }

    /** Every person whom this record was ever said to be a duplicate of. */
    private void restoreAllEverKnownAs() {
        for (var entry : history.entries()) {
            if (entry.fact() instanceof OfficerMarkedDuplicate marked) {
                persons.person(records.numberOf(marked.duplicateOf())).standing();
            }
        }
    }

    /** The person whom this number is of, and how they stand: this one, or the one whose duplicate it is. */
    Person knownAs() {
        var person = knownAs == history.record() ? this : persons.person(knownAs);
        person.standing();
        return person;
    }

    /** Found out when it is first asked for: two records that were duplicates of each other in turn need each other for it. */
    private List<Step<Standing>> standing() {
        var known = standing;
        if (known == null) {
            known = standingByFacts();
            standing = known;
        }
        return known;
    }

    private void linkToDuplicate(Person duplicate) {
        standing();
        int number = duplicate.history.record();
        if (!duplicates.contains(number)) {
            duplicates.add(number);
            history.add(Link.DUPLICATED_BY, number);
        }
    }

    /** This record, and those that are duplicates of it now. */
    private List<Person> allOfThem() {
        var all = new ArrayList<Person>(1);
        all.add(this);
        duplicates.forEach(number -> {
            var duplicate = persons.person(number);
            if (duplicate != this && duplicate.knownAs == history.record()) {
                all.add(duplicate);
            }
        });
        return all;
    }

    /**
     * Links the person to a case of which a fact names them.
     *
     * @param caseNumber of a case they were not linked to before
     */
    void linkTo(int caseNumber) {
        cases.add(caseNumber);
        history.add(Link.ACCUSES, caseNumber);
    }

    /** The numbers of the cases of which some fact names this person, by whatever number; some perhaps twice. */
    void forEachCase(IntConsumer action) {
        allOfThem().forEach(each -> each.cases.forEach(action));
    }

    /** How the person stands at the end of a day: {@link Standing#UNKNOWN} before anything is known of them. */
    Standing standingAt(int day) {
        var then = Step.at(standing(), day);
        return then == null ? Standing.UNKNOWN : then;
    }

    /** The next day after this one on which the person stands differently, or {@link Step#NEVER}. */
    int nextChangeAfter(int day) {
        return Step.nextAfter(standing(), day);
    }

    /**
     * Records the dismissals that a case has ordered against this person. How they stand stays as it was until a
     * {@link StandingChange} is applied.
     *
     * @param inForce the days on which those in force were notified, step by step
     */
    void recordDismissals(int caseNumber, List<Step<List<LocalDate>>> inForce) {
        if (dismissals.put(caseNumber, inForce) == null) {
            history.add(Link.HAS_DISMISSED, caseNumber);
        }
    }

    private List<Step<Standing>> standingByFacts() {
        var all = allOfThem();
        var ownSteps = all.size() == 1 ? own.from(Step.BEGINNING) : together(all);
        var ordered = new ArrayList<List<Step<List<LocalDate>>>>(0);
        all.forEach(each -> ordered.addAll(each.dismissals.values()));
        var days = new TreeSet<Integer>();
        ownSteps.forEach(step -> days.add(step.day()));
        ordered.forEach(steps -> steps.forEach(step -> days.add(step.day())));
        var steps = new ArrayList<Step<Standing>>(days.size());
        for (int day : days) {
            var state = Step.at(ownSteps, day);
            var stands = standing(state == null ? OfficerState.NEW : state, inForce(ordered, day));
            if (steps.isEmpty() || !steps.getLast().state().equals(stands)) {
                steps.add(new Step<>(day, stands));
            }
        }
        return List.copyOf(steps);
    }

    private static Standing standing(OfficerState own, List<LocalDate> dismissals) {
        return Standing.of(own, Employment.of(own, dismissals));
    }

    /** The states that the facts of several records fold to, in the order recorded whichever they are on. */
    private static List<Step<OfficerState>> together(List<Person> all) {
        var entries = new TreeMap<Long, Logged>();
        for (var each : all) {
            each.history.read((entry, order) -> entries.put(order, entry));
        }
        return Timeline.Fold.OF_OFFICERS.all(List.copyOf(entries.values()));
    }

    private static List<LocalDate> inForce(List<List<Step<List<LocalDate>>>> dismissals, int day) {
        var inForce = new ArrayList<LocalDate>();
        for (var steps : dismissals) {
            var then = Step.at(steps, day);
            if (then != null) {
                inForce.addAll(then);
            }
        }
        return inForce;
    }

    /**
     * A change of how some persons stand, and the cases whose paths change with it. The paths of a case can only be compared
     * with what they were while everything they depend on is still as it was, so the order matters: first every case is
     * prepared, then the persons stand as their facts and dismissals now have it, then the cases are traced again.
     * {@link #apply} is the only way to do any of it. Not thread-safe; used once.
     */
    static final class StandingChange {

        private final RecordLookup records;

        private final Map<Person, NewStanding> changes = new LinkedHashMap<>();

        /** By person, the number that they are to be known as. */
        private final Map<Person, Integer> renamed = new LinkedHashMap<>(0);

        /** How a person is to stand, and the first day on which that differs from how they stand. */
        private record NewStanding(int firstDay, List<Step<Standing>> standing) {}

        StandingChange(RecordLookup records) {
            this.records = records;
        }

        /** Adds a person, where what is recorded of them now makes them stand differently on some day. */
        void add(Person person) {
            var standing = person.standingByFacts();
            int firstDay = Step.firstDifference(person.standing(), standing);
            if (firstDay != Step.NEVER) {
                changes.put(person, new NewStanding(firstDay, standing));
            }
        }

        /** Adds what follows from it that a number is to be known as another, or no longer is. */
        void rename(Person number, int knownAs) {
            int before = number.knownAs;
            var known = number.knownAs();
            number.knownAs = knownAs;
            add(known);
            add(number.knownAs());
            number.knownAs = before;
            renamed.put(number, knownAs);
        }

        /** Makes the change, where every case concerned is traced by it. */
        void apply() {
            applyFor(null, () -> {});
        }

        /**
         * Makes the change.
         *
         * @param traceCause traces the case that brought the change about; runs once the persons stand as they now do, and
         *     before any other case is traced
         */
        void apply(RetraceableCase cause, Runnable traceCause) {
            applyFor(cause, traceCause);
        }

        private void applyFor(@Nullable RetraceableCase cause, Runnable traceCause) {
            var retraces = prepare(cause);
            renamed.forEach((person, knownAs) -> person.knownAs = knownAs);
            changes.forEach((person, change) -> person.standing = change.standing());
            traceCause.run();
            retraces.forEach(Runnable::run);
        }

        private List<Runnable> prepare(@Nullable RetraceableCase cause) {
            var from = new LinkedHashMap<RetraceableCase, Integer>();
            changes.forEach((person, change) -> person.forEachCase(number -> {
                var record = records.caseOf(number);
                if (record != cause) {
                    from.merge(record, change.firstDay(), Math::min);
                }
            }));
            renamed.keySet()
                    .forEach(person -> person.cases.forEach(number -> {
                        from.merge(records.caseOf(number), Step.BEGINNING, Math::min);
                    }));
            var retraces = new ArrayList<Runnable>(from.size());
            from.forEach((record, day) -> retraces.add(record.prepareFrom(day)));
            return retraces;
        }
    }
}
