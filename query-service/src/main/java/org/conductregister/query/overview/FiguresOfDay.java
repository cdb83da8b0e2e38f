package org.conductregister.query.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.query.overview.Figures.Big;
import org.conductregister.query.overview.Figures.Chart;
import org.conductregister.query.overview.Figures.OtherUnit;
import org.conductregister.query.overview.Figures.Part;
import org.conductregister.query.overview.Figures.Piece;
import org.conductregister.query.overview.Figures.Row;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.rates.Rates;
import org.conductregister.web.pages.LeastCount;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/** Counts what the overview shows of a day. */
@Component
class FiguresOfDay {

    private static final int PLAIN = 1;

    private final StatisticsEngine engine;
    private final PageTimes pageTimes;
    private final RowOrder rowOrder;
    private final TableActions actions;
    private final Headcounts headcounts;
    private final Words words;

    FiguresOfDay(
            StatisticsEngine engine,
            PageTimes pageTimes,
            RowOrder rowOrder,
            TableActions actions,
            Headcounts headcounts,
            Words words) {
        this.engine = engine;
        this.pageTimes = pageTimes;
        this.rowOrder = rowOrder;
        this.actions = actions;
        this.headcounts = headcounts;
        this.words = words;
    }

    Figures of(PageQuestion page) {
        return of(page, others(page));
    }

    /** Without what can wait until the days stand still: the other units. */
    Figures moving(PageQuestion page) {
        return of(page, List.of());
    }

    private Figures of(PageQuestion page, List<OtherUnit> others) {
        var charts = Charts.of(page.unit()).alsoBy(page.grouping());
        var parts = Charts.parts(engine.dimensions(page.unit()), charts.split());
        var bySplit = tally(page.by(charts.split()));
        var members = page.exactly("/statistics/members");
        return new Figures(
                pageTimes.sentence(page.asked()),
                page.noun(2),
                big(page, charts.split(), parts, bySplit, members),
                others,
                share(page, charts.share(), members),
                charts.bars().stream()
                        .map(dimension -> bars(page, dimension, charts, parts, members))
                        .toList(),
                page.exactly("/"),
                compare(page),
                actions.of(page, charts.split(), ""));
    }

    /** Returns the address that compares the day shown with the same day of the year before. */
    private static Address compare(PageQuestion page) {
        var address = new Address("/statistics/compare", page.kept())
                .with("asAt", page.times().asAt().minusYears(1))
                .with("asAt2", page.times().asAt());
        return page.isKnownNow()
                ? address
                : address.with("knownAt", page.asked().knownAt())
                        .with("knownAt2", page.asked().knownAt());
    }

    private Dimension dimension(Unit unit, String name) {
        return engine.dimensions(unit).stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<List<Object>, Long> tally(Question question) {
        var tally = new HashMap<List<Object>, Long>();
        engine.count(question).groups().forEach(group -> tally.put(group.values(), group.count()));
        return tally;
    }

    private List<Big> big(
            PageQuestion page, String split, List<String> parts, Map<List<Object>, Long> counts, Address members) {
        var big = new ArrayList<Big>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            big.add(new Big(
                    words.value(split, part),
                    counts.getOrDefault(List.<Object>of(part), 0L),
                    i,
                    members.with("by." + split, part)));
        }
        big.add(new Big("All " + page.noun(2), sum(counts), -1, members));
        return big;
    }

    private static long sum(Map<List<Object>, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The other units that are pending or closed, of everything: a population of one unit is none of another. */
    private List<OtherUnit> others(PageQuestion page) {
        return Stream.of(Unit.CASES, Unit.ALLEGATIONS, Unit.OFFICERS)
                .filter(unit -> unit != page.unit())
                .map(unit -> {
                    var table =
                            engine.count(new Question(unit, Population.EVERYTHING, List.of("status"), page.times()));
                    long pending = table.groups().stream()
                            .filter(group -> group.values().getFirst().equals("PENDING"))
                            .mapToLong(Table.Group::count)
                            .sum();
                    var address = new Address("/")
                            .with("unit", unit.word())
                            .with("asAt", page.times().asAt());
                    return new OtherUnit(unit.word(), unit.word(), pending, table.total(), address);
                })
                .toList();
    }

    private Chart share(PageQuestion page, String name, Address members) {
        var dimension = dimension(page.unit(), name);
        var counts = tally(page.by(name));
        var values = rowOrder.of(page, dimension, counts.keySet());
        long total = sum(counts);
        var rows = new ArrayList<Row>();
        long before = 0;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            long count = counts.getOrDefault(List.of(value), 0L);
            var ofValue = members.with("by." + name, value);
            rows.add(new Row(
                    words.value(name, value),
                    count,
                    total == 0 || LeastCount.hides(count)
                            ? ""
                            : String.format(Locale.UK, "%.1f%%", 100.0 * count / total),
                    "",
                    ofValue,
                    List.of(new Piece(
                            percent(before, total), percent(count, total), textureOf(value, i), count, ofValue))));
            before += count;
        }
        return new Chart(name, words.label(name), false, List.of(), rows, total, actions.of(page, name, ""));
    }

    private Chart bars(PageQuestion page, String name, Charts charts, List<String> parts, Address members) {
        boolean divided = charts.dividesBars(parts.size());
        var counts = tally(divided ? page.by(name, charts.split()) : page.by(name));
        var now = divided ? sums(counts) : counts;
        var values = rowOrder.of(page, dimension(page.unit(), name), now.keySet());
        var rates = name.equals("force") ? Rates.of(page.by(name), headcounts) : Rates.NONE;
        long longest = now.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var rows = values.stream()
                .map(value -> {
                    var of = members.with("by." + name, value);
                    long count = now.getOrDefault(List.of(value), 0L);
                    var pieces = divided
                            ? pieces(value, counts, charts.split(), parts, longest, of)
                            : List.of(new Piece("0%", percent(count, longest), PLAIN, count, of));
                    var rate = rate(rates, name, value, count, page);
                    return new Row(words.value(name, value), count, "", rate, of, pieces);
                })
                .toList();
        var named = divided
                ? Stream.iterate(0, i -> i + 1)
                        .limit(parts.size())
                        .map(i -> new Part(words.value(charts.split(), parts.get(i)), i))
                        .toList()
                : List.<Part>of();
        return new Chart(
                name,
                words.label(name),
                rates.haveHeadcounts(),
                named,
                rows,
                sum(now),
                actions.of(page, name, divided ? charts.split() : ""));
    }

    /** The rate of a row, in words; empty where no headcount is known at all. */
    private static String rate(Rates rates, String dimension, Object value, long count, PageQuestion page) {
        if (!rates.haveHeadcounts()) {
            return "";
        }
        var group = new HashMap<String, Object>(Map.of(dimension, value));
        rates.addTo(group, count, page.times().asAt());
        if (LeastCount.hides(count)) {
            return LeastCount.words();
        }
        return group.get("rate") instanceof Double rate ? String.format(Locale.UK, "%,.1f", rate) : "no headcount";
    }

    private List<Piece> pieces(
            Object value, Map<List<Object>, Long> counts, String split, List<String> parts, long longest, Address of) {
        var pieces = new ArrayList<Piece>();
        long before = 0;
        for (int i = 0; i < parts.size(); i++) {
            long count = counts.getOrDefault(List.of(value, parts.get(i)), 0L);
            pieces.add(new Piece(
                    percent(before, longest), percent(count, longest), i, count, of.with("by." + split, parts.get(i))));
            before += count;
        }
        return pieces;
    }

    private static Map<List<Object>, Long> sums(Map<List<Object>, Long> counts) {
        var sums = new HashMap<List<Object>, Long>();
        counts.forEach((values, count) -> sums.merge(List.of(values.getFirst()), count, Long::sum));
        return sums;
    }

    /** Returns the texture of a share. The first two are kept for pending and closed, which look the same on every page. */
    private static int textureOf(Object value, int at) {
        return value.equals("PENDING") ? 0 : at + 2;
    }

    private static String percent(long part, long whole) {
        return whole == 0 || LeastCount.hides(part) ? "0%" : Math.round(100_000.0 * part / whole) / 1000.0 + "%";
    }
}
