package org.conductregister.query.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.CaseStates;
import org.conductregister.query.casefile.OfficerStates;
import org.conductregister.query.casefile.OfficerStates.Standing;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.pointintime.TimesInLinks;
import org.conductregister.query.search.index.SearchView;
import org.conductregister.query.search.index.SearchWords;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.pages.OccurringValues;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.web.accesslog.AccessedRecords;
import org.conductregister.web.pages.Pagination;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The list of officers. By force they are those with an allegation against them, as counts have them; by number or name,
 * all that the register has heard of.
 */
@Controller
class OfficersPage {

    private static final int SIZE = 25;
    /** More than this a search does not look into: its words say too little. */
    private static final int MOST_FOUND = 500;

    private final StatisticsEngine statistics;
    private final SearchView search;
    private final OfficerStates officers;
    private final CaseStates files;
    private final PageTimes times;
    private final OccurringValues occurring;
    private final AskedCodes codes;
    private final VisibleMembers visible;

    OfficersPage(
            StatisticsEngine statistics,
            SearchView search,
            OfficerStates officers,
            CaseStates files,
            PageTimes times,
            OccurringValues occurring,
            AskedCodes codes,
            VisibleMembers visible) {
        this.visible = visible;
        this.statistics = statistics;
        this.search = search;
        this.officers = officers;
        this.files = files;
        this.times = times;
        this.occurring = occurring;
        this.codes = codes;
    }

    private record Found(long total, List<Standing> rows) {}

    @GetMapping("/officers")
    ModelAndView officers(Parameters parameters, @RequestParam MultiValueMap<String, String> all) {
        var text = CasesController.text(parameters);
        var force = parameters.text("force");
        int number = (int) parameters.number("page", 0, 0, Integer.MAX_VALUE);
        var asked = times.asked(parameters);
        codes.check(
                parameters, Population.EVERYTHING, force == null ? Map.of() : Map.of("force", Set.of(force)), asked);
        parameters.refuseFaults();
        var at = asked.of(statistics.head(), search.head(), files.head());

        var found = text == null ? withForce(force, at, number) : withWords(text, force, at, number);
        var address = PageAddress.of("/officers", all);
        var page = new ModelAndView("casework/officers");
        page.addObject("rows", found.rows());
        page.addObject("pages", Pagination.of(found.total(), number, SIZE, address::page));
        page.addObject("forces", occurring.of(Unit.OFFICERS, "force", at));
        page.addObject("address", address);
        page.addObject("more", address.without("q", "force", "page"));
        page.addObject("times", times.shown("/officers", asked, address.without("asAt", "knownAt", "page")));
        page.addObject("carried", TimesInLinks.of(parameters));
        page.addObject("tooMany", text != null && found.total() >= MOST_FOUND);
        return page;
    }

    private Found withForce(@Nullable String force, PointInTime at, int number) {
        Map<String, Set<Object>> group = force == null ? Map.of() : Map.of("force", Set.of(force));
        var members = visible.members(question(List.of(), at), Listing.page(group, (long) number * SIZE, SIZE));
        var ids = members.members().stream()
                .map(member -> new OfficerId(requireNonNull(member.officerId())))
                .toList();
        return new Found(members.total(), officers.at(ids, at));
    }

    private Found withWords(String text, @Nullable String force, PointInTime at, int number) {
        var matches = search.find(RecordKind.OFFICER, SearchWords.of(text), List.of(), at, 0, MOST_FOUND);
        var found = matches.ids().stream().map(OfficerId::new).toList();
        var all = officers.at(found, at).stream()
                .filter(OfficersPage::isKnown)
                .filter(officer -> force == null
                        || (officer.own().force() != null
                                && officer.own().force().value().equals(force)))
                .toList();
        var page = all.stream().skip((long) number * SIZE).limit(SIZE).toList();
        AccessedRecords.add(
                page.stream().map(each -> RecordId.of(each.officerId())).toList());
        return new Found(all.size(), page);
    }

    /** Whether the officer was registered then, or named in a case that was open. */
    private static boolean isKnown(Standing officer) {
        return officer.own().registered() || officer.cases() > 0;
    }

    private static Question question(List<String> groupBy, PointInTime at) {
        return new Question(Unit.OFFICERS, Population.EVERYTHING, groupBy, at);
    }
}
