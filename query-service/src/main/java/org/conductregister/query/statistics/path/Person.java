package org.conductregister.query.statistics.path;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.statistics.dimension.Standing;
import org.conductregister.query.statistics.history.IntList;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.query.statistics.history.RecordHistory.Link;
import org.conductregister.terms.OfficerId;
import org.jspecify.annotations.Nullable;

/**
 * A person named by facts of their own or by the facts of cases, and how they stand from day to day: their employment as
 * their own facts have it, and the dismissals that cases have ordered against them.
 */
final class Person implements FoldedRecord {

    private final RecordHistory history;
    private final RecordLookup records;
    private final int number;
    private final Timeline<OfficerState> own;
    private final IntList cases = new IntList();

    /** By the number of the case that ordered them: the days of those in force, step by step; empty once taken back. */
    private final Map<Integer, List<Step<List<LocalDate>>>> dismissals = new LinkedHashMap<>(0);

    private List<Step<Standing>> standing;

    Person(RecordHistory history, RecordLookup records) {
        this.history = history;
        this.records = records;
        this.number = records.points().person(history.id());
        this.own = new Timeline<>(Timeline.Fold.OF_OFFICERS, history);
        own.restore(restore());
        this.standing = standingByFacts();
    }

    private List<Logged> restore() {
        var officer = new OfficerId(history.id());
        var entries = new ArrayList<Logged>();
        history.read(new RecordHistory.Reader() {
            @Override
            public void entry(Logged entry) {
                entries.add(entry);
            }

            @Override
            public void link(Link link, int record) {
                switch (link) {
                    case ACCUSES -> cases.add(record);
                    case HAS_DISMISSED ->
                        dismissals.put(record, Dismissals.orderedBy(records.historyOf(record), officer));
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
        own.add(entryId, fact);
        var change = new StandingChange(records);
        change.add(this);
        change.apply();
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

    /** The numbers of the cases of which some fact names this person, in the order linked. */
    void forEachCase(IntConsumer action) {
        cases.forEach(action);
    }

    /** How the person stands at the end of a day: {@link Standing#UNKNOWN} before anything is known of them. */
    Standing standingAt(int day) {
        var then = Step.at(standing, day);
        return then == null ? Standing.UNKNOWN : then;
    }

    /** The next day after this one on which the person stands differently, or {@link Step#NEVER}. */
    int nextChangeAfter(int day) {
        return Step.nextAfter(standing, day);
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
        var ownSteps = own.from(Step.BEGINNING);
        var days = new TreeSet<Integer>();
        ownSteps.forEach(step -> days.add(step.day()));
        dismissals.values().forEach(steps -> steps.forEach(step -> days.add(step.day())));
        var steps = new ArrayList<Step<Standing>>(days.size());
        for (int day : days) {
            var state = Step.at(ownSteps, day);
            var stands = standing(state == null ? OfficerState.NEW : state, dismissalsInForce(day));
            if (steps.isEmpty() || !steps.getLast().state().equals(stands)) {
                steps.add(new Step<>(day, stands));
            }
        }
        return List.copyOf(steps);
    }

    private static Standing standing(OfficerState own, List<LocalDate> dismissals) {
        return Standing.of(own, Employment.of(own, dismissals));
    }

    private List<LocalDate> dismissalsInForce(int day) {
        var inForce = new ArrayList<LocalDate>();
        for (var steps : dismissals.values()) {
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

        /** How a person is to stand, and the first day on which that differs from how they stand. */
        private record NewStanding(int firstDay, List<Step<Standing>> standing) {}

        StandingChange(RecordLookup records) {
            this.records = records;
        }

        /** Adds a person, where what is recorded of them now makes them stand differently on some day. */
        void add(Person person) {
            var standing = person.standingByFacts();
            int firstDay = Step.firstDifference(person.standing, standing);
            if (firstDay != Step.NEVER) {
                changes.put(person, new NewStanding(firstDay, standing));
            }
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
            var retraces = new ArrayList<Runnable>(from.size());
            from.forEach((record, day) -> retraces.add(record.prepareFrom(day)));
            return retraces;
        }
    }
}
