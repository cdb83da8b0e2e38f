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
import org.conductregister.facts.OfficerFact;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.statistics.dimension.Standing;
import org.conductregister.query.statistics.history.IntList;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.query.statistics.history.RecordHistory.Link;
import org.conductregister.terms.OfficerId;

/** A person whom facts of their own or allegations name, and how they stand from day to day. */
final class Person implements FoldedRecord {

    private static final Timeline.Fold<OfficerState> FOLD =
            new Timeline.Fold<>(OfficerState.NEW, (before, day, fact) -> before.evolve(day, (OfficerFact) fact));

    private final RecordHistory chain;
    private final Records records;
    private final int number;
    private final Timeline<OfficerState> own;
    private final IntList cases = new IntList();

    /** By the number of the case; none any more where a dismissal has been taken back. */
    private final Map<Integer, List<Step<List<LocalDate>>>> dismissals = new LinkedHashMap<>(0);

    private List<Step<Standing>> standing;

    Person(RecordHistory chain, Records records) {
        this.chain = chain;
        this.records = records;
        this.number = records.points().person(chain.id());
        this.own = new Timeline<>(FOLD, chain);
        own.restore(restore());
        this.standing = standsNow();
    }

    private List<Logged> restore() {
        var officer = new OfficerId(chain.id());
        var entries = new ArrayList<Logged>();
        chain.read(new RecordHistory.Reader() {
            @Override
            public void entry(Logged entry) {
                entries.add(entry);
            }

            @Override
            public void link(Link link, int record) {
                switch (link) {
                    case ACCUSES -> cases.add(record);
                    case HAS_DISMISSED -> dismissals.put(record, CaseRecord.dismissals(records.chain(record), officer));
                }
            }
        });
        return entries;
    }

    /** As the points have it. */
    int number() {
        return number;
    }

    @Override
    public RecordHistory chain() {
        return chain;
    }

    @Override
    public void take(EntryId entryId, Fact fact) {
        own.take(entryId, fact);
        int from = Step.firstDifference(standing, standsNow());
        if (from != Step.NEVER) {
            var theirs = new ArrayList<CaseRecord>();
            cases.forEach(one -> theirs.add(records.caseOf(one)));
            theirs.forEach(one -> one.prepareFrom(from));
            stand();
            theirs.forEach(one -> one.traceFrom(from));
        }
    }

    /** Some fact of the case names this person. */
    void accusedIn(int one) {
        cases.add(one);
        chain.add(Link.ACCUSES, one);
    }

    /** The cases of which some fact names this person. */
    void forEachCase(IntConsumer action) {
        cases.forEach(action);
    }

    Standing standingAt(int day) {
        var then = Step.at(standing, day);
        return then == null ? Standing.UNKNOWN : then;
    }

    /** The next day on which the person stands otherwise, or {@link Step#NEVER}. */
    int nextChangeAfter(int day) {
        return Step.nextAfter(standing, day);
    }

    /**
     * Learns what dismissals a case has ordered against this person, who goes on standing as before until {@link #stand}.
     *
     * @param inForce the days on which those in force were notified, from day to day
     * @return the first day on which the person is to stand otherwise, or {@link Step#NEVER}
     */
    int dismissedBy(int one, List<Step<List<LocalDate>>> inForce) {
        if (dismissals.put(one, inForce) == null) {
            chain.add(Link.HAS_DISMISSED, one);
        }
        return Step.firstDifference(standing, standsNow());
    }

    /**
     * Stands as what has been learnt has it. The paths of the person's cases are then to be traced again, which must have
     * been made ready before.
     */
    void stand() {
        standing = standsNow();
    }

    private List<Step<Standing>> standsNow() {
        var ownSteps = own.from(Step.BEGINNING);
        var days = new TreeSet<Integer>();
        ownSteps.forEach(step -> days.add(step.day()));
        dismissals.values().forEach(steps -> steps.forEach(step -> days.add(step.day())));
        var now = new ArrayList<Step<Standing>>(days.size());
        for (int day : days) {
            var state = Step.at(ownSteps, day);
            var stands = standing(state == null ? OfficerState.NEW : state, dismissalsInForce(day));
            if (now.isEmpty() || !now.getLast().state().equals(stands)) {
                now.add(new Step<>(day, stands));
            }
        }
        return List.copyOf(now);
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
}
