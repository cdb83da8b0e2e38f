package org.conductregister.query.casefile;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.RecordId;
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
     * @param cases in how many an allegation is against them
     */
    public record Standing(OfficerId officerId, OfficerState own, Employment employment, int cases) {}

    /** In the order asked for. */
    public List<Standing> at(Collection<OfficerId> officers, PointInTime times) {
        var found = new FilesAt(files, times).officers(new LinkedHashSet<>(officers));
        return officers.stream()
                .map(found::get)
                .map(officer -> new Standing(
                        officer.officerId(),
                        officer.own(),
                        officer.employment(),
                        officer.cases().size()))
                .toList();
    }

    /**
     * Returns the states that the officers' own facts add up to, without what follows from cases: one file is read
     * for each.
     */
    public Map<OfficerId, OfficerState> own(Collection<OfficerId> officers, PointInTime times) {
        return files.find(officers.stream().map(RecordId::of).toList()).values().stream()
                .collect(toMap(
                        file -> new OfficerId(file.record().id()),
                        file -> OfficerState.of(file.knownAt(times.knownAt()).inEffect(times.asAt()))));
    }
}
