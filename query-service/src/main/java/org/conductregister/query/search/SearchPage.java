package org.conductregister.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.TimesInLinks;
import org.conductregister.query.search.index.SearchWords;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Answers the search box in the head of every page, and suggests records while somebody types. */
@Controller
class SearchPage {

    private static final int MOST = 10;
    private static final int MOST_SUGGESTED = 4;
    private static final int MOST_OFFICERS_SUGGESTED = 8;

    private final RegisterSearch search;
    private final PageTimes times;
    private final Words words;

    SearchPage(RegisterSearch search, PageTimes times, Words words) {
        this.search = search;
        this.times = times;
        this.words = words;
    }

    /** A link to the records of one kind that were found, with how many there are. */
    record Part(String id, String counted) {}

    @GetMapping("/search")
    ModelAndView results(Parameters parameters, @RequestParam MultiValueMap<String, String> all) {
        var text = CasesController.text(parameters);
        var asked = times.asked(parameters);
        parameters.refuseFaults();
        var answer = search.find(SearchWords.of(text), asked, MOST);
        var address = PageAddress.of("/search", all);
        var page = new ModelAndView("search/results");
        page.addObject("lookedFor", text == null ? "" : text.strip());
        page.addObject("answer", answer);
        page.addObject("parts", parts(answer));
        page.addObject("allCases", address.at("/cases"));
        page.addObject("allOfficers", address.at("/officers"));
        page.addObject("times", times.shown("/search", asked, text == null ? Map.of() : Map.of("q", List.of(text))));
        page.addObject("carried", TimesInLinks.of(parameters));
        return page;
    }

    private List<Part> parts(SearchAnswer answer) {
        var parts = new ArrayList<Part>();
        if (answer.cases().total() > 0) {
            parts.add(new Part("cases", words.counted(answer.cases().total(), "case", "cases")));
        }
        if (answer.officers().total() > 0) {
            parts.add(new Part("officers", words.counted(answer.officers().total(), "officer", "officers")));
        }
        if (answer.recommendations().total() > 0) {
            parts.add(new Part(
                    "recommendations",
                    words.counted(answer.recommendations().total(), "recommendation", "recommendations")));
        }
        return parts;
    }

    /** A part of a page: the first records of each kind, as options of a list. */
    @GetMapping("/search/suggestions")
    ModelAndView suggestions(Parameters parameters) {
        var text = CasesController.text(parameters);
        parameters.refuseFaults();
        var answer = search.find(SearchWords.of(text), times.now(0), MOST_SUGGESTED);
        return new ModelAndView("search/suggestions :: options", Map.of("answer", answer));
    }

    /** A part of a page: the first officers found, as options for the field of a form that asks for one. */
    @GetMapping("/search/officers")
    ModelAndView officers(Parameters parameters) {
        var text = CasesController.text(parameters);
        parameters.refuseFaults();
        var found = search.findOfficers(SearchWords.of(text), times.now(0), MOST_OFFICERS_SUGGESTED);
        return new ModelAndView("search/officers :: options", Map.of("officers", found.found()));
    }
}
