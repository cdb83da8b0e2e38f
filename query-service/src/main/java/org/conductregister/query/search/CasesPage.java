package org.conductregister.query.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.TimesInLinks;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.query.statistics.pages.LimitsInWords;
import org.conductregister.web.pages.Pagination;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of cases for people: what the API lists, with filters that say how many there are. */
@Controller
class CasesPage {

    private static final int SIZE = 25;
    private static final String[] ASKED_BY_THE_FORM = {"q", "force", "status", "category", "officerId", "page"};
    private static final String GROUP = "by.";
    private static final Set<String> TIMES = Set.of("asAt", "knownAt", "atLeast");

    private final StatisticsEngine statistics;
    private final CaseSearch search;
    private final Facets facets;
    private final PageTimes times;
    private final AskedCodes codes;
    private final LimitsInWords limits;

    CasesPage(
            StatisticsEngine statistics,
            CaseSearch search,
            Facets facets,
            PageTimes times,
            AskedCodes codes,
            LimitsInWords limits) {
        this.limits = limits;
        this.statistics = statistics;
        this.search = search;
        this.facets = facets;
        this.times = times;
        this.codes = codes;
    }

    @GetMapping("/cases")
    ModelAndView cases(Parameters parameters, @RequestParam MultiValueMap<String, String> all) {
        var reader = new QuestionReader(statistics, parameters);
        var population = reader.population(Unit.CASES);
        var group = reader.group(Unit.CASES);
        var officers = new TreeSet<>(parameters.texts("officerId"));
        var text = CasesController.text(parameters);
        int number = (int) parameters.number("page", 0, 0, Integer.MAX_VALUE);
        var asked = times.asked(parameters);
        codes.check(parameters, population, group, asked);
        parameters.refuseFaults();

        var found = search.find(population, group, SearchTerms.of(officers, text), asked, number, SIZE);
        var address = PageAddress.of("/cases", all);
        boolean counted = officers.isEmpty() && text == null && Set.of("status").containsAll(group.keySet());
        var page = new ModelAndView("casework/cases");
        page.addObject("rows", found.rows());
        page.addObject("pages", Pagination.of(found.total(), number, SIZE, address::page));
        page.addObject(
                "offered", facets.of(population, group.getOrDefault("status", Set.of()), found.times(), counted));
        page.addObject("address", address);
        page.addObject("more", address.without(ASKED_BY_THE_FORM));
        page.addObject("others", otherLimits(address));
        page.addObject("times", times.shown("/cases", asked, address.without("asAt", "knownAt", "page")));
        page.addObject("carried", TimesInLinks.of(parameters));
        page.addObject("limited", isLimited(address));
        return page;
    }

    /** A limit in words, and the parameter that sets it. */
    record Limit(String parameter, String name, String values) {}

    /** Limits that the form does not ask for, as links from counts bring them. */
    private List<Limit> otherLimits(PageAddress address) {
        var others = address.without(ASKED_BY_THE_FORM);
        others.keySet().removeAll(TIMES);
        return others.entrySet().stream()
                .map(other -> limit(other.getKey(), other.getValue()))
                .toList();
    }

    private Limit limit(String parameter, List<String> values) {
        var limit = limits.of(
                parameter.startsWith(GROUP) ? parameter.substring(GROUP.length()) : parameter, Set.copyOf(values));
        return new Limit(parameter, limit.getKey(), limit.getValue());
    }

    private static boolean isLimited(PageAddress address) {
        return !address.without("asAt", "knownAt", "page", "atLeast").isEmpty();
    }
}
