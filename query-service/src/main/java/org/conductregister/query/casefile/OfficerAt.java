package org.conductregister.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;

/**
 * A person as at a day, as known at an instant.
 *
 * @param own what their own facts add up to
 * @param cases in which an allegation is against them
 */
public record OfficerAt(OfficerId officerId, OfficerState own, SortedMap<CaseId, CaseState> cases) {

    public List<AllegationState> allegationsIn(CaseState state) {
        return state.allegations().values().stream()
                .filter(allegation -> officerId.equals(allegation.officerId()))
                .toList();
    }

    public Employment employment() {
        return Employment.of(own, dismissals());
    }

    private List<LocalDate> dismissals() {
        return cases.entrySet().stream()
                .map(Map.Entry::getValue)
                .flatMap(state -> allegationsIn(state).stream())
                .map(allegation -> allegation.misconduct().dismissedOn())
                .filter(Objects::nonNull)
                .toList();
    }
}
