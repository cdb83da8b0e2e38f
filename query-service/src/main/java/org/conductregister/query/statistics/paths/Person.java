package org.conductregister.query.statistics.paths;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.statistics.cells.Standing;

/** A person whom facts of their own or allegations name, and how they stand from day to day. */
final class Person implements FoldedRecord {

    private static final Timeline.Fold<OfficerState> FOLD =
            new Timeline.Fold<>(OfficerState.NEW, (before, day, fact) -> before.evolve(day, (OfficerFact) fact));

    private final int number;
    private final Timeline<OfficerState> own = new Timeline<>(FOLD);
    private final Set<CaseRecord> cases = new LinkedHashSet<>();
    private final Map<CaseRecord, List<Step<List<LocalDate>>>> dismissals = new LinkedHashMap<>(0);
    private List<Step<Standing>> standing = List.of();

    Person(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    @Override
    public long lastPosition() {
        return own.lastPosition();
    }

    @Override
    public void take(long position, EntryId entryId, Fact fact) {
        own.take(position, entryId, fact);
        int from = stand();
        if (from != Step.NEVER) {
            cases.forEach(theirs -> theirs.traceFrom(from));
        }
    }

    /** Some allegation of the case is, or at some time was, against this person. */
    void accusedIn(CaseRecord one) {
        cases.add(one);
    }

    Set<CaseRecord> cases() {
        return cases;
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
     * Learns what dismissals a case has ordered against this person.
     *
     * @param inForce the days on which those in force were notified, from day to day
     * @return the first day on which the person stands otherwise by it, or {@link Step#NEVER}
     */
    int dismissedBy(CaseRecord one, List<Step<List<LocalDate>>> inForce) {
        if (inForce.isEmpty()) {
            dismissals.remove(one);
        } else {
            dismissals.put(one, inForce);
        }
        return stand();
    }

    private int stand() {
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
        int from = Step.firstDifference(standing, now);
        standing = List.copyOf(now);
        return from;
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
