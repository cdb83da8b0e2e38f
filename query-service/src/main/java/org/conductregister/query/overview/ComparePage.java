package org.conductregister.query.overview;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.LeastCount;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Two days, or two states of knowledge, side by side. */
@Controller
class ComparePage {

    private static final String MEMBERS = "/statistics/members";

    private final StatisticsEngine engine;
    private final AskedCodes codes;
    private final PageTimes pageTimes;
    private final TableActions actions;
    private final Words words;

    ComparePage(StatisticsEngine engine, AskedCodes codes, PageTimes pageTimes, TableActions actions, Words words) {
        this.engine = engine;
        this.codes = codes;
        this.pageTimes = pageTimes;
        this.actions = actions;
        this.words = words;
    }

    record Section(String title, List<Row> rows) {}

    record Row(String label, long first, String firstMembers, long second, String secondMembers) {

        public long difference() {
            return second - first;
        }

        /** Such as +1,204 or −3; words where it, or a count that it would tell, is not told. */
        public String change() {
            if (LeastCount.hides(first) || LeastCount.hides(second)) {
                return "not told";
            } else if (LeastCount.hides(difference())) {
                return LeastCount.words();
            }
            var number = String.format(Locale.UK, "%,d", Math.abs(difference()));
            return difference() > 0 ? "+" + number : difference() < 0 ? "−" + number : "0";
        }
    }

    @GetMapping("/statistics/compare")
    String compare(HttpServletRequest request, Model model) {
        var first = PageQuestion.read(request.getParameterMap(), engine, codes, pageTimes);
        var second = PageQuestion.read(second(request), engine, codes, pageTimes);
        var charts = Charts.of(first.unit()).alsoBy(first.grouping());
        var sections = new ArrayList<Section>();
        sections.add(section(first, second, charts.split(), "All " + first.noun(2)));
        sections.add(section(first, second, charts.share(), ""));
        charts.bars().forEach(dimension -> sections.add(section(first, second, dimension, "")));
        var faults = FormFaults.none();
        first.faults().all().forEach(fault -> faults.add(fault.field(), fault.message()));
        second.faults().all().stream()
                .filter(fault -> "asAt".equals(fault.field()) || "knownAt".equals(fault.field()))
                .forEach(fault -> faults.add(fault.field() + "2", "The second: " + fault.message()));
        model.addAttribute("faults", faults);
        model.addAttribute("noun", first.noun(2));
        model.addAttribute("kept", first.kept());
        model.addAttribute("first", pageTimes.shown("/statistics/compare", first.asked(), Map.of()));
        model.addAttribute("second", pageTimes.shown("/statistics/compare", second.asked(), Map.of()));
        model.addAttribute("sections", sections);
        var dimensions = Stream.concat(Stream.of(charts.split(), charts.share()), charts.bars().stream())
                .distinct()
                .toList();
        var compared = actions.compared(first, second, charts.split(), dimensions);
        model.addAttribute("heading", compared.heading());
        model.addAttribute("downloads", compared.downloads());
        model.addAttribute("exactly", compared.exactly());
        model.addAttribute("back", first.likewise("/").toString());
        return "overview/compare";
    }

    /** The same question at the second times: today, and known as the first, where none are asked for. */
    private static Map<String, String[]> second(HttpServletRequest request) {
        var sent = new LinkedHashMap<>(request.getParameterMap());
        var asAt = sent.get("asAt2");
        var known = sent.getOrDefault("knownAt2", sent.getOrDefault("knownAt", new String[] {""}));
        sent.put("asAt", asAt == null ? new String[] {""} : asAt);
        sent.put("knownAt", known);
        return sent;
    }

    private Section section(PageQuestion first, PageQuestion second, String dimension, String all) {
        var counts = new TreeMap<Object, long[]>(Dimension.ORDER);
        count(first, dimension, counts, 0);
        count(second, dimension, counts, 1);
        var rows = new ArrayList<Row>();
        for (var value : order(first, dimension, counts)) {
            var count = counts.getOrDefault(value, new long[2]);
            rows.add(new Row(
                    words.value(dimension, value),
                    count[0],
                    members(first, dimension, value),
                    count[1],
                    members(second, dimension, value)));
        }
        if (!all.isEmpty()) {
            long[] sum = {0, 0};
            counts.values().forEach(count -> {
                sum[0] += count[0];
                sum[1] += count[1];
            });
            rows.add(new Row(
                    all,
                    sum[0],
                    first.exactly(MEMBERS).toString(),
                    sum[1],
                    second.exactly(MEMBERS).toString()));
        }
        return new Section(words.label(Character.toUpperCase(dimension.charAt(0)) + dimension.substring(1)), rows);
    }

    /** Returns the values in order: of a fixed list in its order, others alphabetically. */
    private List<Object> order(PageQuestion page, String dimension, Map<Object, long[]> counts) {
        var fixed = engine.dimensions(page.unit()).stream()
                .filter(each -> each.name().equals(dimension))
                .flatMap(each -> each.words().stream())
                .filter(counts::containsKey)
                .toList();
        return fixed.isEmpty() ? List.copyOf(counts.keySet()) : List.copyOf(fixed);
    }

    private static String members(PageQuestion page, String dimension, Object value) {
        return page.exactly(MEMBERS).with("by." + dimension, value).toString();
    }

    private void count(PageQuestion page, String dimension, Map<Object, long[]> counts, int at) {
        for (var group : engine.count(page.by(dimension)).groups()) {
            counts.computeIfAbsent(group.values().getFirst(), value -> new long[2])[at] = group.count();
        }
    }
}
