package org.conductregister.query.statistics.path;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conductregister.cases.CaseState;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.terms.OfficerId;

/** A case: the persons its facts name, and the dismissals it has ordered. */
final class CaseRecord implements FoldedRecord {

    private static final Timeline.Fold<CaseState> FOLD =
            new Timeline.Fold<>(CaseState.NEW, (before, day, fact) -> before.evolve(day, (CaseFact) fact));

    private final RecordHistory chain;
    private final Records records;
    private final Timeline<CaseState> timeline;
    private final Accused accused;
    private final CasePaths paths;
    private Map<OfficerId, List<Step<List<LocalDate>>>> dismissals;

    /** The day from which on the paths are traced. Most entries change nothing before the last day there is. */
    private int tracedFrom;

    CaseRecord(RecordHistory chain, Records records) {
        this.chain = chain;
        this.records = records;
        this.timeline = new Timeline<>(FOLD, chain);
        this.accused = new Accused(chain.record(), records);
        this.paths = new CasePaths(chain, accused, records.points());
        var entries = chain.entries();
        entries.forEach(entry -> accused.restore(entry.fact()));
        var steps = timeline.restore(entries);
        this.dismissals = Dismissals.of(steps);
        this.tracedFrom = steps.isEmpty() ? Step.BEGINNING : steps.getLast().day();
        paths.trace(timeline.from(tracedFrom), tracedFrom, records.untold());
    }

    /** The dismissals that a case has ordered against somebody, whether or not the case is ready. */
    static List<Step<List<LocalDate>>> dismissals(RecordHistory ofCase, OfficerId officer) {
        return Dismissals.of(FOLD.all(ofCase.entries())).getOrDefault(officer, List.of());
    }

    @Override
    public RecordHistory chain() {
        return chain;
    }

    @Override
    public void take(EntryId entryId, Fact fact) {
        if (fact instanceof NoteAdded) {
            return;
        }
        accused.prepareFor(fact);
        if (!timeline.goesOnWith(fact)) {
            prepareFrom(Step.BEGINNING);
        }
        var before = timeline.last();
        int from = timeline.take(entryId, fact);
        if (from == Step.BEGINNING || Dismissals.differ(before, timeline.last())) {
            traceAgain(from);
        } else {
            paths.traceChanged(from, before, timeline.last());
        }
    }

    private void traceAgain(int from) {
        var standOtherwise = tellDismissals(Dismissals.of(timeline.from(Step.BEGINNING)));
        var others = new LinkedHashMap<CaseRecord, Integer>();
        standOtherwise.forEach((person, day) -> person.forEachCase(other -> {
            if (other != chain.record()) {
                others.merge(records.caseOf(other), day, Math::min);
            }
        }));
        others.forEach(CaseRecord::prepareFrom);
        standOtherwise.keySet().forEach(Person::stand);
        paths.trace(timeline.from(from), from, records.points());
        others.forEach(CaseRecord::traceFrom);
    }

    /** Has the paths traced from a day on, as all that bears on them is now. To be done before anything of it changes. */
    void prepareFrom(int day) {
        if (day < tracedFrom) {
            paths.trace(timeline.from(Step.BEGINNING), Step.BEGINNING, records.untold());
            tracedFrom = Step.BEGINNING;
        }
    }

    /** Somebody whom the allegations name stands otherwise from a day on, which was {@link #prepareFrom prepared} for. */
    void traceFrom(int day) {
        paths.trace(timeline.from(day), day, records.points());
    }

    /** The persons who are to stand otherwise by it, with the day from which. */
    private Map<Person, Integer> tellDismissals(Map<OfficerId, List<Step<List<LocalDate>>>> now) {
        var concerned = new LinkedHashSet<>(dismissals.keySet());
        concerned.addAll(now.keySet());
        dismissals = now;
        var standOtherwise = new LinkedHashMap<Person, Integer>();
        for (var officer : concerned) {
            var person = accused.person(officer);
            int day = person.dismissedBy(chain.record(), now.getOrDefault(officer, List.of()));
            if (day != Step.NEVER) {
                standOtherwise.put(person, day);
            }
        }
        return standOtherwise;
    }
}
