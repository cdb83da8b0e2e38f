package org.conductregister.query.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.casefile.CaseStates;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Listing.Order;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.CaseId;
import org.springframework.stereotype.Component;

/** Finds cases. Which they are is found from the same points as their counts; how they stand is read from their files. */
@Component
class CaseSearch {

    private final StatisticsEngine statistics;
    private final SearchView search;
    private final CaseStates files;

    CaseSearch(StatisticsEngine statistics, SearchView search, CaseStates files) {
        this.statistics = statistics;
        this.search = search;
        this.files = files;
    }

    /**
     * One page of cases, the latest opened first; those of one day in order of their names.
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
        var listing = new Listing(group, wanted.at(at, search), Order.LATEST_REPORTED_FIRST, (long) page * size, size);
        var found = statistics.members(new Question(Unit.CASES, population, List.of(), at), listing);
        var ids = found.members().stream()
                .map(member -> new CaseId(requireNonNull(member.record())))
                .toList();
        var states = files.at(ids, at);
        return new Found(
                at,
                found.position(),
                found.total(),
                ids.stream()
                        .map(id -> CaseRow.of(id, requireNonNull(states.get(id), "what is counted is filed")))
                        .toList());
    }
}
