package org.conductregister.query.casefile;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.terms.identifiers.OfficerId;
import org.springframework.stereotype.Component;

/** The states of officers, for lists. */
@Component
public class OfficerStates {

    private final RecordFiles files;

    OfficerStates(RecordFiles files) {
        this.files = files;
    }

    /**
     * The state of an officer, with the employment that follows from all their cases.
     *
     * @param own what their own facts add up to, by all their numbers
     * @param cases in how many an allegation is against them
     * @param otherNumbers those of theirs beside the one asked for
     */
    public record Standing(
            OfficerId officerId, OfficerState own, Employment employment, int cases, List<OfficerId> otherNumbers) {}

    /** In the order asked for. */
    public List<Standing> at(Collection<OfficerId> officers, PointInTime times) {
        var found = new FilesAt(files, times).officers(new LinkedHashSet<>(officers));
        return officers.stream()
                .map(found::get)
                .map(officer -> new Standing(
                        officer.officerId(),
                        officer.own(),
                        officer.employment(),
                        officer.cases().size(),
                        officer.otherNumbers()))
                .toList();
    }

    /** Returns the states that the officers' own facts add up to, by all their numbers, without what follows from cases. */
    public Map<OfficerId, OfficerState> own(Collection<OfficerId> officers, PointInTime times) {
        return new FilesAt(files, times)
                .persons(officers).entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, person -> person.getValue().state(times.asAt())));
    }
}
