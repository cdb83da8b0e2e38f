package org.conductregister.query.casefile.answers;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.query.casefile.answers.SubjectAccessAnswer.CaseEntries;
import org.conductregister.query.casefile.answers.TimelineAnswer.TimelineEntry;
import org.conductregister.query.casefile.files.RecordFile;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gathers what the register says of one person. Of cases that the reader may not see there is nothing. */
@Component
public class SubjectAccess {

    private static final List<String> TARGETS = List.of("retracts", "redates", "corrects");

    private final RecordReader reader;
    private final RecordAnswers answers;

    SubjectAccess(RecordReader reader, RecordAnswers answers) {
        this.reader = reader;
        this.answers = answers;
    }

    /** Returns what is said of the person whose number it is; refused as {@link RecordAnswers#ofOfficer} does. */
    public SubjectAccessAnswer of(String officerId, ReadContext asked) {
        var asNamed = answers.ofOfficer(officerId, asked);
        var knownAs = asNamed.duplicateOf() == null ? asNamed.officerId() : asNamed.duplicateOf();
        var answer = answers.ofOfficer(knownAs.value(), asked);
        var numbers =
                Stream.concat(Stream.of(knownAs), answer.duplicates().stream()).toList();
        var cases = new ArrayList<CaseEntries>();
        for (var caseId : reader.filesAt(asked).everNamedIn(knownAs)) {
            var said = said(caseId, Set.copyOf(numbers), asked);
            if (said != null) {
                cases.add(said);
            }
        }
        return new SubjectAccessAnswer(
                knownAs,
                asked.times().asAt(),
                asked.times().knownAt(),
                asked.position(),
                numbers,
                answer,
                reader.entries(RecordId.of(knownAs), asked).entries(),
                cases);
    }

    /** Null where nothing is known of the case, or nothing in it concerns the person. */
    private @Nullable CaseEntries said(CaseId caseId, Set<OfficerId> numbers, ReadContext asked) {
        var known = reader.filesAt(asked).known(RecordId.of(caseId));
        var opening = opening(known);
        if (opening == null) {
            return null;
        }
        var entries = reader.entries(RecordId.of(caseId), asked).entries();
        var theirs = allegationsAgainst(numbers, entries);
        if (theirs.isEmpty()) {
            return null;
        }
        var concerning = new Concerning(entries, theirs);
        return new CaseEntries(
                caseId,
                opening.force(),
                entries.stream().filter(concerning::isAmong).toList());
    }

    private static @Nullable CaseOpened opening(RecordFile known) {
        return known.history().inEffect().stream()
                .map(entry -> entry.fact())
                .filter(CaseOpened.class::isInstance)
                .map(CaseOpened.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** The allegations that are against any of the numbers, or once were. */
    private static Set<String> allegationsAgainst(Set<OfficerId> numbers, List<TimelineEntry> entries) {
        var ids = numbers.stream().map(OfficerId::value).collect(toSet());
        var theirs = new TreeSet<String>();
        for (var entry : entries) {
            for (var stated : stated(entry)) {
                if (ids.contains(stated.path("officerId").asString(""))) {
                    theirs.add(stated.path("allegationId").asString(""));
                }
            }
        }
        return theirs;
    }

    /** The statements of an entry, what it is corrected to, and, of a correction, the fact that it states instead. */
    private static List<JsonNode> stated(TimelineEntry entry) {
        var stated = new ArrayList<JsonNode>();
        stated.add(entry.data());
        if (entry.correctedTo() != null) {
            stated.add(entry.correctedTo());
        }
        if (entry.data().has("fact")) {
            stated.add(entry.data().get("fact"));
        }
        return stated;
    }

    /** Tells the entries of one case that concern some allegations, or the case as a whole. */
    private static final class Concerning {

        private final Map<String, TimelineEntry> byId = new HashMap<>();
        private final Set<String> allegations;

        Concerning(List<TimelineEntry> entries, Set<String> allegations) {
            this.allegations = allegations;
            entries.forEach(entry -> byId.put(entry.entryId().toString(), entry));
        }

        boolean isAmong(TimelineEntry entry) {
            var about = stated(entry).stream()
                    .filter(stated -> stated.has("allegationId"))
                    .map(stated -> stated.get("allegationId").asString(""))
                    .collect(toSet());
            if (!about.isEmpty()) {
                return about.stream().anyMatch(allegations::contains);
            }
            for (var target : TARGETS) {
                var corrected = byId.get(entry.data().path(target).asString(""));
                if (corrected != null) {
                    return isAmong(corrected);
                }
            }
            return true;
        }
    }
}
