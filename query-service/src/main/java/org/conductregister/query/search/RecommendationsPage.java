package org.conductregister.query.search;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.conductregister.query.casefile.CaseStates;
import org.conductregister.query.casefile.RecommendationStates;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.pointintime.TimesInLinks;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.text.Label;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of recommendations, and how the forces have answered them. */
@Controller
class RecommendationsPage {

    private final StatisticsEngine statistics;
    private final RecommendationStates recommendations;
    private final CaseStates files;
    private final PageTimes times;

    RecommendationsPage(
            StatisticsEngine statistics, RecommendationStates recommendations, CaseStates files, PageTimes times) {
        this.statistics = statistics;
        this.recommendations = recommendations;
        this.files = files;
        this.times = times;
    }

    /** @param responses how many forces are at each state of answering; none of them 0 */
    record Row(
            String id,
            Label issuedBy,
            ThemeCode theme,
            LocalDate issuedOn,
            LocalDate dueOn,
            Map<String, Long> responses) {

        public long count(String state) {
            return responses.getOrDefault(state, 0L);
        }
    }

    @GetMapping("/recommendations")
    ModelAndView recommendations(Parameters parameters) {
        var asked = times.asked(parameters);
        parameters.refuseFaults();
        var at = asked.of(statistics.head(), files.head());
        var page = new ModelAndView("casework/recommendations");
        page.addObject("rows", rows(at));
        page.addObject("times", times.shown("/recommendations", asked, Map.of()));
        page.addObject("carried", TimesInLinks.of(parameters));
        return page;
    }

    private List<Row> rows(PointInTime at) {
        var responses = new LinkedHashMap<String, Map<String, Long>>();
        var question = new Question(Unit.RESPONSES, Population.EVERYTHING, List.of("recommendationId", "response"), at);
        for (var group : statistics.count(question).groups()) {
            responses
                    .computeIfAbsent((String) group.values().getFirst(), id -> new LinkedHashMap<>())
                    .put((String) group.values().get(1), group.count());
        }
        return recommendations.at(responses.keySet(), at).entrySet().stream()
                .filter(each -> each.getValue().issued() != null)
                .map(each -> row(each.getKey(), each.getValue(), requireNonNull(responses.get(each.getKey()))))
                .sorted(Comparator.comparing(Row::issuedOn).reversed().thenComparing(Row::id))
                .toList();
    }

    private static Row row(String id, RecommendationState state, Map<String, Long> responses) {
        var issued = Objects.requireNonNull(state.issued());
        return new Row(
                id,
                issued.issuedBy(),
                issued.theme(),
                Objects.requireNonNull(state.issuedOn()),
                issued.responseDueOn(),
                responses);
    }
}
