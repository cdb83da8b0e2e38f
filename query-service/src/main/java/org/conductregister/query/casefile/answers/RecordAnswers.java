package org.conductregister.query.casefile.answers;

import static java.util.stream.Collectors.toSet;

import java.util.Objects;
import java.util.function.Predicate;
import org.conductregister.cases.AllegationState;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.springframework.stereotype.Component;

/** The answers about one record, for the API and for pages alike, or the refusal where the record is not known. */
@Component
public class RecordAnswers {

    private final RecordReader reader;
    private final ListsAsKnown lists;

    RecordAnswers(RecordReader reader, ListsAsKnown lists) {
        this.reader = reader;
        this.lists = lists;
    }

    /** Which findings are against the officer, as known when asked for. */
    private Predicate<FindingCode> upheld(ReadContext asked) {
        var upheld = lists.upheldFindings(asked.times().knownAt());
        return finding -> upheld.contains(finding.value());
    }

    public CaseAnswer ofCase(String caseId, ReadContext asked) {
        var id = RecordReader.identify(RecordKind.CASE, caseId, CaseId::new);
        var files = reader.filesAt(asked);
        var known = files.known(RecordId.of(id));
        if (known.isEmpty()) {
            throw RecordReader.unknown(RecordKind.CASE, caseId);
        }
        var state = files.caseOf(known);
        if (!state.opened()) {
            throw RecordReader.notThere(known, CaseOpened.class, asked.times().asAt());
        }
        var officers = state.allegations().values().stream()
                .map(AllegationState::officerId)
                .filter(Objects::nonNull)
                .collect(toSet());
        var marked =
                known.history().markedDuplicate() instanceof CaseMarkedDuplicate marking ? marking.duplicateOf() : null;
        var duplicates = files.duplicatesOf(known).stream()
                .map(duplicate -> new CaseId(duplicate.record().id()))
                .toList();
        return CaseAnswer.of(id, asked, known, marked, duplicates, state, files.officers(officers), upheld(asked));
    }

    public OfficerAnswer ofOfficer(String officerId, ReadContext asked) {
        var id = RecordReader.identify(RecordKind.OFFICER, officerId, OfficerId::new);
        var files = reader.filesAt(asked);
        var own = files.known(RecordId.of(id));
        var officer = files.officer(id);
        if (own.isEmpty() && officer.cases().isEmpty() && officer.otherNumbers().isEmpty()) {
            throw RecordReader.unknown(RecordKind.OFFICER, officerId);
        }
        return OfficerAnswer.of(officer, asked, own, upheld(asked));
    }

    public RecommendationAnswer ofRecommendation(String recommendationId, ReadContext asked) {
        var id = RecordReader.identify(RecordKind.RECOMMENDATION, recommendationId, RecommendationId::new);
        var known = reader.filesAt(asked).known(RecordId.of(id));
        if (known.isEmpty()) {
            throw RecordReader.unknown(RecordKind.RECOMMENDATION, recommendationId);
        }
        var state = RecommendationState.of(known.inEffect(asked.times().asAt()));
        if (state.issued() == null) {
            throw RecordReader.notThere(
                    known, RecommendationIssued.class, asked.times().asAt());
        }
        return RecommendationAnswer.of(id, asked, known.version(), state);
    }
}
