package org.conductregister.query.search;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.casefile.CaseStates;
import org.conductregister.query.casefile.OfficerStates;
import org.conductregister.query.casefile.OfficerStates.Standing;
import org.conductregister.query.casefile.RecommendationStates;
import org.conductregister.query.casefile.RecordTexts;
import org.conductregister.query.casefile.files.ReaderSight;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.search.SearchAnswer.FoundCase;
import org.conductregister.query.search.SearchAnswer.FoundCases;
import org.conductregister.query.search.SearchAnswer.FoundOfficer;
import org.conductregister.query.search.SearchAnswer.FoundOfficers;
import org.conductregister.query.search.SearchAnswer.FoundRecommendation;
import org.conductregister.query.search.SearchAnswer.FoundRecommendations;
import org.conductregister.query.search.SearchAnswer.OfficerRow;
import org.conductregister.query.search.SearchAnswer.RecommendationRow;
import org.conductregister.query.search.SearchAnswer.Text;
import org.conductregister.query.search.index.Highlighted;
import org.conductregister.query.search.index.Matches;
import org.conductregister.query.search.index.SearchView;
import org.conductregister.query.search.index.SearchWords;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.web.accesslog.AccessedRecords;
import org.springframework.stereotype.Component;

/** Finds cases, officers and recommendations by what somebody typed. What is shown of them is read from their files. */
@Component
class RegisterSearch {

    /** Texts of one record that are shown. */
    private static final int MOST_TEXTS = 2;

    /** Records looked at for a reader who may not see all. */
    private static final int MOST_LOOKED_AT = 1_000;

    private final SearchView search;
    private final CaseStates cases;
    private final OfficerStates officers;
    private final RecommendationStates recommendations;
    private final RecordTexts texts;
    private final EventLog log;
    private final ReaderSight reader;

    RegisterSearch(
            SearchView search,
            CaseStates cases,
            OfficerStates officers,
            RecommendationStates recommendations,
            RecordTexts texts,
            EventLog log,
            ReaderSight reader) {
        this.reader = reader;
        this.search = search;
        this.cases = cases;
        this.officers = officers;
        this.recommendations = recommendations;
        this.texts = texts;
        this.log = log;
    }

    /** @param most records of each kind */
    SearchAnswer find(SearchWords words, AskedTimes asked, int most) {
        var at = asked.of(search.head(), cases.head());
        return new SearchAnswer(
                at.asAt(),
                at.knownAt(),
                log.positionAt(at.knownAt()),
                cases(words, at, most),
                officers(words, at, most),
                recommendations(words, at, most));
    }

    /** @param most that are found */
    FoundOfficers findOfficers(SearchWords words, AskedTimes asked, int most) {
        return officers(words, asked.of(search.head(), cases.head()), most);
    }

    private Matches find(RecordKind kind, SearchWords words, PointInTime at, int most) {
        return search.find(kind, words, List.of(), at, 0, most);
    }

    private FoundCases cases(SearchWords words, PointInTime at, int most) {
        boolean all = reader.sight().isEverything();
        var matches = find(RecordKind.CASE, words, at, all ? most : MOST_LOOKED_AT);
        var ids = matches.ids().stream().map(CaseId::new).toList();
        var states = cases.at(ids, at);
        int total = matches.total();
        if (!all) {
            var seen = ids.stream()
                    .filter(id -> requireNonNull(states.get(id)).opened())
                    .toList();
            total = seen.size();
            ids = seen.stream().limit(most).toList();
        }
        var records = ids.stream().map(RecordId::of).toList();
        AccessedRecords.add(records);
        AccessedRecords.addNamed(CaseRow.named(
                ids.stream().map(id -> requireNonNull(states.get(id))).toList()));
        var written = texts.at(records, at);
        var found = ids.stream()
                .map(id -> new FoundCase(
                        CaseRow.of(id, requireNonNull(states.get(id), "what is found is filed")),
                        Highlighted.whole(words, id.value()).parts(),
                        passages(words, RecordId.of(id), written)))
                .toList();
        return new FoundCases(total, found);
    }

    private FoundOfficers officers(SearchWords words, PointInTime at, int most) {
        boolean all = reader.sight().isEverything();
        var matches = find(RecordKind.OFFICER, words, at, all ? most : MOST_LOOKED_AT);
        var ids = matches.ids().stream().map(OfficerId::new).toList();
        int total = matches.total();
        if (!all) {
            var known = officers.at(ids, at).stream()
                    .filter(officer -> officer.own().registered() || officer.cases() > 0)
                    .map(Standing::officerId)
                    .toList();
            total = known.size();
            ids = known.stream().limit(most).toList();
        }
        AccessedRecords.add(ids.stream().map(RecordId::of).toList());
        var states = officers.own(ids, at);
        var found = ids.stream()
                .map(id -> found(words, id, requireNonNull(states.get(id), "each was read")))
                .toList();
        return new FoundOfficers(total, found);
    }

    private static FoundOfficer found(SearchWords words, OfficerId id, OfficerState own) {
        var row = new OfficerRow(id, own.name(), own.rank(), own.force(), own.workforce());
        var name = own.name() == null
                ? List.<Text>of()
                : List.of(new Text(
                        "name", Highlighted.whole(words, own.name().value()).parts()));
        return new FoundOfficer(row, Highlighted.whole(words, id.value()).parts(), name);
    }

    private FoundRecommendations recommendations(SearchWords words, PointInTime at, int most) {
        var matches = find(RecordKind.RECOMMENDATION, words, at, most);
        var states = recommendations.at(matches.ids(), at);
        var records = matches.ids().stream()
                .map(id -> RecordId.of(new RecommendationId(id)))
                .toList();
        AccessedRecords.add(records);
        var written = texts.at(records, at);
        var found = records.stream()
                .map(record -> new FoundRecommendation(
                        row(record.id(), requireNonNull(states.get(record.id()), "what is found is filed")),
                        Highlighted.whole(words, record.id()).parts(),
                        passages(words, record, written)))
                .toList();
        return new FoundRecommendations(matches.total(), found);
    }

    private static RecommendationRow row(String id, RecommendationState state) {
        var issued = requireNonNull(state.issued(), "what is found was issued");
        return new RecommendationRow(
                new RecommendationId(id),
                issued.issuedBy(),
                issued.theme(),
                requireNonNull(state.issuedOn()),
                issued.responseDueOn());
    }

    /** The first texts that have what was searched for; else the title. */
    private static List<Text> passages(
            SearchWords words, RecordId record, Map<RecordId, List<RecordTexts.Text>> written) {
        var all = written.getOrDefault(record, List.of());
        var passages = new ArrayList<Text>();
        for (var text : all) {
            var passage = passages.size() < MOST_TEXTS ? Highlighted.passage(words, text.value()) : null;
            if (passage != null) {
                passages.add(new Text(text.field(), passage.parts()));
            }
        }
        if (passages.isEmpty()) {
            all.stream()
                    .filter(text -> text.field().equals("title"))
                    .findFirst()
                    .ifPresent(title -> passages.add(new Text(
                            "title", Highlighted.whole(words, title.value()).parts())));
        }
        return passages;
    }
}
