package org.conductregister.query.statistics.path;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conductregister.cases.CaseState;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.terms.identifiers.OfficerId;

/** A case with the persons its facts name, the dismissals it has ordered, and its paths. */
final class CaseRecord implements FoldedRecord, RetraceableCase {

    private final RecordHistory history;
    private final RecordLookup records;
    private final Timeline<CaseState> timeline;
    private final NamedPersons named;
    private final CasePaths paths;
    private Map<OfficerId, List<Step<List<LocalDate>>>> dismissals;

    /** The first day of which the paths are known. Most entries change nothing before the record's last day. */
    private int tracedFrom;

    CaseRecord(RecordHistory history, RecordLookup records, Person.Lookup persons) {
        this.history = history;
        this.records = records;
        this.timeline = new Timeline<>(Timeline.Fold.OF_CASES, history);
        this.named = new NamedPersons(history.record(), records, persons);
        this.paths = new CasePaths(history, named, records.points());
        var entries = history.entries();
        entries.forEach(entry -> named.restore(entry.fact()));
        var steps = timeline.restore(entries);
        this.dismissals = Dismissals.of(steps);
        this.tracedFrom = steps.isEmpty() ? Step.BEGINNING : steps.getLast().day();
        paths.trace(timeline.from(tracedFrom), tracedFrom, records.alreadyEmitted());
    }

    @Override
    public RecordHistory history() {
        return history;
    }

    @Override
    public void apply(EntryId entryId, Fact fact) {
        if (fact instanceof NoteAdded) {
            return;
        }
        named.prepareFor(fact);
        if (!timeline.isInOrder(fact)) {
            traceWhole();
        }
        var before = timeline.last();
        int from = timeline.add(entryId, fact);
        if (from == Step.BEGINNING || Dismissals.differ(before, timeline.last())) {
            traceWithPersons(from);
        } else {
            paths.traceChanged(from, before, timeline.last());
        }
    }

    /** Traces the case from a day on, with all other cases that the dismissals it now orders bear on. */
    private void traceWithPersons(int from) {
        var change = new Person.StandingChange(records);
        recordDismissals(Dismissals.of(timeline.from(Step.BEGINNING))).forEach(change::add);
        change.apply(this, () -> traceFrom(from));
    }

    @Override
    public Runnable prepareFrom(int day) {
        if (day < tracedFrom) {
            traceWhole();
        }
        return () -> traceFrom(day);
    }

    private void traceWhole() {
        if (tracedFrom != Step.BEGINNING) {
            paths.trace(timeline.from(Step.BEGINNING), Step.BEGINNING, records.alreadyEmitted());
            tracedFrom = Step.BEGINNING;
        }
    }

    private void traceFrom(int day) {
        paths.trace(timeline.from(day), day, records.points());
    }

    /** Records dismissals with the persons concerned, and returns these: dismissed before, or dismissed now. */
    private List<Person> recordDismissals(Map<OfficerId, List<Step<List<LocalDate>>>> now) {
        var officers = new LinkedHashSet<>(dismissals.keySet());
        officers.addAll(now.keySet());
        dismissals = now;
        var persons = new ArrayList<Person>(officers.size());
        for (var officer : officers) {
            var person = named.byNumber(officer);
            person.recordDismissals(history.record(), now.getOrDefault(officer, List.of()));
            persons.add(person.knownAs());
        }
        return persons;
    }
}
