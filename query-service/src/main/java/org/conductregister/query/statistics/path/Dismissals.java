package org.conductregister.query.statistics.path;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conductregister.cases.CaseState;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.terms.identifiers.OfficerId;

/** Reads off a case which dismissals it has ordered: by officer, the days on which those in force were notified. */
final class Dismissals {

    private Dismissals() {}

    /** The dismissals that a case has ordered against one person, step by step; folded from the history of the case. */
    static List<Step<List<LocalDate>>> orderedBy(RecordHistory caseHistory, OfficerId officer) {
        return of(Timeline.Fold.OF_CASES.all(caseHistory.entries())).getOrDefault(officer, List.of());
    }

    static Map<OfficerId, List<Step<List<LocalDate>>>> of(List<Step<CaseState>> steps) {
        var of = new LinkedHashMap<OfficerId, List<Step<List<LocalDate>>>>(0);
        for (var step : steps) {
            if (of.isEmpty() && !hasDismissed(step.state())) {
                continue;
            }
            var inForce = inForce(step.state());
            var officers = new LinkedHashSet<>(of.keySet());
            officers.addAll(inForce.keySet());
            for (var officer : officers) {
                var changes = of.computeIfAbsent(officer, none -> new ArrayList<>());
                var now = inForce.getOrDefault(officer, List.of());
                if (!now.equals(
                        changes.isEmpty() ? List.of() : changes.getLast().state())) {
                    changes.add(new Step<>(step.day(), now));
                }
            }
        }
        return of;
    }

    private static Map<OfficerId, List<LocalDate>> inForce(CaseState state) {
        var inForce = new LinkedHashMap<OfficerId, List<LocalDate>>(0);
        for (var allegation : state.allegations().values()) {
            var day = allegation.misconduct().dismissedOn();
            if (day != null && allegation.officerId() != null) {
                inForce.computeIfAbsent(allegation.officerId(), none -> new ArrayList<>())
                        .add(day);
            }
        }
        return inForce;
    }

    /** Whether the dismissals in force differ between two states of a case, so that persons may stand differently. */
    static boolean differ(CaseState before, CaseState after) {
        return (hasDismissed(before) || hasDismissed(after)) && !inForce(before).equals(inForce(after));
    }

    private static boolean hasDismissed(CaseState state) {
        for (var allegation : state.allegations().values()) {
            if (allegation.misconduct().dismissedOn() != null) {
                return true;
            }
        }
        return false;
    }
}
