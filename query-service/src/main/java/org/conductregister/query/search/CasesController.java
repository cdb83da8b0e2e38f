package org.conductregister.query.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.query.tabular.http.GetTable;
import org.conductregister.query.tabular.http.Tabular;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** Lists cases for programs. */
@RestController
class CasesController {

    private static final String PATH = "/api/v1/cases";
    private static final int USUAL_PAGE = 25;
    private static final int LARGEST_PAGE = 200;
    static final int LONGEST_TEXT = 200;

    private final StatisticsEngine statistics;
    private final CaseSearch search;
    private final ReadParameters times;
    private final AskedCodes codes;
    private final CaseTables tables;

    CasesController(
            StatisticsEngine statistics, CaseSearch search, ReadParameters times, AskedCodes codes, CaseTables tables) {
        this.statistics = statistics;
        this.search = search;
        this.times = times;
        this.codes = codes;
        this.tables = tables;
    }

    /** @param total on all pages */
    @Schema(description = "A page of cases.")
    record CasesAnswer(
            LocalDate asAt, Instant knownAt, long position, long total, int page, int size, List<CaseRow> cases) {}

    /** A page of cases: with {@code q} the best matches first, else the latest opened. */
    @Operation(
            operationId = "findCases",
            tags = ApiTags.RECORDS,
            summary = "Find cases",
            description =
                    "A page of cases: with q the best matches first, else the latest opened, and those of one day in"
                            + " order of their names.")
    @GetTable(PATH)
    Tabular<CasesAnswer> cases(Parameters parameters) {
        var reader = new QuestionReader(statistics, parameters);
        var population = reader.population(Unit.CASES);
        var group = reader.group(Unit.CASES);
        var wanted = SearchTerms.of(new TreeSet<>(parameters.texts("officerId")), text(parameters));
        int page = (int) parameters.number("page", 0, 0, Integer.MAX_VALUE);
        int size = (int) parameters.number("size", USUAL_PAGE, 1, LARGEST_PAGE);
        var asked = times.times(parameters);
        parameters.refuseUnknown();
        codes.check(parameters, population, group, asked);
        parameters.refuseFaults();

        var found = search.find(population, group, wanted, asked, page, size);
        var at = found.times();
        var answer =
                new CasesAnswer(at.asAt(), at.knownAt(), found.position(), found.total(), page, size, found.rows());
        var address = parameters.pinned(PATH, at.asAt(), at.knownAt());
        var pinned = asked.asKnownAt(at.knownAt());
        boolean onePage = parameters.text("page") != null || parameters.text("size") != null;
        return new Tabular<>(
                answer,
                () -> onePage
                        ? tables.of(at, address, found.rows())
                        : tables.of(
                                at,
                                address,
                                found.total(),
                                (number, many) -> search.find(population, group, wanted, pinned, number, many)
                                        .rows()),
                false,
                Parameters.nextPage(address, page, size, found.total()));
    }

    static @Nullable String text(Parameters parameters) {
        var text = parameters.text("q");
        if (text != null && text.length() > LONGEST_TEXT) {
            parameters.fault("q", "must not be longer than %d characters".formatted(LONGEST_TEXT));
        }
        return text;
    }
}
