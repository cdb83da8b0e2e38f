package org.conductregister.query.casefile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.casefile.files.FiledEntry;
import org.conductregister.query.casefile.files.RecordFile;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;

/**
 * All that was known of a person, whichever of their numbers it is filed under.
 *
 * @param knownAs the number that the others duplicate
 * @param files of that number, then of its duplicates
 */
record PersonFile(OfficerId knownAs, List<RecordFile> files) {

    static PersonFile of(RecordFile own, List<RecordFile> duplicates) {
        return new PersonFile(
                new OfficerId(own.record().id()),
                Stream.concat(Stream.of(own), duplicates.stream()).toList());
    }

    Set<OfficerId> numbers() {
        var numbers = new TreeSet<OfficerId>();
        files.forEach(file -> numbers.add(new OfficerId(file.record().id())));
        return numbers;
    }

    boolean has(OfficerId number) {
        return files.stream().anyMatch(file -> file.record().id().equals(number.value()));
    }

    /** The cases in which any of the numbers is named, or once was. */
    Set<CaseId> namedIn() {
        var cases = new TreeSet<CaseId>();
        files.forEach(file -> cases.addAll(file.cases()));
        return cases;
    }

    /** The fold of the facts under all numbers, in order of the day and, on one day, as recorded. */
    OfficerState state(LocalDate asAt) {
        var logged = files.stream()
                .flatMap(file -> file.entries().stream())
                .sorted(Comparator.comparingLong(FiledEntry::position))
                .map(entry -> new Logged(entry.entryId(), entry.fact()))
                .toList();
        return OfficerState.of(new History(logged).inEffect(asAt));
    }
}
