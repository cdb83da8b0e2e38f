package org.conductregister.query.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.conductregister.query.casefile.CaseReferences;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.web.pages.Pagination;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A published number at two instants, and the entries recorded between that made it change. */
@Controller
class ComparePage {

    private static final int A_PAGE = 20;

    private final StatisticsEngine engine;
    private final CountChanges why;
    private final CountForm form;
    private final PageTimes times;
    private final CaseReferences references;

    ComparePage(StatisticsEngine engine, CountChanges why, CountForm form, PageTimes times, CaseReferences references) {
        this.engine = engine;
        this.why = why;
        this.form = form;
        this.times = times;
        this.references = references;
    }

    @GetMapping("/audit/compare")
    String compare(Parameters parameters, @RequestParam MultiValueMap<String, String> typed, Model page) {
        var asked = times.asked(parameters);
        var second = times.moment(parameters, "knownAt2");
        int at = (int) parameters.number("page", 0, 0, 100_000);
        page.addAttribute("typed", TypedTimes.in(typed.toSingleValueMap()));
        page.addAttribute("today", times.today());
        why.awaitOn(asked);
        form.offerOn(page);
        if (typed.containsKey("unit")) {
            if (parameters.text("knownAt") == null) {
                parameters.fault("knownAt", "must be entered: when the number was published first");
            }
            var upTo = second == null ? PointInTime.NOW : second;
            if (upTo.isBefore(asked.knownAt())) {
                parameters.fault("knownAt2", "must not be before the first");
            }
            var question = form.read(parameters, asked);
            if (question != null) {
                show(question, asked, upTo, at, typed, page);
            }
            page.addAttribute("sentence", times.sentence(asked));
            page.addAttribute("sentence2", times.sentence(asked.asKnownAt(upTo)));
        }
        page.addAttribute("faults", ReadFaults.of(parameters));
        return "audit/compare";
    }

    private void show(
            Question wanted, AskedTimes asked, Instant upTo, int at, Map<String, List<String>> typed, Model page) {
        var earlier = reached(wanted, asked);
        var later = reached(wanted, asked.asKnownAt(upTo));
        var answer = why.explain(earlier, later, (long) at * A_PAGE, A_PAGE);
        page.addAttribute("question", earlier);
        page.addAttribute("population", form.population(earlier));
        page.addAttribute("comparison", Comparison.of(engine.count(earlier), engine.count(later)));
        page.addAttribute("entries", answer.entries());
        page.addAttribute("differing", answer.differing());
        page.addAttribute("references", references(answer.differing(), later.times()));
        page.addAttribute("total", answer.total());
        page.addAttribute("pages", Pagination.of(answer.total(), at, A_PAGE, number -> {
            var parameters = new TreeMap<>(typed);
            parameters.put("page", List.of(String.valueOf(number)));
            return Addresses.of("/audit/compare", parameters);
        }));
    }

    private Map<String, String> references(List<CountChanges.Differing> differing, PointInTime times) {
        var records = differing.stream()
                .map(each -> each.member().record())
                .filter(Objects::nonNull)
                .toList();
        return references.of(records, times);
    }

    /** At the instant asked for, or the latest that counts can tell of. */
    private Question reached(Question question, AskedTimes asked) {
        return new Question(question.unit(), question.population(), question.groupBy(), asked.of(engine.head()));
    }
}
