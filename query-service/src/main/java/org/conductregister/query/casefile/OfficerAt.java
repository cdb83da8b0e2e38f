package org.conductregister.query.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * @param officerId the number that was asked for
 * @param knownAs the number under which the person is counted
 * @param numbers all of them, that one included
 * @param own what their own facts add up to, under all numbers
 * @param cases in which an allegation is against them
 */
public record OfficerAt(
        OfficerId officerId,
        OfficerId knownAs,
        Set<OfficerId> numbers,
        OfficerState own,
        SortedMap<CaseId, CaseState> cases) {

    /** Returns their numbers beside the one asked for. */
    public List<OfficerId> otherNumbers() {
        return numbers.stream().filter(number -> !number.equals(officerId)).toList();
    }

    public List<AllegationState> allegationsIn(CaseState state) {
        return state.allegations().values().stream()
                .filter(allegation -> allegation.officerId() != null && numbers.contains(allegation.officerId()))
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
