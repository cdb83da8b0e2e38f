package org.conductregister.query.casefile;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.entries.DuplicateMarkings;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.Correction.DuplicateMarking;
import org.conductregister.officers.Employment;
import org.conductregister.query.casefile.files.CaseFilesView;
import org.conductregister.query.casefile.files.FiledEntry;
import org.conductregister.query.casefile.files.RecordFile;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.springframework.stereotype.Component;

/** The histories of cases, for auditors. */
@Component
public class CaseHistories {

    private final CaseFilesView view;
    private final RecordFiles files;

    CaseHistories(CaseFilesView view, RecordFiles files) {
        this.view = view;
        this.files = files;
    }

    public Head head() {
        return view.head();
    }

    /** Every entry of a case in the order recorded; none where there is no such case. */
    public List<FiledEntry> entries(CaseId caseId) {
        return files.find(RecordId.of(caseId)).entries();
    }

    /**
     * The standing of a case at two times.
     *
     * @param times known at no later than the head
     */
    public CaseStanding at(CaseId caseId, PointInTime times) {
        var then = new FilesAt(files, times);
        return standing(caseId, then.caseOf(then.known(RecordId.of(caseId))), then);
    }

    /**
     * How a case stood once so many of its entries were recorded, and of all others those recorded by then, whatever day
     * they speak of.
     *
     * @param count at most as many as it has
     */
    public CaseStanding after(CaseId caseId, int count) {
        var record = RecordId.of(caseId);
        var known = files.find(record).entries().subList(0, count);
        var knownAt = known.isEmpty() ? Instant.EPOCH : known.getLast().recordedAt();
        var state = CaseState.of(new RecordFile(record, known, Set.of(), Set.of()).inEffect(LocalDate.MAX));
        return standing(caseId, state, new FilesAt(files, new PointInTime(LocalDate.MAX, knownAt)));
    }

    private static CaseStanding standing(CaseId caseId, CaseState state, FilesAt then) {
        var officers = state.allegations().values().stream()
                .map(AllegationState::officerId)
                .filter(Objects::nonNull)
                .collect(toSet());
        Map<OfficerId, Employment> employment = then.officers(officers).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, officer -> employment(officer.getValue(), caseId, state)));
        return new CaseStanding(state, employment);
    }

    /** With this case as it stands here: others recorded at the same instant may have gone on. */
    private static Employment employment(OfficerAt officer, CaseId caseId, CaseState state) {
        var cases = new TreeMap<>(officer.cases());
        cases.put(caseId, state);
        return new OfficerAt(officer.officerId(), officer.knownAs(), officer.numbers(), officer.own(), cases)
                .employment();
    }

    /** The cases in which any of these people is named, or once was, by any number that was ever said to be theirs. */
    public Set<CaseId> casesOf(Collection<OfficerId> officers) {
        var numbers = files.find(officers.stream().map(RecordId::of).toList()).values().stream()
                .flatMap(CaseHistories::everTheSame)
                .collect(toSet());
        return files.find(numbers).values().stream()
                .flatMap(file -> file.cases().stream())
                .collect(toSet());
    }

    private static Stream<RecordId> everTheSame(RecordFile file) {
        var markings = file.entries().stream()
                .map(FiledEntry::fact)
                .filter(DuplicateMarking.class::isInstance)
                .map(marking -> DuplicateMarkings.original((DuplicateMarking) marking));
        return Stream.of(Stream.of(file.record()), file.duplicates().stream(), markings)
                .flatMap(each -> each);
    }

    /** The people named in any of these cases, now or before. */
    public Set<OfficerId> officersOf(Collection<CaseId> cases) {
        return files.find(cases.stream().map(RecordId::of).toList()).values().stream()
                .flatMap(file -> file.entries().stream())
                .map(entry -> NamesOfficer.namedIn(entry.fact()))
                .filter(Objects::nonNull)
                .collect(toSet());
    }
}
