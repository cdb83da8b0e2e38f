package org.conductregister.query.statistics.paths;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.OfficerId;

/** A case: its facts, the persons they name, and the dismissals it has ordered. */
final class CaseRecord implements FoldedRecord {

    private static final Timeline.Fold<CaseState> FOLD =
            new Timeline.Fold<>(CaseState.NEW, (before, day, fact) -> before.evolve(day, (CaseFact) fact));

    private final Timeline<CaseState> timeline = new Timeline<>(FOLD);
    private final Persons persons;
    private final CasePaths paths;
    private Map<OfficerId, List<Step<List<LocalDate>>>> dismissals = Map.of();

    CaseRecord(String id, Persons persons, Points points) {
        this.persons = persons;
        this.paths = new CasePaths(id, persons, points);
    }

    @Override
    public long lastPosition() {
        return timeline.lastPosition();
    }

    @Override
    public void take(long position, EntryId entryId, Fact fact) {
        var before = timeline.last();
        int from = timeline.take(position, entryId, fact);
        var after = timeline.last();
        if (from == Step.NEVER) {
            return;
        }
        if (from == Step.BEGINNING || Dismissals.concern(before, after)) {
            traceAgain();
        } else {
            after.allegations().values().forEach(this::link);
            paths.traceChanged(from, before, after);
        }
    }

    private void traceAgain() {
        var steps = timeline.from(Step.BEGINNING);
        steps.forEach(step -> step.state().allegations().values().forEach(this::link));
        var standOtherwise = tellDismissals(steps);
        paths.trace(steps, Step.BEGINNING);
        standOtherwise.forEach((person, day) ->
                person.cases().stream().filter(other -> other != this).forEach(other -> other.traceFrom(day)));
    }

    /** Somebody whom the allegations name stands otherwise from a day on. */
    void traceFrom(int day) {
        paths.trace(timeline.from(day), day);
    }

    private void link(AllegationState allegation) {
        if (allegation.officerId() != null) {
            persons.of(allegation.officerId()).accusedIn(this);
        }
    }

    /** The persons who stand otherwise by it, with the day from which they do. */
    private Map<Person, Integer> tellDismissals(List<Step<CaseState>> steps) {
        var now = Dismissals.of(steps);
        var concerned = new LinkedHashSet<>(dismissals.keySet());
        concerned.addAll(now.keySet());
        dismissals = now;
        var standOtherwise = new LinkedHashMap<Person, Integer>();
        for (var officer : concerned) {
            var person = persons.of(officer);
            int day = person.dismissedBy(this, now.getOrDefault(officer, List.of()));
            if (day != Step.NEVER) {
                standOtherwise.put(person, day);
            }
        }
        return standOtherwise;
    }
}
