package org.conductregister.query.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.conductregister.query.casefile.CaseStates;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Listing.Order;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.terms.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists cases. Which they are is found from the same points as their counts; how they stand is read from their files. */
@RestController
class CasesController {

    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_TEXT = 200;

    private final StatisticsEngine statistics;
    private final SearchView search;
    private final CaseStates files;
    private final ReadParameters times;

    CasesController(StatisticsEngine statistics, SearchView search, CaseStates files, ReadParameters times) {
        this.statistics = statistics;
        this.search = search;
        this.files = files;
        this.times = times;
    }

    /** @param total on all pages */
    record CasesAnswer(
            LocalDate asAt, Instant knownAt, long position, long total, int page, int size, List<CaseRow> cases) {}

    /** A page of cases, the latest opened first; those of one day in order of their names. */
    @GetMapping("/api/v1/cases")
    CasesAnswer cases(Parameters parameters) {
        var reader = new QuestionReader(statistics, parameters);
        var population = reader.population(Unit.CASES);
        var group = reader.group(Unit.CASES);
        var wanted = Wanted.of(new TreeSet<>(parameters.texts("officerId")), text(parameters));
        int page = (int) parameters.number("page", 0, 0, Integer.MAX_VALUE);
        int size = (int) parameters.number("size", USUAL_PAGE, 1, LARGEST_PAGE);
        var asked = times.times(parameters);
        parameters.refuseUnknown();
        parameters.refuseFaults();

        var at = asked.of(statistics.head(), search.head(), files.head());
        var listing = new Listing(group, wanted.at(at, search), Order.LATEST_REPORTED_FIRST, (long) page * size, size);
        var found = statistics.members(new Question(Unit.CASES, population, List.of(), at), listing);
        var ids = found.members().stream()
                .map(member -> new CaseId(member.record()))
                .toList();
        var states = files.at(ids, at);
        return new CasesAnswer(
                at.asAt(),
                at.knownAt(),
                found.position(),
                found.total(),
                page,
                size,
                ids.stream().map(id -> CaseRow.of(id, states.get(id))).toList());
    }

    private static @Nullable String text(Parameters parameters) {
        var text = parameters.text("q");
        if (text != null && text.length() > LONGEST_TEXT) {
            parameters.fault("q", "must not be longer than %d characters".formatted(LONGEST_TEXT));
        }
        return text;
    }
}
