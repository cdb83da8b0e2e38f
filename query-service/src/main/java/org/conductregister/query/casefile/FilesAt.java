package org.conductregister.query.casefile;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.conductregister.cases.CaseState;
import org.conductregister.entries.RecordId;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.casefile.files.RecordFile;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;

/** Reads the files as at a day, as known at an instant. */
public record FilesAt(RecordFiles files, PointInTime times) {

    /** Returns the file of a record as then known; empty where nothing was. */
    public RecordFile known(RecordId record) {
        return files.find(record).knownAt(times.knownAt());
    }

    public CaseState caseOf(RecordFile known) {
        return CaseState.of(known.inEffect(times.asAt()));
    }

    /** A case marked a duplicate is none beside the one that it duplicates. */
    private CaseState countedAs(RecordFile known) {
        return known.history().markedDuplicate() == null ? caseOf(known) : CaseState.NEW;
    }

    public OfficerAt officer(OfficerId officer) {
        return requireNonNull(officers(Set.of(officer)).get(officer));
    }

    /** How each of these persons stands, also one of whom nothing is filed. */
    public Map<OfficerId, OfficerAt> officers(Set<OfficerId> officers) {
        var own = files.find(officers.stream().map(RecordId::of).toList());
        var named = files.find(own.values().stream()
                .flatMap(file -> file.cases().stream())
                .map(RecordId::of)
                .collect(toSet()));
        var cases = named.values().stream()
                .collect(toMap(
                        file -> new CaseId(file.record().id()), file -> countedAs(file.knownAt(times.knownAt()))));
        return officers.stream().collect(toMap(officer -> officer, officer -> {
            var file = requireNonNull(own.get(RecordId.of(officer)), "what is not filed is found empty");
            return officerOf(officer, file, cases);
        }));
    }

    private OfficerAt officerOf(OfficerId officer, RecordFile own, Map<CaseId, CaseState> cases) {
        var named = new TreeMap<CaseId, CaseState>();
        for (var caseId : own.cases()) {
            var state = requireNonNull(cases.get(caseId), "each case named was read");
            if (state.opened() && state.allegations().values().stream().anyMatch(a -> officer.equals(a.officerId()))) {
                named.put(caseId, state);
            }
        }
        var state = OfficerState.of(own.knownAt(times.knownAt()).inEffect(times.asAt()));
        return new OfficerAt(officer, state, named);
    }
}
