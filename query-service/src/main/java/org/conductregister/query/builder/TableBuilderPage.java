package org.conductregister.query.builder;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conductregister.query.overview.Address;
import org.conductregister.query.overview.PageQuestion;
import org.conductregister.query.overview.Panel;
import org.conductregister.query.pointintime.InvalidParametersException;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.http.TableCalls;
import org.conductregister.query.statistics.http.TableCalls.Call;
import org.conductregister.query.statistics.tables.StatisticsTables;
import org.conductregister.query.tabular.http.Downloads;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which a table is put together. */
@Controller
class TableBuilderPage {

    static final String PATH = "/statistics/table";

    /** The names of form fields for which the call of the API has another name. */
    private static final Map<String, String> FIELDS = Map.of("groupBy", "rows");

    private final StatisticsEngine engine;
    private final AskedCodes codes;
    private final PageTimes times;
    private final Panel panel;
    private final BuiltTables built;
    private final StatisticsTables tables;
    private final VisibleViews views;
    private final Words words;

    TableBuilderPage(
            StatisticsEngine engine,
            AskedCodes codes,
            PageTimes times,
            Panel panel,
            BuiltTables built,
            StatisticsTables tables,
            VisibleViews views,
            Words words) {
        this.engine = engine;
        this.codes = codes;
        this.times = times;
        this.panel = panel;
        this.built = built;
        this.tables = tables;
        this.views = views;
        this.words = words;
    }

    /** The choices of the page, beside the population. */
    record Choices(
            List<Option> shows,
            List<Option> dimensions,
            List<Option> shares,
            List<Option> starts,
            List<Option> ends,
            List<Option> clocks,
            List<Option> suspensions,
            List<Option> steps,
            List<Option> years) {}

    @GetMapping(PATH)
    String table(HttpServletRequest request, Model model) {
        var page = PageQuestion.read(request.getParameterMap(), engine, codes, times);
        var dimensions =
                engine.dimensions(page.unit()).stream().map(Dimension::name).toList();
        var question = BuilderQuestion.read(page, dimensions);
        try {
            var answer = built.of(question);
            var heading = answer.heading();
            model.addAttribute("heading", heading);
            model.addAttribute("table", answer.table());
            model.addAttribute("downloads", downloads(question, heading.address()));
            model.addAttribute("definitions", heading.notes());
            model.addAttribute(
                    "forPublication", TableCalls.forPublication(heading.address(), "/statistics/for-publication"));
        } catch (InvalidParametersException e) {
            e.faults()
                    .forEach(fault -> page.faults()
                            .add(field(question, fault.parameter()), fault.parameter() + " " + fault.detail()));
        }
        model.addAttribute("question", question);
        model.addAttribute("page", page);
        model.addAttribute("choices", panel.of(page));
        model.addAttribute("offered", choices(dimensions));
        model.addAttribute("times", times.shown(PATH, page.asked(), question.kept()));
        model.addAttribute("exactly", exactly(question).toString());
        model.addAttribute("views", views.all());
        return "builder/table";
    }

    private static Address exactly(BuilderQuestion question) {
        var page = question.page();
        var address = new Address(PATH, question.kept())
                .with("asAt", page.times().asAt())
                .with("knownAt", page.times().knownAt());
        return question.sort() == null
                ? address
                : address.with("sort", question.sort()).with("descending", question.descending());
    }

    /** Returns the downloads: counts can be made ready for publication; the others are exact, for inside. */
    private static Map<String, String> downloads(BuilderQuestion question, String call) {
        return question.show() == Call.COUNT
                ? Downloads.of(TableCalls.forPublication(call, Call.COUNT.path() + "/export"), call)
                : Downloads.forInside(call);
    }

    private static String field(BuilderQuestion question, String parameter) {
        if (question.show() == Call.DURATIONS && (parameter.equals("from") || parameter.equals("to"))) {
            return parameter + "Moment";
        }
        return parameter.equals("from") || parameter.equals("to")
                ? parameter + "Day"
                : FIELDS.getOrDefault(parameter, parameter);
    }

    private Choices choices(List<String> dimensions) {
        return new Choices(
                List.of(
                        new Option("COUNT", "How many"),
                        new Option("SERIES", "How many over time"),
                        new Option("DURATIONS", "How long it took"),
                        new Option("FLOWS", "What came and went")),
                dimensions.stream()
                        .map(name -> new Option(name, tables.label(name)))
                        .toList(),
                List.of(
                        new Option("NONE", "No shares"),
                        new Option("ROW", "Of the row"),
                        new Option("COLUMN", "Of the column"),
                        new Option("ALL", "Of all")),
                options(Arrays.stream(Moment.values())
                        .filter(Moment.STARTS::contains)
                        .toList()),
                options(Arrays.stream(Moment.values())
                        .filter(Moment.ENDS::contains)
                        .toList()),
                List.of(
                        new Option(Measure.Clock.CALENDAR.name(), "Calendar days"),
                        new Option(Measure.Clock.WORKING.name(), "Working days")),
                List.of(
                        new Option(Measure.Suspension.INCLUDED.name(), "Counted"),
                        new Option(Measure.Suspension.EXCLUDED.name(), "Not counted")),
                List.of(
                        new Option("YEAR", "Years"),
                        new Option("QUARTER", "Quarters"),
                        new Option("MONTH", "Months"),
                        new Option("WEEK", "Weeks")),
                List.of(new Option("", "1 January"), new Option("04-01", "1 April (financial years)")));
    }

    private List<Option> options(List<Moment> moments) {
        return moments.stream()
                .map(moment -> new Option(moment.name(), words.label(moment)))
                .toList();
    }
}
