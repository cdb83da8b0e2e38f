package org.conductregister.query.casefile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.terms.OfficerId;
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
}
