package org.conductregister.query.statistics.benchmark.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conductregister.cases.CaseState;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.statistics.benchmark.generator.Timed;
import org.conductregister.query.statistics.benchmark.oracle.RowSink.Member;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;

/** The rows of one team: after each entry, what changes in the course of each of its allegations. */
public final class TeamRows {

    private interface Evolution<S> {
        S evolve(S before, LocalDate day, Fact fact);
    }

    private final RowSink rows;
    private final Map<RecordId, List<Logged>> logs = new HashMap<>();
    private final Map<RecordId, NavigableMap<Integer, CaseState>> cases = new LinkedHashMap<>();
    private final Map<OfficerId, NavigableMap<Integer, OfficerState>> officers = new HashMap<>();
    private final Map<RecordId, Map<AllegationId, StateSpans>> courses = new HashMap<>();

    private TeamRows(RowSink rows) {
        this.rows = rows;
    }

    public static void tell(List<Timed> entries, long lastKnown, RowSink rows) {
        var team = new TeamRows(rows);
        for (var entry : entries) {
            if (entry.recordedAt() <= lastKnown) {
                team.take(entry);
            }
        }
        team.courses.values().forEach(ofCase -> ofCase.values().forEach(course -> course.end(rows)));
    }

    private void take(Timed timed) {
        var entry = timed.entry();
        var record = entry.record();
        var log = logs.computeIfAbsent(record, none -> new ArrayList<>());
        log.add(new Logged(entry.entryId(), entry.fact()));
        if (entry.fact() instanceof NoteAdded) {
            return;
        }
        boolean all = record.kind() == RecordKind.OFFICER || ordersDismissal(record);
        if (record.kind() == RecordKind.OFFICER) {
            officers.put(
                    new OfficerId(record.id()),
                    fold(log, OfficerState.NEW, (before, day, fact) -> before.evolve(day, (OfficerFact) fact)));
        } else {
            cases.put(record, fold(log, CaseState.NEW, (before, day, fact) -> before.evolve(day, (CaseFact) fact)));
        }
        if (all || ordersDismissal(record)) {
            cases.keySet().forEach(one -> retrace(one, timed.recordedAt()));
        } else {
            retrace(record, timed.recordedAt());
        }
    }

    private static <S> NavigableMap<Integer, S> fold(List<Logged> log, S initial, Evolution<S> evolution) {
        var steps = new TreeMap<Integer, S>();
        var state = initial;
        for (var entry : new History(log).inEffect()) {
            state = evolution.evolve(state, entry.day(), entry.fact());
            steps.put(Math.toIntExact(entry.day().toEpochDay()), state);
        }
        return steps;
    }

    private boolean ordersDismissal(RecordId record) {
        var steps = cases.get(record);
        return steps != null
                && steps.values().stream()
                        .anyMatch(state -> !dismissals(state, null).isEmpty());
    }

    /** The days notified of the dismissals in force against an officer, or against anybody. */
    private static List<LocalDate> dismissals(CaseState state, @Nullable OfficerId officer) {
        List<LocalDate> days = new ArrayList<>(0);
        for (var allegation : state.allegations().values()) {
            var day = allegation.misconduct().dismissedOn();
            boolean theirs =
                    allegation.officerId() != null && (officer == null || officer.equals(allegation.officerId()));
            if (day != null && theirs) {
                days.add(day);
            }
        }
        return days;
    }

    private void retrace(RecordId record, long recordedAt) {
        var steps = cases.get(record);
        var ofCase = courses.computeIfAbsent(record, none -> new LinkedHashMap<>());
        var ids = new HashSet<>(ofCase.keySet());
        steps.values().forEach(state -> ids.addAll(state.allegations().keySet()));
        var days = days(steps);
        for (var id : ids) {
            var states = new TreeMap<Integer, @Nullable State>();
            for (int day : days) {
                states.put(day, stateAt(steps, id, day));
            }
            ofCase.computeIfAbsent(
                            id,
                            unmet -> new StateSpans(
                                    Member.of(new AllegationKey(record.id(), unmet.value()), recordedAt)))
                    .becomes(states, recordedAt, rows);
        }
    }

    /** Every day on which one of the case's allegations may change. */
    private Set<Integer> days(NavigableMap<Integer, CaseState> steps) {
        var days = new TreeSet<>(steps.keySet());
        var named = new HashSet<OfficerId>();
        steps.values().forEach(state -> state.allegations().values().forEach(a -> named.add(a.officerId())));
        officers.forEach((officer, own) -> {
            if (named.contains(officer)) {
                days.addAll(own.keySet());
            }
        });
        cases.forEach((other, theirs) -> {
            if (theirs != steps && ordersDismissal(other)) {
                days.addAll(theirs.keySet());
            }
        });
        return days;
    }

    private @Nullable State stateAt(NavigableMap<Integer, CaseState> steps, AllegationId id, int day) {
        var step = steps.floorEntry(day);
        if (step == null || !step.getValue().opened()) {
            return null;
        }
        var allegation = step.getValue().allegations().get(id);
        if (allegation == null) {
            return null;
        }
        var officer = allegation.officerId();
        if (officer == null) {
            return State.of(new UnitAt(step.getValue(), allegation, null, null));
        }
        var own = officers.getOrDefault(officer, new TreeMap<>()).floorEntry(day);
        var stands = own == null ? OfficerState.NEW : own.getValue();
        return State.of(
                new UnitAt(step.getValue(), allegation, stands, Employment.of(stands, dismissalsAt(officer, day))));
    }

    private List<LocalDate> dismissalsAt(OfficerId officer, int day) {
        List<LocalDate> inForce = new ArrayList<>(0);
        for (var steps : cases.values()) {
            var step = steps.floorEntry(day);
            if (step != null) {
                inForce.addAll(dismissals(step.getValue(), officer));
            }
        }
        return inForce;
    }
}
