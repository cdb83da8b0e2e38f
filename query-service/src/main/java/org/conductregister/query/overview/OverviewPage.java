package org.conductregister.query.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.conductregister.platform.people.Role;
import org.conductregister.query.overview.Figures.Moved;
import org.conductregister.query.overview.HistoryOfCounts.History;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.http.Definitions;
import org.conductregister.web.access.Visitor;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a day, and the days to choose from. */
@Controller
class OverviewPage {

    private final StatisticsEngine engine;
    private final AskedCodes codes;
    private final PageTimes pageTimes;
    private final FiguresOfDay figures;
    private final HistoryOfCounts histories;
    private final Panel panel;
    private final TableActions actions;
    private final Limits limits;
    private final Visitor visitor;
    private final Words words;
    private final JsonMapper json;

    OverviewPage(
            StatisticsEngine engine,
            AskedCodes codes,
            PageTimes pageTimes,
            FiguresOfDay figures,
            HistoryOfCounts histories,
            Panel panel,
            TableActions actions,
            Limits limits,
            Visitor visitor,
            Words words,
            JsonMapper json) {
        this.engine = engine;
        this.codes = codes;
        this.pageTimes = pageTimes;
        this.figures = figures;
        this.histories = histories;
        this.panel = panel;
        this.actions = actions;
        this.limits = limits;
        this.visitor = visitor;
        this.words = words;
        this.json = json;
    }

    @GetMapping("/")
    String overview(HttpServletRequest request, Model model) {
        var now = pageTimes.now(0);
        model.addAttribute("entries", now.logEnd());
        if (visitor.is(Role.ADMIN)) {
            return "overview/admin";
        }
        now.awaitOn(engine.head());
        if (engine.head().now().position() == 0) {
            return "overview/nothing";
        }
        var page = PageQuestion.read(request.getParameterMap(), engine, codes, pageTimes);
        var history = histories.of(page);
        var charts = Charts.of(page.unit()).alsoBy(page.grouping());
        model.addAttribute("page", page);
        model.addAttribute("choices", panel.of(page));
        model.addAttribute("limits", limits.of(page));
        model.addAttribute("history", history);
        model.addAttribute("historyJson", json.writeValueAsString(history.drawn()));
        model.addAttribute("days", ChronoUnit.DAYS.between(history.first(), history.last()));
        model.addAttribute("day", day(page, history));
        model.addAttribute("times", pageTimes.shown("/", page.asked(), page.kept()));
        model.addAttribute("definitions", definitions(page.unit(), List.of(charts.split(), charts.share())));
        model.addAttribute("figures", figures.of(page));
        model.addAttribute("overTime", actions.overTime(page, charts.split(), history.first(), history.last()));
        return "overview/page";
    }

    /** The numbers alone: asked for again and again while the days go by. */
    @GetMapping("/overview/numbers")
    @ResponseBody
    Moved numbers(HttpServletRequest request) {
        return figures.moving(PageQuestion.read(request.getParameterMap(), engine, codes, pageTimes))
                .moved(words);
    }

    /** The figures alone, as a part of the page: asked for once the days stand still. */
    @GetMapping("/overview/figures")
    String figures(HttpServletRequest request, Model model) {
        model.addAttribute(
                "figures", figures.of(PageQuestion.read(request.getParameterMap(), engine, codes, pageTimes)));
        return "overview/figures :: figures";
    }

    /** With the codes in them said in the words that the figures have for them. */
    private Map<String, String> definitions(Unit unit, List<String> dimensions) {
        var definitions = Definitions.of(unit, dimensions);
        for (var dimension : engine.dimensions(unit)) {
            definitions.computeIfPresent(dimension.name(), (name, definition) -> inWords(dimension, definition));
        }
        return definitions;
    }

    private String inWords(Dimension dimension, String definition) {
        var said = definition;
        for (var word : dimension.words()) {
            said = said.replaceAll("\\b" + word + "\\b", "“" + words.value(dimension.name(), word) + "”");
        }
        return said;
    }

    private static long day(PageQuestion page, History history) {
        long day = ChronoUnit.DAYS.between(history.first(), page.asked().asAt());
        return Math.clamp(day, 0, ChronoUnit.DAYS.between(history.first(), history.last()));
    }
}
