package org.conductregister.query.search;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.CaseStates;
import org.conductregister.query.casefile.files.ReaderSight;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.search.index.Matches;
import org.conductregister.query.search.index.Matches.Match;
import org.conductregister.query.search.index.SearchView;
import org.conductregister.query.search.index.SearchWords;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Listing.Order;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.accesslog.AccessedRecords;
import org.springframework.stereotype.Component;

/**
 * Finds cases. What they are limited to is found from the same points as their counts, what words are in them from the search
 * index; how they stand is read from their files.
 */
@Component
class CaseSearch {

    private static final SearchWords NO_WORDS = SearchWords.of("");

    private final StatisticsEngine statistics;
    private final SearchView search;
    private final CaseStates files;
    private final VisibleMembers visible;
    private final ReaderSight reader;

    CaseSearch(
            StatisticsEngine statistics,
            SearchView search,
            CaseStates files,
            VisibleMembers visible,
            ReaderSight reader) {
        this.visible = visible;
        this.reader = reader;
        this.statistics = statistics;
        this.search = search;
        this.files = files;
    }

    /**
     * One page of cases: with words the best matches first, else the latest opened, and those of one day in order of their
     * names.
     *
     * @param total on all pages
     */
    record Found(PointInTime times, long position, long total, List<CaseRow> rows) {}

    /** @param page from 0 */
    Found find(
            Population population,
            Map<String, Set<Object>> group,
            SearchTerms wanted,
            AskedTimes asked,
            int page,
            int size) {
        var at = asked.of(statistics.head(), search.head(), files.head());
        var question = new Question(Unit.CASES, population, List.of(), at);
        long offset = (long) page * size;
        if (wanted.isEmpty()) {
            var listing = new Listing(group, Listing.EVERY_RECORD, Order.LATEST_REPORTED_FIRST, offset, size);
            return listed(question, listing);
        }
        if (wanted.words() != null
                && population.equals(Population.EVERYTHING)
                && group.isEmpty()
                && reader.sight().isEverything()) {
            return matching(question, find(wanted, at, offset, size));
        }
        var relevance = find(wanted, at, 0, Integer.MAX_VALUE).page().stream().collect(toMap(Match::id, Match::score));
        var order = wanted.words() == null ? Order.LATEST_REPORTED_FIRST : Order.MOST_RELEVANT_FIRST;
        return listed(question, new Listing(group, relevance::containsKey, relevance::get, order, offset, size));
    }

    private Matches find(SearchTerms wanted, PointInTime at, long offset, int limit) {
        var words = wanted.words();
        return words != null && words.isEmpty()
                ? Matches.NONE
                : search.find(RecordKind.CASE, words == null ? NO_WORDS : words, wanted.officers(), at, offset, limit);
    }

    private Found listed(Question question, Listing listing) {
        var found = visible.members(question, listing);
        var ids = found.members().stream()
                .map(member -> requireNonNull(member.record()))
                .toList();
        return new Found(question.times(), found.position(), found.total(), rows(ids, question.times()));
    }

    private Found matching(Question question, Matches matches) {
        long position = statistics.count(question).position();
        return new Found(question.times(), position, matches.total(), rows(matches.ids(), question.times()));
    }

    private List<CaseRow> rows(List<String> ids, PointInTime at) {
        var cases = ids.stream().map(CaseId::new).toList();
        var states = files.at(cases, at);
        AccessedRecords.add(cases.stream().map(RecordId::of).toList());
        AccessedRecords.addNamed(CaseRow.named(states.values()));
        return cases.stream()
                .map(id -> CaseRow.of(id, requireNonNull(states.get(id), "what is counted is filed")))
                .toList();
    }
}
