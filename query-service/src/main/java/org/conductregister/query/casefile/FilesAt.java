package org.conductregister.query.casefile;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.conductregister.cases.CaseState;
import org.conductregister.entries.RecordId;
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

    private Map<RecordId, RecordFile> known(Collection<RecordId> records) {
        return files.find(records).values().stream()
                .map(file -> file.knownAt(times.knownAt()))
                .collect(toMap(RecordFile::record, file -> file));
    }

    /** Returns the state of a case as its own facts have it, whether or not it is marked a duplicate. */
    public CaseState caseOf(RecordFile known) {
        return CaseState.of(known.inEffect(times.asAt()));
    }

    /** A case marked a duplicate is none beside the one that it duplicates. */
    private CaseState countedAs(RecordFile known) {
        return known.knownAs().equals(known.record()) ? caseOf(known) : CaseState.NEW;
    }

    /** Returns what was known of each record that was marked a duplicate of this one then, in order of their ids. */
    public List<RecordFile> duplicatesOf(RecordFile original) {
        return known(original.duplicates()).values().stream()
                .filter(file -> file.knownAs().equals(original.record()))
                .sorted((some, other) ->
                        some.record().id().compareTo(other.record().id()))
                .toList();
    }

    /** Returns how a person stands, by all their numbers. */
    public OfficerAt officer(OfficerId officer) {
        return requireNonNull(officers(Set.of(officer)).get(officer));
    }

    /** Returns how each of these persons stands, by all their numbers; also one of whom nothing is filed. */
    public Map<OfficerId, OfficerAt> officers(Set<OfficerId> officers) {
        var persons = persons(officers);
        var named = persons.values().stream()
                .flatMap(person -> person.namedIn().stream())
                .map(RecordId::of)
                .collect(toSet());
        var cases = known(named).values().stream()
                .collect(toMap(file -> new CaseId(file.record().id()), this::countedAs));
        return officers.stream()
                .collect(toMap(officer -> officer, officer -> at(officer, find(persons, officer), cases)));
    }

    /** Returns the cases in which a person is named by any of their numbers, or once was, in order of their ids. */
    public Set<CaseId> everNamedIn(OfficerId officer) {
        return find(persons(Set.of(officer)), officer).namedIn();
    }

    /** Returns the person whom each number is of, as known then. */
    Map<OfficerId, PersonFile> persons(Collection<OfficerId> officers) {
        var asked = known(officers.stream().map(RecordId::of).toList());
        var originals = known(asked.values().stream().map(RecordFile::knownAs).collect(toSet()));
        var persons = new HashMap<RecordId, PersonFile>();
        originals.values().forEach(own -> persons.put(own.record(), PersonFile.of(own, duplicatesOf(own))));
        return asked.values().stream()
                .collect(toMap(
                        file -> new OfficerId(file.record().id()),
                        file -> requireNonNull(persons.get(file.knownAs()), "each original was read")));
    }

    private static PersonFile find(Map<OfficerId, PersonFile> persons, OfficerId officer) {
        return requireNonNull(persons.get(officer), "what is not filed is found empty");
    }

    private OfficerAt at(OfficerId officer, PersonFile person, Map<CaseId, CaseState> cases) {
        var named = new TreeMap<CaseId, CaseState>();
        for (var caseId : person.namedIn()) {
            var state = requireNonNull(cases.get(caseId), "each case named was read");
            if (state.opened()
                    && state.allegations().values().stream()
                            .anyMatch(a -> a.officerId() != null && person.has(a.officerId()))) {
                named.put(caseId, state);
            }
        }
        return new OfficerAt(officer, person.knownAs(), person.numbers(), person.state(times.asAt()), named);
    }
}
