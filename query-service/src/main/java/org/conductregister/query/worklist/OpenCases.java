package org.conductregister.query.worklist;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.cases.CaseState;
import org.conductregister.query.casefile.CaseStates;
import org.conductregister.query.casefile.files.TouchedCases;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.identifiers.CaseId;
import org.springframework.stereotype.Component;

/**
 * The cases that wait for something, as they stand now. They are read once, from the files of those that are counted as
 * pending, or as closed though they had to be referred and were not; after that only those touched are read anew. So nothing is folded that did not change, and the one fold decides.
 */
@Component
class OpenCases {

    private static final int READ_TOGETHER = 1_000;

    private static final Population TO_BE_REFERRED =
            Population.EVERYTHING.with(Filter.CATEGORY, CaseState.MUST_BE_REFERRED.value());

    private final StatisticsEngine statistics;
    private final TouchedCases touched;
    private final CaseStates files;
    private final Map<CaseId, OpenCase> open = new HashMap<>();

    OpenCases(StatisticsEngine statistics, TouchedCases touched, CaseStates files) {
        this.statistics = statistics;
        this.touched = touched;
        this.files = files;
    }

    /** @param now known at no later than the heads of the counts and of the files */
    synchronized List<OpenCase> at(PointInTime now) {
        touched.takeUntil(now.knownAt()).ifPresentOrElse(changed -> look(changed, now), () -> {
            open.clear();
            look(counted(Population.EVERYTHING, Map.of("status", Set.of("PENDING")), now), now);
            look(
                    counted(
                            TO_BE_REFERRED,
                            Map.of("status", Set.of("CLOSED"), "referral", Set.of("NOT_REFERRED")),
                            now),
                    now);
        });
        return List.copyOf(open.values());
    }

    private List<CaseId> counted(Population population, Map<String, Set<Object>> group, PointInTime now) {
        var question = new Question(Unit.CASES, population, List.of(), now);
        var listing = Listing.page(group, 0, Integer.MAX_VALUE);
        return statistics.members(question, listing).members().stream()
                .map(member -> new CaseId(requireNonNull(member.record())))
                .toList();
    }

    private void look(Collection<CaseId> cases, PointInTime now) {
        var all = new ArrayList<>(cases);
        for (int from = 0; from < all.size(); from += READ_TOGETHER) {
            var together = all.subList(from, Math.min(all.size(), from + READ_TOGETHER));
            files.standings(together, now).forEach((id, standing) -> {
                var found = OpenCase.of(id, standing);
                if (found == null) {
                    open.remove(id);
                } else {
                    open.put(id, found);
                }
            });
        }
    }
}
